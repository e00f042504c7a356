import {
  api,
  refused,
  sentence,
  type ConsentPage,
  type Guardian,
  type GuardianForm,
  type GuardianLine,
  type ProblemLine,
  type Refused,
} from '$lib/api/index.ts';
import { say } from '$lib/parts/index.ts';
import { t } from '$lib/words/index.ts';
import { Keeper } from '../../keeper.svelte.ts';
import { Foundations } from './course.svelte.ts';
import { guardianForm, nameless, readGuardian } from './consent.ts';

/** What was agreed to, and one signature or withdrawal that is being typed. */
export class Agreed extends Foundations {
  known = $state.raw<ConsentPage | null>(null);

  constructor(subject: string) {
    super(subject, 'consent');
  }

  override async load(): Promise<void> {
    try {
      this.known = await api.consentPage(this.subject);
      this.trouble = null;
    } catch (error) {
      this.trouble = sentence(error);
    }
  }
}

/** Who decides for the child: shown on request, kept sealed. */
export class Guardians {
  /** Null until somebody asked to see the names. */
  names = $state.raw<Guardian[] | null>(null);
  form = $state<GuardianForm | null>(null);
  problems = $state.raw<ProblemLine[]>([]);
  refused = $state<Refused | null>(null);
  trouble = $state<string | null>(null);
  busy = $state(false);
  restored = $state(false);
  readonly kept: Keeper;
  readonly #subject: string;
  readonly #onkept: () => void;

  constructor(subject: string, onkept: () => void) {
    this.#subject = subject;
    this.#onkept = onkept;
    this.kept = new Keeper(`guardian:${subject}`, subject, () => (this.form ? JSON.stringify(this.form) : null));
  }

  /** The dialogue that was left in the middle of typing. */
  async begin(): Promise<void> {
    const json = await this.kept.found().catch(() => null);
    this.form = json ? readGuardian(json) : null;
    this.restored = this.form !== null;
  }

  async show(): Promise<void> {
    try {
      this.names = (await api.identity(this.#subject)).guardians ?? [];
      this.trouble = null;
    } catch (error) {
      this.trouble = sentence(error);
    }
  }

  hide(): void {
    this.names = null;
  }

  /** Opens the dialogue: of somebody new, or of the one who stands in the sealed list. */
  async ask(guardian: string | null, days?: GuardianLine): Promise<void> {
    this.problems = [];
    this.refused = null;
    this.restored = false;
    if (guardian !== null && this.names === null) await this.show();
    const known = this.names?.find((one) => one.id === guardian) ?? null;
    if (guardian === null || known) this.form = guardianForm(this.#subject, known);
    else if (days) this.form = nameless(this.#subject, days);
  }

  async close(): Promise<void> {
    this.form = null;
    await this.kept.drop().catch((error: unknown) => (this.trouble = sentence(error)));
  }

  async keep(): Promise<void> {
    if (this.busy || !this.form) return;
    this.busy = true;
    this.refused = null;
    try {
      const done = await api.keepGuardian($state.snapshot(this.form) as GuardianForm);
      this.problems = done.problems;
      if (!done.subject) return;
      this.form = null;
      await this.kept.drop().catch(() => undefined);
      say(t('subject-said'));
      if (this.names !== null) await this.show();
      this.#onkept();
    } catch (error) {
      this.refused = refused(error);
    } finally {
      this.busy = false;
    }
  }

  about(place: string): string | null {
    return this.problems.find((one) => one.place === place)?.text ?? null;
  }
}
