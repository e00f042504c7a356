import { api, refused, type RangesKept, type RangesSeen, type Refused } from '$lib/api/index.ts';
import { t } from '$lib/words/index.ts';

/** What laboratories call normal: the tables in force, and the one that is looked at. */
export class Ranges {
  kept = $state.raw<RangesKept[]>([]);
  csv = $state('');
  because = $state('');
  seen = $state.raw<RangesSeen | null>(null);
  busy = $state(false);
  refused = $state<Refused | null>(null);

  begin(): Promise<void> {
    return this.#try(async () => {
      this.kept = await api.referenceRanges();
    });
  }

  /** What was read belongs to the text that was read. */
  typed(): void {
    this.seen = null;
  }

  choose(): Promise<void> {
    return this.#try(async () => {
      const text = await api.chooseRanges(t('ranges-choose'));
      if (text !== null) await this.#look(text);
    });
  }

  look(): Promise<void> {
    return this.#try(() => this.#look(this.csv));
  }

  async #look(csv: string): Promise<void> {
    this.csv = csv;
    this.seen = await api.lookAtRanges(csv);
  }

  keep(): Promise<void> {
    return this.#try(async () => {
      this.seen = await api.keepReferenceRanges({ csv: this.csv, because: this.because });
      if (!this.seen.kept) return;
      this.kept = await api.referenceRanges();
      this.csv = '';
      this.because = '';
    });
  }

  async #try(work: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.refused = null;
    try {
      await work();
    } catch (error) {
      this.refused = refused(error);
    } finally {
      this.busy = false;
    }
  }
}
