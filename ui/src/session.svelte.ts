// Who is at the desk, in which store, in which language, on which day: the only global state besides the place.
import { api, heard, sentence, type LanguageLine, type Role, type Session, type Start } from '$lib/api/index.ts';
import { say } from '$lib/parts/index.ts';
import { speak, t } from '$lib/words/index.ts';
import type { Keeper } from './keeper.svelte.ts';

/** A lock that waits for what was typed. By the clock, the screen is covered meanwhile: the desk was left alone. */
export interface Held {
  by: 'person' | 'clock';
  /** Why it could not be kept; null while that is tried. */
  why: string | null;
}

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
  /** As whom one may act here and now: whoever looks at a past day reads only. Rust decides; screens leave out. */
  role = $derived<Role>(this.open && !this.open.as_of ? this.open.user.role : 'monitor');
  lastTouch = $state(Date.now());
  held = $state.raw<Held | null>(null);
  /** Drafts whose screen is gone and that the disk did not take. */
  readonly left = new Map<string, Keeper>();
  /** Screens with unsaved text put their keeper here; it is awaited before the lock. */
  #keepers = new Set<() => Promise<void>>();
  #keeping = false;

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
    // A new day or another language is no touch of a hand.
    if (!this.open) this.lastTouch = Date.now();
    this.open = session;
    if (!session) return;
    this.savedAt = session.saved_at;
    speak(session.language);
  }

  /** Runs `keep` before a lock; it rejects when something could not be kept. The returned function ends that. */
  keeping(keep: () => Promise<void>): () => void {
    this.#keepers.add(keep);
    return () => this.#keepers.delete(keep);
  }

  /** Every keeper has its try; rejects with the first that failed. */
  async #keepAll(): Promise<void> {
    const told = await Promise.allSettled([...this.#keepers].map((keep) => keep()));
    const failed = told.find((one) => one.status === 'rejected');
    if (failed) throw failed.reason;
  }

  /** Locks once everything typed is kept. Otherwise the lock is held, and a person decides. */
  async lock(by: Held['by'] = 'person'): Promise<void> {
    if (!this.open || this.#keeping) return;
    // A screen once covered stays so until it is locked.
    const covered = by === 'clock' || this.held?.by === 'clock';
    if (covered) this.held = { by: 'clock', why: this.held?.why ?? null };
    this.#keeping = true;
    try {
      await this.#keepAll();
    } catch (error) {
      this.held = { by: covered ? 'clock' : 'person', why: sentence(error) };
      return;
    } finally {
      this.#keeping = false;
    }
    await this.lockAnyway();
  }

  /** Locks now; what could not be kept is given up. */
  async lockAnyway(): Promise<void> {
    try {
      await api.lock();
      try {
        // Before the screen changes: a store made in this session is one to be unlocked now.
        this.start = await api.start();
      } finally {
        this.#close();
      }
    } catch (error) {
      if (this.held?.by === 'clock') this.held = { by: 'clock', why: sentence(error) };
      else this.held = null;
      say(sentence(error), 'alarm');
    }
  }

  #close(): void {
    this.open = null;
    this.held = null;
    this.left.clear();
    this.#keepers.clear();
  }

  /** The person saw why, and goes on: only a lock asked for by hand can be taken back. */
  unhold(): void {
    if (this.held?.by === 'person') this.held = null;
  }

  async choose(language: string): Promise<void> {
    try {
      await this.#keepAll().catch(() => undefined);
      await api.setLanguage(language);
      speak(language);
      if (!this.open) return;
      this.enter(await api.session());
      this.epoch += 1;
    } catch (error) {
      say(sentence(error), 'alarm');
    }
  }

  /** The screens are drawn anew for another day: first what stands on them is kept, on the disk or in memory. */
  async newDay(): Promise<void> {
    await this.#keepAll().catch(() => undefined);
    try {
      this.enter(await api.session());
      this.epoch += 1;
    } catch (error) {
      say(sentence(error), 'alarm');
    }
  }

  /** The date of the computer is right after all: everything is judged anew. */
  async confirmDate(because: string): Promise<void> {
    await this.#keepAll();
    await api.confirmDate(because);
    this.enter(await api.session());
    this.epoch += 1;
  }

  /** Everything as it was known on a past day. What was typed is kept first; Rust says what is wrong with a day. */
  async lookBack(day: string): Promise<void> {
    await this.#keepAll();
    this.enter(await api.lookBack(day));
    this.epoch += 1;
  }

  async lookBackOrSay(day: string): Promise<void> {
    await this.lookBack(day).catch((error: unknown) => say(sentence(error), 'alarm'));
  }

  async lookAhead(): Promise<void> {
    try {
      this.enter(await api.lookAhead());
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
      heard('day-changed', () => void this.newDay()),
      heard('backup-failed', () => say(t('backup-failed'), 'alarm')),
    ];
    return () => ends.forEach((end) => end());
  }
}

export const desk = new Desk();
