import {
  api,
  refused,
  sentence,
  type FaultLine,
  type ProtocolLine,
  type Refused,
  type StudyPage,
} from '$lib/api/index.ts';
import { first, OWN, stopping, weighed } from './study.ts';

const CHECK_AFTER_MS = 400;

/** The study's own text: it outlives the way to a preset and back. */
const unkept = $state({ text: '' });

export class Study {
  lines = $state.raw<ProtocolLine[]>([]);
  page = $state.raw<StudyPage | null>(null);
  chosen = $state('');
  trouble = $state<string | null>(null);
  refused = $state<Refused | null>(null);
  busy = $state(false);
  /** null: this text has not been checked. */
  faults = $state.raw<FaultLine[] | null>(null);
  good = $derived(this.faults !== null && stopping(this.faults) === 0 && this.text.trim() !== '');
  #asking = 0;
  #checking = 0;
  #waiting: ReturnType<typeof setTimeout> | undefined;

  get text(): string {
    return unkept.text;
  }
  set text(text: string) {
    unkept.text = text;
    this.faults = null;
    this.refused = null;
    clearTimeout(this.#waiting);
    if (text.trim() !== '') this.#waiting = setTimeout(() => void this.check(), CHECK_AFTER_MS);
  }

  async begin(wanted: string): Promise<void> {
    try {
      this.lines = await api.protocols();
      await this.choose(wanted === OWN ? OWN : first(this.lines, wanted));
    } catch (error) {
      this.trouble = sentence(error);
    }
  }

  async choose(reference: string): Promise<void> {
    this.#asking += 1;
    const asking = this.#asking;
    this.chosen = reference;
    this.refused = null;
    if (reference === OWN || reference === '') {
      this.page = null;
      if (this.text.trim() !== '') await this.check();
      return;
    }
    try {
      const page = await api.study(reference);
      if (asking !== this.#asking) return;
      this.page = page;
      this.trouble = null;
    } catch (error) {
      if (asking !== this.#asking) return;
      this.page = null;
      this.trouble = sentence(error);
    }
  }

  async check(): Promise<void> {
    this.#checking += 1;
    const checking = this.#checking;
    const text = this.text;
    try {
      const faults = await api.checkProtocol(text);
      // An answer about an older text says nothing about this one.
      if (checking === this.#checking && text === this.text) this.faults = weighed(faults);
    } catch (error) {
      this.refused = refused(error);
    }
  }

  /** Puts a preset (by its path) or the study's own text in force. */
  async adopt(presetOrText: string): Promise<boolean> {
    this.busy = true;
    this.refused = null;
    try {
      const reference = await api.adoptProtocol(presetOrText);
      if (presetOrText === unkept.text) unkept.text = '';
      this.lines = await api.protocols();
      await this.choose(reference);
      return true;
    } catch (error) {
      this.refused = refused(error);
      return false;
    } finally {
      this.busy = false;
    }
  }
}
