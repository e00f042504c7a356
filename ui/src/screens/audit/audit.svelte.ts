import { api, sentence, type AuditLine, type Exported, type VerdictLine } from '$lib/api/index.ts';
import { desk } from '../../session.svelte.ts';
import { kinds, narrowed, signatures } from './audit.ts';

/** Entries drawn at once; more on demand. */
const PAGE = 60;

/** The chain is walked once for a store and a save; the answer is dated. */
const known = $state<{ of: string; verdict: VerdictLine | null }>({ of: '', verdict: null });

export class Audit {
  lines = $state.raw<AuditLine[] | null>(null);
  subject = $state('');
  code = $state('');
  kind = $state('');
  search = $state('');
  shown = $state(PAGE);
  trouble = $state<string | null>(null);
  checking = $state(false);
  exported = $state.raw<Exported | null>(null);
  exporting = $state(false);
  kinds = $derived(kinds(this.lines ?? []));
  found = $derived(narrowed(this.lines ?? [], this.kind, this.search));
  drawn = $derived(this.found.slice(0, this.shown));
  signed = $derived(signatures(this.lines ?? []));
  #asking = 0;

  get verdict(): VerdictLine | null {
    return known.of === name() ? known.verdict : null;
  }

  /** The ledger of a subject, or of the site when `subject` is empty. */
  async load(subject: string): Promise<void> {
    this.#asking += 1;
    const asking = this.#asking;
    try {
      const [lines, code] = await Promise.all([
        api.audit({ subject: subject === '' ? null : subject }),
        subject === ''
          ? ''
          : api.subject(subject).then(
              (page) => page.code,
              () => '',
            ),
      ]);
      if (asking !== this.#asking) return;
      this.lines = lines;
      this.subject = subject;
      this.code = code;
      if (!this.kinds.some((one) => one.kind === this.kind)) this.kind = '';
      this.shown = PAGE;
      this.trouble = null;
    } catch (error) {
      if (asking === this.#asking) this.trouble = sentence(error);
    }
  }

  more(): void {
    this.shown += PAGE;
  }

  /** Walks the chain, unless this very state of the store was walked before. */
  async verify(again = false): Promise<void> {
    const of = name();
    if (this.checking || (!again && known.of === of)) return;
    this.checking = true;
    try {
      const verdict = await api.verify(false);
      known.of = of;
      known.verdict = verdict;
    } catch (error) {
      this.trouble = sentence(error);
    } finally {
      this.checking = false;
    }
  }

  async export(): Promise<void> {
    this.exporting = true;
    try {
      this.exported = await api.export();
    } catch (error) {
      this.trouble = sentence(error);
    } finally {
      this.exporting = false;
    }
  }
}

function name(): string {
  return `${desk.open?.path ?? ''} ${desk.savedAt ?? ''} ${desk.open?.language ?? ''}`;
}
