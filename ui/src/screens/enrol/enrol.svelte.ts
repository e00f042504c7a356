import { api, sentence, type EnrolForm, type ProblemLine, type ProtocolLine } from '$lib/api/index.ts';
import { language } from '$lib/words/index.ts';
import { desk } from '../../session.svelte.ts';
import { blankEnrolment, sendable } from './enrol.ts';

const KEY = 'enrol';

export class Enrolling {
  form = $state<EnrolForm>(blankEnrolment(desk.open?.today ?? '', language(), ''));
  problems = $state.raw<ProblemLine[]>([]);
  protocols = $state.raw<ProtocolLine[]>([]);
  trouble = $state<string | null>(null);
  busy = $state(false);
  tried = $state(false);
  keptAt = $state<number | null>(null);
  unkept = $state(false);
  #timer: ReturnType<typeof setTimeout> | undefined;

  async begin(code: string): Promise<void> {
    this.form.code = code;
    try {
      this.protocols = await api.protocols();
      const adopted = this.protocols.filter((line) => line.adopted);
      this.form.protocol = adopted.length === 1 ? (adopted[0]?.reference ?? '') : '';
      const kept = await api.draft(KEY);
      if (!kept) return;
      this.form = { ...this.form, ...(JSON.parse(kept.json) as EnrolForm) };
      this.keptAt = Date.now();
    } catch (error) {
      this.trouble = sentence(error);
    }
  }

  changed(): void {
    this.unkept = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.keep(), 700);
  }

  async keep(): Promise<void> {
    clearTimeout(this.#timer);
    if (!this.unkept) return;
    this.unkept = false;
    try {
      await api.keepDraft(KEY, null, JSON.stringify(this.form));
      this.keptAt = Date.now();
    } catch (error) {
      this.unkept = true;
      this.trouble = sentence(error);
    }
  }

  /** A field typed in again is judged again at the next attempt. */
  retyped(place: string): void {
    this.problems = this.problems.filter((problem) => problem.place !== place);
  }

  /** A preset becomes a protocol of this site when a person says so. */
  async adopt(): Promise<void> {
    await this.#try(async () => {
      const reference = await api.adoptProtocol(this.form.protocol);
      this.protocols = await api.protocols();
      this.form.protocol = reference;
    });
  }

  /** The new subject, or null when something is to be mended first. */
  async enrol(): Promise<string | null> {
    let subject: string | null = null;
    await this.#try(async () => {
      this.tried = true;
      const enrolled = await api.enrol(sendable($state.snapshot(this.form)));
      this.problems = enrolled.problems;
      subject = enrolled.subject;
      if (!subject) return;
      clearTimeout(this.#timer);
      this.unkept = false;
      await api.dropDraft(KEY);
      desk.enter(await api.session());
    });
    return subject;
  }

  async #try(work: () => Promise<void>): Promise<void> {
    this.busy = true;
    try {
      await work();
      this.trouble = null;
    } catch (error) {
      this.trouble = sentence(error);
    } finally {
      this.busy = false;
    }
  }
}
