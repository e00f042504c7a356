import { api, refused, sentence, type LadderPage, type ProblemLine, type Refused } from '$lib/api/index.ts';
import { say } from '$lib/parts/index.ts';
import { t } from '$lib/words/index.ts';
import { desk } from '../../session.svelte.ts';

/** The contact ladder of one life, and an attempt that is being told. */
export class Contact {
  page = $state.raw<LadderPage | null>(null);
  trouble = $state<string | null>(null);
  refused = $state<Refused | null>(null);
  problems = $state.raw<ProblemLine[]>([]);
  open = $state(false);
  busy = $state(false);
  printed = $state('');
  form = $state({ channel: '', reached: '', on: '', note: '' });
  readonly subject: string;
  /** The life around it is read again once an attempt is kept. */
  readonly #kept: () => Promise<void>;

  constructor(subject: string, kept: () => Promise<void>) {
    this.subject = subject;
    this.#kept = kept;
  }

  /** With a channel, the attempt by it is opened at once: the line of work led here. */
  async begin(channel: string): Promise<void> {
    await this.load();
    if (channel !== '' && this.page?.channels.some((one) => one.value === channel)) this.record(channel);
  }

  async load(): Promise<void> {
    try {
      this.page = await api.contactLadder(this.subject);
      this.trouble = null;
    } catch (error) {
      this.trouble = sentence(error);
    }
  }

  record(channel?: string): void {
    const first = this.page?.channels[0]?.value ?? '';
    this.form = { channel: channel ?? this.page?.channel ?? first, reached: '', on: desk.open?.today ?? '', note: '' };
    this.problems = [];
    this.refused = null;
    this.open = true;
  }

  async keep(): Promise<void> {
    if (this.busy || this.form.reached === '') return;
    this.busy = true;
    this.refused = null;
    try {
      const done = await api.recordAttempt({ subject: this.subject, ...this.form });
      this.problems = done.subject ? [] : done.problems;
      if (!done.subject) return;
      this.open = false;
      say(t('ladder-kept'));
      await this.load();
      await this.#kept();
    } catch (error) {
      this.refused = refused(error);
      this.trouble = sentence(error);
    } finally {
      this.busy = false;
    }
  }

  async letter(): Promise<void> {
    this.busy = true;
    try {
      const made = await api.printContactLetter({ subject: this.subject, paper: 'a4', language: '' });
      this.printed = made.path;
      await api.openPath(made.path);
    } catch (error) {
      this.trouble = sentence(error);
    } finally {
      this.busy = false;
    }
  }

  about(place: string): string | null {
    return this.problems.find((one) => one.place === place)?.text ?? null;
  }
}
