import {
  api,
  heard,
  refused,
  type ImportProgress,
  type ImportReceipt,
  type MappingForm,
  type Refused,
  type SampleChosen,
  type TableAsked,
  type TableRead,
  type TableSeen,
} from '$lib/api/index.ts';
import { t } from '$lib/words/index.ts';
import { chosen, redated } from './import.ts';

export class Import {
  path = $state('');
  association = $state('');
  laboratory = $state('');
  because = $state('');
  seen = $state.raw<TableSeen | null>(null);
  mapping = $state<MappingForm | null>(null);
  read = $state.raw<TableRead | null>(null);
  samples = $state<SampleChosen[]>([]);
  receipt = $state.raw<ImportReceipt | null>(null);
  busy = $state<'' | 'look' | 'read' | 'save'>('');
  progress = $state.raw<ImportProgress | null>(null);
  refused = $state.raw<Refused | null>(null);
  readonly subject: string;

  constructor(subject: string) {
    this.subject = subject;
  }

  /** Hears how far a table is, until the returned function is called. */
  listen(): () => void {
    return heard('import-progress', (progress) => {
      if (this.busy !== '') this.progress = progress;
    });
  }

  #asked(mapping: MappingForm | null): TableAsked {
    return { path: this.path, association: this.association, laboratory: this.laboratory, mapping };
  }

  async #doing(what: 'look' | 'read' | 'save', work: () => Promise<void>): Promise<boolean> {
    if (this.busy !== '') return false;
    this.busy = what;
    this.refused = null;
    this.progress = null;
    try {
      await work();
      return true;
    } catch (error) {
      this.refused = refused(error);
      return false;
    } finally {
      this.busy = '';
      this.progress = null;
    }
  }

  async choose(what: 'path' | 'association'): Promise<void> {
    const path = await api.chooseTable(t(`import-${what}`)).catch((error: unknown) => {
      this.refused = refused(error);
      return null;
    });
    if (path !== null) this[what] = path;
  }

  /** Looks at the file; another sheet is looked at through the mapping. */
  look(sheet = ''): Promise<boolean> {
    return this.#doing('look', async () => {
      const mapping = sheet === '' || !this.mapping ? null : { ...$state.snapshot(this.mapping), sheet };
      const seen = await api.lookAtTable(this.#asked(mapping));
      this.seen = seen;
      this.mapping = seen.mapping;
      this.read = null;
      this.receipt = null;
    });
  }

  readTable(): Promise<boolean> {
    return this.#doing('read', async () => {
      const read = await api.samplesOfTable(this.subject, this.#asked($state.snapshot(this.mapping)));
      this.read = read;
      this.samples = read.samples.map(chosen);
      this.receipt = null;
    });
  }

  repair(): Promise<boolean> {
    if (this.mapping) this.mapping.repair_genes = true;
    return this.readTable();
  }

  date(at: number, day: string): void {
    this.samples = redated($state.snapshot(this.samples), this.read?.samples ?? [], at, day);
  }

  /** True when it was saved. */
  async save(): Promise<boolean> {
    await this.#doing('save', async () => {
      this.receipt = await api.importSites({
        table: this.#asked($state.snapshot(this.mapping)),
        sha256: this.read?.sha256 ?? '',
        samples: $state.snapshot(this.samples),
        because: this.because,
      });
    });
    return this.receipt !== null && this.receipt.saved_at !== '';
  }

  stop(): void {
    void api.stopImport();
  }
}
