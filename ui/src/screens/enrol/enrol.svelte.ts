import { api, sentence, type ProblemLine, type ProtocolLine } from '$lib/api/index.ts';
import { language } from '$lib/words/index.ts';
import { Keeper } from '../../keeper.svelte.ts';
import { desk } from '../../session.svelte.ts';
import { blankEnrolment, sendable, type EnrolDraft } from './enrol.ts';

export class Enrolling {
  form = $state<EnrolDraft>(blankEnrolment(desk.open?.today ?? '', language(), ''));
  problems = $state.raw<ProblemLine[]>([]);
  protocols = $state.raw<ProtocolLine[]>([]);
  busy = $state(false);
  tried = $state(false);
  readonly kept = new Keeper('enrol', null, () => JSON.stringify(this.form));
  #refusal = $state<string | null>(null);

  get trouble(): string | null {
    return this.#refusal ?? this.kept.trouble;
  }

  async begin(code: string): Promise<void> {
    this.form.code = code;
    try {
      this.protocols = (await api.protocols()).filter((line) => !line.track);
      const adopted = this.protocols.filter((line) => line.adopted);
      this.form.protocol = adopted.length === 1 ? (adopted[0]?.reference ?? '') : '';
      const json = await this.kept.found();
      if (json) this.form = { ...this.form, ...(JSON.parse(json) as EnrolDraft) };
    } catch (error) {
      this.#refusal = sentence(error);
    }
  }

  changed(): void {
    this.kept.changed();
  }

  /** A field typed in again is judged again at the next attempt. */
  retyped(place: string): void {
    this.problems = this.problems.filter((problem) => problem.place !== place);
  }

  /** A preset becomes a protocol of this site when a person says so. */
  async adopt(): Promise<void> {
    await this.#try(async () => {
      const reference = await api.adoptProtocol(this.form.protocol);
      this.protocols = (await api.protocols()).filter((line) => !line.track);
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
      await this.kept.drop();
      desk.enter(await api.session());
    });
    return subject;
  }

  async #try(work: () => Promise<void>): Promise<void> {
    this.busy = true;
    try {
      await work();
      this.#refusal = null;
    } catch (error) {
      this.#refusal = sentence(error);
    } finally {
      this.busy = false;
    }
  }
}
