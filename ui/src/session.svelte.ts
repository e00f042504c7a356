// Who is at the desk, in which store, in which language, on which day: the only global state besides the place.
import { api, heard, sentence, type LanguageLine, type Session, type Start } from '$lib/api/index.ts';
import { say } from '$lib/parts/index.ts';
import { speak } from '$lib/words/index.ts';

class Desk {
  /** null: locked. */
  open = $state<Session | null>(null);
  start = $state<Start | null>(null);
  /** The first screen cannot be shown: what to say instead. */
  trouble = $state<string | null>(null);
  savedAt = $state<string | null>(null);
  languages = $derived<LanguageLine[]>(this.start?.languages ?? []);
  /** Raised when texts that came from Rust are out of date (language, day): screens ask again. */
  epoch = $state(0);
  lastTouch = $state(Date.now());
  /** Screens with unsaved text put their keeper here; it is awaited before the lock. */
  #keepers = new Set<() => Promise<void>>();

  async begin(): Promise<void> {
    try {
      this.start = await api.start();
      speak(this.start.language);
      this.enter(await api.session());
    } catch (error) {
      this.trouble = sentence(error);
    }
  }

  enter(session: Session | null): void {
    this.open = session;
    this.lastTouch = Date.now();
    if (!session) return;
    this.savedAt = session.saved_at;
    speak(session.language);
  }

  /** Runs `keep` before a lock; the returned function ends that. */
  keeping(keep: () => Promise<void>): () => void {
    this.#keepers.add(keep);
    return () => this.#keepers.delete(keep);
  }

  async lock(): Promise<void> {
    try {
      await Promise.allSettled([...this.#keepers].map((keep) => keep()));
      await api.lock();
      try {
        // Before the screen changes: a store made in this session is one to be unlocked now.
        this.start = await api.start();
      } finally {
        this.open = null;
      }
    } catch (error) {
      say(sentence(error), 'alarm');
    }
  }

  async choose(language: string): Promise<void> {
    try {
      await Promise.allSettled([...this.#keepers].map((keep) => keep()));
      await api.setLanguage(language);
      speak(language);
      if (!this.open) return;
      this.enter(await api.session());
      this.epoch += 1;
    } catch (error) {
      say(sentence(error), 'alarm');
    }
  }

  saved(at: string): void {
    this.savedAt = at;
  }

  /** What Rust says on its own; the returned function ends listening. */
  listen(): () => void {
    const ends = [
      heard('day-changed', async () => {
        this.enter(await api.session());
        this.epoch += 1;
      }),
    ];
    return () => ends.forEach((end) => end());
  }
}

export const desk = new Desk();
