import {
  api,
  refused,
  sentence,
  type Action,
  type FindingLine,
  type FindingPage,
  type Refused,
  type VisitLine,
} from '$lib/api/index.ts';
import { t } from '$lib/words/index.ts';
import { desk } from '../../session.svelte.ts';
import { counted, narrowed, wantsWords } from './signals.ts';

/** What a person has typed about a finding and not yet kept: it outlives the way to another one, and the lock. */
const unkept: Partial<Record<string, { text: string; deed: Action | null }>> = {};

export class Signals {
  lines = $state.raw<FindingLine[] | null>(null);
  page = $state.raw<FindingPage | null>(null);
  duties = $state.raw<VisitLine[]>([]);
  trouble = $state<string | null>(null);
  refused = $state<Refused | null>(null);
  busy = $state(false);
  standing = $state('open');
  severity = $state('');
  subject = $state('');
  search = $state('');
  at = $state(0);
  text = $state('');
  /** The deed that waits for its words; null: the field takes a comment. */
  deed = $state<Action | null>(null);
  drawn = $derived(narrowed(this.lines ?? [], this.severity, this.search));
  /** A line that was closed just now still stands in the list of open ones, but no longer counts. */
  counts = $derived(counted((this.lines ?? []).filter((line) => this.standing !== 'open' || line.open)));
  #asking = 0;
  #opening = 0;

  async load(): Promise<void> {
    this.#asking += 1;
    const asking = this.#asking;
    try {
      const subject = this.subject === '' ? null : this.subject;
      const lines = await api.signals({ standing: this.standing, severity: null, subject });
      if (asking !== this.#asking) return;
      this.lines = lines;
      this.trouble = null;
      this.settle();
    } catch (error) {
      this.trouble = sentence(error);
    }
  }

  async open(subject: string, key: string): Promise<void> {
    this.#opening += 1;
    const opening = this.#opening;
    this.#lay();
    try {
      const [page, life] = await Promise.all([api.finding(subject, key), api.subject(subject).catch(() => null)]);
      if (opening !== this.#opening) return;
      this.#take(page);
      this.duties = life?.visits ?? [];
      const left = unkept[this.#name()];
      this.text = left?.text ?? '';
      this.deed = left?.deed ?? null;
      this.refused = null;
      this.trouble = null;
      this.settle();
    } catch (error) {
      if (opening !== this.#opening) return;
      this.page = null;
      this.trouble = sentence(error);
    }
  }

  /** One asked for by name may be closed by now: then all are listed, so that it stands among them. */
  async openNamed(subject: string, key: string): Promise<void> {
    await this.open(subject, key);
    if (!this.page || this.drawn.some((line) => this.reads(line))) return;
    this.standing = '';
    await this.load();
  }

  /** Asks for the words of a deed; a comment begun becomes the reason. */
  ask(deed: Action | null): void {
    this.deed = deed;
    this.refused = null;
  }

  async act(action: Action): Promise<boolean> {
    const page = this.page;
    if (!page || this.busy) return false;
    if (wantsWords(action) && this.text.trim() === '') {
      this.refused = { field: 'comment', text: t('refusal-reason-needed') };
      return false;
    }
    this.busy = true;
    this.refused = null;
    try {
      const { subject, key } = page.line;
      const kept = await api.reviewFinding({ subject, key, action, comment: this.text.trim() });
      unkept[this.#name()] = undefined;
      this.text = '';
      this.deed = null;
      this.#take(kept);
      const at = kept.handlings.at(-1)?.at;
      if (at) desk.saved(at);
      this.duties = (await api.subject(subject).catch(() => null))?.visits ?? this.duties;
      return true;
    } catch (error) {
      this.refused = refused(error);
      return false;
    } finally {
      this.busy = false;
    }
  }

  /** Leaving the screen: what was typed stays for the way back. */
  leave(): void {
    this.#lay();
  }

  pick(severity: string): void {
    this.severity = this.severity === severity ? '' : severity;
    this.settle();
  }

  /** Puts the mark on the line that is read, or on the first. */
  settle(): void {
    const opened = this.page?.line;
    const at = opened ? this.drawn.findIndex((line) => same(line, opened)) : 0;
    this.at = Math.max(0, at);
  }

  reads(line: FindingLine): boolean {
    return this.page !== null && same(line, this.page.line);
  }

  #take(page: FindingPage): void {
    this.page = page;
    // The line stays where it is though it may be closed now: the next one is where the eye expects it.
    this.lines = this.lines?.map((line) => (same(line, page.line) ? page.line : line)) ?? null;
  }

  #name(): string {
    const line = this.page?.line;
    return line ? `${desk.open?.user.login ?? ''} ${line.subject} ${line.key}` : '';
  }

  #lay(): void {
    if (!this.page) return;
    if (this.text.trim() === '') unkept[this.#name()] = undefined;
    else unkept[this.#name()] = { text: this.text, deed: this.deed };
  }
}

function same(one: FindingLine, other: FindingLine): boolean {
  return one.subject === other.subject && one.key === other.key;
}
