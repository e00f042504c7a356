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
import { Keeper } from '../../keeper.svelte.ts';
import { desk } from '../../session.svelte.ts';
import {
  counted,
  goesAlso,
  narrowed,
  NO_REPORT,
  readSaid,
  recipients,
  wantsWords,
  wants,
  worthKeeping,
  type Report,
} from './signals.ts';

/** What a person types about one finding: kept as a draft, for the way to another one and back, and for a lock. */
class Said {
  text = $state('');
  /** The deed that waits for its words; null: the field takes a comment. */
  deed = $state<Action | null>(null);
  report = $state.raw<Report>(NO_REPORT);
  /** Never kept: it signs. */
  passphrase = $state('');
  readonly kept: Keeper;

  constructor(subject: string, key: string) {
    this.kept = new Keeper(`finding:${subject}:${key}`, subject, () =>
      worthKeeping(this) ? JSON.stringify({ text: this.text, deed: this.deed, report: this.report }) : null,
    );
  }

  async begin(): Promise<void> {
    const left = readSaid((await this.kept.found()) ?? '');
    if (!left) return;
    this.text = left.text;
    this.deed = left.deed;
    this.report = left.report;
  }
}

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
  said = $state.raw<Said | null>(null);
  drawn = $derived(narrowed(this.lines ?? [], this.severity, this.search));
  /** A line that was closed just now still stands in the list of open ones, but no longer counts. */
  counts = $derived(counted((this.lines ?? []).filter((line) => this.standing !== 'open' || wants(line))));
  #asking = 0;
  #opening = 0;

  get text(): string {
    return this.said?.text ?? '';
  }
  set text(text: string) {
    if (!this.said) return;
    this.said.text = text;
    this.said.kept.changed();
  }
  get report(): Report {
    return this.said?.report ?? NO_REPORT;
  }
  /** Others of the cause that the next deed goes for too. */
  also = $state.raw<string[]>([]);

  sends(part: Partial<Report>): void {
    if (!this.said) return;
    this.said.report = { ...this.said.report, ...part };
    this.said.kept.changed();
  }
  get deed(): Action | null {
    return this.said?.deed ?? null;
  }

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
    this.leave();
    const said = new Said(subject, key);
    try {
      const [page, life] = await Promise.all([
        api.finding(subject, key),
        api.subject(subject).catch(() => null),
        said.begin().catch(() => undefined),
      ]);
      if (opening !== this.#opening) return said.kept.leave();
      this.#take(page);
      this.said = said;
      this.duties = life?.visits ?? [];
      this.refused = null;
      this.trouble = null;
      this.settle();
    } catch (error) {
      said.kept.leave();
      if (opening !== this.#opening) return;
      this.page = null;
      this.said = null;
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
    if (!this.said) return;
    this.said.deed = deed;
    if (deed === 'reported' && this.report.to === '')
      this.sends({ to: recipients(this.page?.line.calls ?? [])[0]?.to });
    this.said.kept.changed();
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
      const kept = await api.reviewFinding({
        subject,
        key,
        action,
        comment: this.text.trim(),
        also: this.also,
        sent: action === 'reported' ? this.report : null,
        signature_passphrase: this.said?.passphrase ?? '',
      });
      await this.#done();
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

  /** Leaving the finding: what was typed stays for the way back. */
  leave(): void {
    this.said?.kept.leave();
  }

  /** Kept for good: a draft that cannot be dropped is no reason to say that it was not. */
  async #done(): Promise<void> {
    const said = this.said;
    if (!said) return;
    said.text = '';
    said.deed = null;
    said.report = NO_REPORT;
    said.passphrase = '';
    await said.kept.drop().catch(() => undefined);
  }

  pick(severity: string): void {
    this.severity = this.severity === severity ? '' : severity;
    this.settle();
  }

  /** Puts the mark on the line that is read, or on the first. */
  settle(): void {
    const opened = this.page?.line;
    const at = opened ? this.drawn.findIndex((line) => this.reads(line)) : 0;
    this.at = Math.max(0, at);
  }

  reads(line: FindingLine): boolean {
    return this.page !== null && same(line, this.page.line);
  }

  #take(page: FindingPage): void {
    this.page = page;
    this.also = goesAlso(page.line);
    // The rest of its cause still wants somebody: another of its signals leads the line now.
    if (!page.line.open && wants(page.line)) void this.load();
    // The line stays where it is though it may be closed now: the next one is where the eye expects it.
    this.lines =
      this.lines?.map((line) =>
        line.key === page.line.key && line.subject === page.line.subject ? page.line : line,
      ) ?? null;
  }
}

/** One cause is one line: whichever of its signals is read, the line is the one that is read. */
function same(one: FindingLine, other: FindingLine): boolean {
  const keys = [one.key, ...one.others.map((cause) => cause.key)];
  return one.subject === other.subject && keys.includes(other.key);
}
