import { api, sentence, type DraftLine, type Group, type Printed, type Sort, type TodayPage } from '$lib/api/index.ts';
import { printer } from '../../printer.svelte.ts';
import { items, type Item } from './today.ts';

const PAGE = 200;

export class Today {
  page = $state.raw<TodayPage | null>(null);
  drafts = $state.raw<DraftLine[]>([]);
  trouble = $state<string | null>(null);
  printed = $state.raw<Printed | null>(null);
  group = $state<Group | ''>('');
  accounted = $state('');
  search = $state('');
  sort = $state<Sort>('urgency');
  /** Index into `drawn` of the row that has the keyboard. */
  at = $state(0);
  drawn = $derived<Item[]>(this.page ? items(this.page.rows, this.page.counts, this.sort === 'urgency') : []);
  filtered = $derived(this.group !== '' || this.accounted !== '' || this.search.trim() !== '');
  #asking = 0;

  async load(): Promise<void> {
    this.#asking += 1;
    const asking = this.#asking;
    try {
      const page = await api.today({ ...this.#asked(), offset: 0, limit: PAGE });
      if (asking !== this.#asking) return;
      this.page = page;
      this.trouble = null;
      this.at = this.drawn[0]?.is === 'head' ? 1 : 0;
    } catch (error) {
      this.trouble = sentence(error);
    }
  }

  async begin(): Promise<void> {
    await this.load();
    this.drafts = await api.drafts().catch(() => []);
  }

  /** The next rows, when the end of the list comes into view. */
  async more(): Promise<void> {
    const page = this.page;
    if (!page || page.rows.length >= page.total) return;
    const asking = this.#asking;
    const next = await api.today({ ...this.#asked(), offset: page.rows.length, limit: PAGE }).catch(() => null);
    if (!next || asking !== this.#asking || this.page !== page) return;
    this.page = { ...next, rows: [...page.rows, ...next.rows] };
  }

  /** The list as it is filtered and sorted, on paper. */
  async print(): Promise<void> {
    try {
      this.printed = await api.printWorklist({ ...this.#asked(), offset: 0, limit: 0 }, printer.usual);
      this.trouble = null;
    } catch (error) {
      this.trouble = sentence(error);
    }
  }

  #asked() {
    return {
      group: this.group === '' ? null : this.group,
      accounted: this.accounted === '' ? null : this.accounted,
      search: this.search.trim(),
      sort: this.sort,
    };
  }

  /** A number of the sentence filters; the same number again shows everyone. */
  pick(accounted: string): void {
    this.accounted = this.accounted === accounted ? '' : accounted;
    void this.load();
  }

  clear(): void {
    this.group = '';
    this.accounted = '';
    this.search = '';
    void this.load();
  }
}
