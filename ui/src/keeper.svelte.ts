// What is typed and not yet saved: kept as a draft in the encrypted store soon after the typing, and before every lock.
// What the disk refuses stays in memory, also when its screen is left, until it can be kept or a person gives it up.
import { api, sentence } from '$lib/api/index.ts';
import { say } from '$lib/parts/index.ts';
import { t } from '$lib/words/index.ts';
import { desk } from './session.svelte.ts';

const SOON_MS = 700;

export class Keeper {
  /** When the draft was last kept, by this window's clock. */
  keptAt = $state<number | null>(null);
  /** Something was typed that the disk does not have. */
  unkept = $state(false);
  /** Why the last attempt failed. */
  trouble = $state<string | null>(null);
  readonly key: string;
  #subject: string | null;
  #text: () => string | null;
  #soon: ReturnType<typeof setTimeout> | undefined;
  #turn: Promise<void> = Promise.resolve();
  #writing = false;
  #end: () => void;

  /** `text` is the draft as JSON; null when nothing is worth keeping, and what was kept before is dropped. */
  constructor(key: string, subject: string | null, text: () => string | null) {
    this.key = key;
    this.#subject = subject;
    this.#text = text;
    this.#end = desk.keeping(() => this.keep());
  }

  /** The draft as it was left: in memory when the disk had refused it, else as `stored` (asked for when not given). */
  async found(stored?: string | null): Promise<string | null> {
    const left = desk.left.get(this.key);
    if (left && left !== this) return this.#inherit(left);
    const json = stored === undefined ? ((await api.draft(this.key))?.json ?? null) : stored;
    if (json !== null) this.keptAt = Date.now();
    return json;
  }

  #inherit(left: Keeper): string | null {
    const json = left.#text();
    this.#turn = left.#turn.catch(() => undefined);
    left.forget();
    left.#retire();
    this.unkept = json !== null;
    return json;
  }

  /** Something was typed: keep it soon. */
  changed(): void {
    this.unkept = true;
    clearTimeout(this.#soon);
    this.#soon = setTimeout(() => this.tryKeep(), SOON_MS);
  }

  /** Keeps the draft now; rejects when it could not be kept. One attempt at a time: an older text never comes last. */
  keep(): Promise<void> {
    clearTimeout(this.#soon);
    this.#turn = this.#turn.catch(() => undefined).then(() => this.#write());
    return this.#turn;
  }

  /** The same where nobody waits for it; the screen shows `trouble`. */
  tryKeep(): void {
    this.keep().catch(() => undefined);
  }

  async #write(): Promise<void> {
    if (!this.unkept) return;
    const json = this.#text();
    this.unkept = false;
    this.#writing = true;
    try {
      if (json !== null) await api.keepDraft(this.key, this.#subject, json);
      else if (this.keptAt !== null) await api.dropDraft(this.key);
      this.keptAt = json === null ? null : Date.now();
      this.trouble = null;
      if (desk.left.get(this.key) === this) this.#retire();
    } catch (error) {
      this.unkept = true;
      this.trouble = sentence(error);
      throw error;
    } finally {
      this.#writing = false;
    }
  }

  /** It was saved for good, or given up: nothing is kept any more. */
  forget(): void {
    clearTimeout(this.#soon);
    this.unkept = false;
  }

  /** Given up, or saved by something that does not drop its draft. */
  async drop(): Promise<void> {
    clearTimeout(this.#soon);
    await this.#turn.catch(() => undefined);
    this.forget();
    await api.dropDraft(this.key);
    this.keptAt = null;
  }

  /** The screen goes away. What is not kept by then is held in memory, for the way back and for the lock. */
  leave(): void {
    if (!desk.open || !(this.unkept || this.#writing)) {
      this.forget();
      this.#end();
      return;
    }
    desk.left.set(this.key, this);
    const kept = () => this.#retire();
    this.keep().then(kept, (error: unknown) => {
      // Silence when the text was taken up again meanwhile, or given up with the lock.
      if (desk.left.get(this.key) === this) say(t('shell-left-unkept', { why: sentence(error) }), 'alarm');
    });
  }

  #retire(): void {
    if (desk.left.get(this.key) === this) desk.left.delete(this.key);
    this.#end();
  }
}
