import {
  api,
  refused,
  sentence,
  type PrintAsked,
  type Printed,
  type Refused,
  type SubjectPage,
} from '$lib/api/index.ts';
import { printer } from '../../printer.svelte.ts';
import { blank } from './print.ts';

export interface Paper extends Printed {
  kind: 'schedule' | 'calendar' | 'growth' | 'script' | 'questionnaire' | 'reasons';
  /** A second file of a calendar: what an earlier one said and holds no more. */
  off?: { count: number; path: string };
}

export class Print {
  form = $state(blank('', printer.usual));
  page = $state.raw<SubjectPage | null>(null);
  /** Name on the paper as the family wishes; empty: the code stands there. */
  called = $state<string | null>(null);
  made = $state.raw<Paper[]>([]);
  busy = $state('');
  trouble = $state<string | null>(null);
  refused = $state<Refused | null>(null);
  /** Which centile chart is printed; empty: the first that has a point. */
  index = $state('');
  /** Key of the visit that a call is about; empty: the next one from afar. */
  visit = $state('');
  #choosing = 0;

  async choose(subject: string): Promise<void> {
    this.#choosing += 1;
    const choosing = this.#choosing;
    try {
      const page = await api.subject(subject);
      const called = await api.identity(subject).then(
        (identity) => identity.called,
        () => null,
      );
      if (choosing !== this.#choosing) return;
      if (this.form.subject !== subject) this.made = [];
      this.form.subject = subject;
      // What is named is chosen anew for each family.
      this.form.show_product = false;
      this.page = page;
      this.called = called;
      this.trouble = null;
      this.refused = null;
    } catch (error) {
      if (choosing === this.#choosing) this.trouble = sentence(error);
    }
  }

  async save(kind: Paper['kind']): Promise<boolean> {
    if (this.form.subject === '' || this.busy !== '') return false;
    this.busy = kind;
    this.refused = null;
    try {
      const asked = $state.snapshot(this.form);
      printer.usual = asked.paper;
      const printed = await this.#print(kind, asked);
      this.made = [{ ...printed, kind }, ...this.made.filter((one) => one.kind !== kind)];
      return true;
    } catch (error) {
      this.refused = refused(error);
      return false;
    } finally {
      this.busy = '';
    }
  }

  #print(kind: Paper['kind'], asked: PrintAsked): Promise<Printed & Pick<Paper, 'off'>> {
    if (kind === 'schedule') return api.printSchedule(asked);
    if (kind === 'calendar') return this.#calendar(asked);
    const { subject, paper, language, folder } = asked;
    // For the file: in the language of whoever prints it.
    if (kind === 'reasons') return api.printReasons(subject, paper);
    if (kind !== 'growth') return api.printCall({ subject, key: this.visit, kind, paper, language, folder });
    return api.printGrowth({ chart: { subject, index: this.index, reference: '' }, paper, language, folder });
  }

  async #calendar(asked: PrintAsked): Promise<Printed & Pick<Paper, 'off'>> {
    const { path, appointments, cancelled, cancelled_path } = await api.printCalendar(asked);
    const saved = { path, pages: 0, visits: appointments };
    return cancelled > 0 ? { ...saved, off: { count: cancelled, path: cancelled_path } } : saved;
  }

  async open(path: string): Promise<void> {
    this.refused = null;
    try {
      await api.openPath(path);
    } catch (error) {
      this.refused = refused(error);
    }
  }
}
