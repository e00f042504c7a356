import {
  api,
  sentence,
  type FormChecked,
  type FormDue,
  type Mode,
  type Receipt,
  type VisitPlan,
  type VisitReview,
} from '$lib/api/index.ts';
import { asksLimits, blankForm, formKey, sendable, touched } from '$lib/form/index.ts';
import { Keeper } from '../../keeper.svelte.ts';
import { desk } from '../../session.svelte.ts';
import { blankDraft, empty, fitted, readDraft, sent, type Draft } from './visit.ts';

const CHECK_MS = 250;

export class Visiting {
  readonly subject: string;
  plan = $state.raw<VisitPlan | null>(null);
  dues = $state.raw<FormDue[]>([]);
  draft = $state<Draft | null>(null);
  checked = $state<Record<string, FormChecked>>({});
  step = $state<'fill' | 'review' | 'done'>('fill');
  review = $state.raw<VisitReview | null>(null);
  receipt = $state.raw<Receipt | null>(null);
  passphrase = $state('');
  busy = $state(false);
  restored = $state(false);
  readonly kept: Keeper;
  #refusal = $state<string | null>(null);
  #checks: Record<string, ReturnType<typeof setTimeout>> = {};
  #turns: Record<string, number> = {};

  constructor(subject: string) {
    this.subject = subject;
    // The key by which Rust finds the draft of a visit, and drops it once the visit is recorded.
    this.kept = new Keeper(`visit:${subject}`, subject, () => (this.draft ? JSON.stringify(this.draft) : null));
  }

  get trouble(): string | null {
    return this.#refusal ?? this.kept.trouble;
  }

  async begin(code: string | undefined, mode: Mode | null): Promise<void> {
    await this.#try(async () => {
      const plan = await api.planVisit({ subject: this.subject, on: '', code: code ?? null, also: null });
      const json = await this.kept.found(plan.draft?.json ?? null);
      const draft = json ? readDraft(json) : null;
      if (!draft) return this.#take(blankDraft(plan, mode), plan);
      this.restored = true;
      this.#take(
        draft,
        await api.planVisit({ subject: this.subject, on: draft.on, code: draft.code, also: draft.also }),
      );
      if (draft.step === 'review') await this.#review();
    });
  }

  #take(draft: Draft, plan: VisitPlan): void {
    const fit = fitted(draft, plan);
    this.plan = plan;
    this.dues = fit.dues;
    this.draft = fit.draft;
    // What a laboratory calls normal is offered before anything is typed.
    for (const due of fit.dues) if (this.isTouched(due) || asksLimits(due)) this.check(due);
  }

  /** Another visit or another day: the forms due change, what was typed stays. */
  async replan(): Promise<void> {
    const draft = this.draft;
    if (!draft) return;
    await this.#try(async () => {
      const plan = await api.planVisit({ subject: this.subject, on: draft.on, code: draft.code, also: draft.also });
      this.#take($state.snapshot(draft) as Draft, plan);
      this.changed();
    });
  }

  /** Whether the contact answers a visit of another source too. */
  async answer(code: string, yes: boolean): Promise<void> {
    if (!this.draft || !this.plan) return;
    const chosen = this.plan.also.filter((other) => other.chosen).map((other) => other.visit.code);
    this.draft.also = yes ? [...chosen, code] : chosen.filter((one) => one !== code);
    await this.replan();
  }

  isTouched(due: FormDue): boolean {
    const form = this.draft?.forms[formKey(due)];
    return form !== undefined && touched(due, form);
  }

  /** Something was typed: keep it soon, judge the form soon. */
  changed(due?: FormDue): void {
    this.kept.changed();
    if (due) this.check(due);
  }

  check(due: FormDue): void {
    const key = formKey(due);
    clearTimeout(this.#checks[key]);
    this.#checks[key] = setTimeout(() => void this.judge(due), CHECK_MS);
  }

  /** Checks never block and never stop the typing; a late answer to an older text is dropped. */
  async judge(due: FormDue): Promise<void> {
    const key = formKey(due);
    const form = this.draft?.forms[key];
    if (!form) return;
    const turn = (this.#turns[key] ?? 0) + 1;
    this.#turns[key] = turn;
    const checked = await api.checkForm(this.subject, sendable(due, $state.snapshot(form))).catch(() => null);
    if (checked && this.#turns[key] === turn) this.checked[key] = checked;
  }

  add(kind: string): void {
    const due = this.plan?.more.find((one) => one.kind === kind);
    if (!due || !this.draft || this.draft.added.includes(kind)) return;
    this.draft.added.push(kind);
    this.draft.forms[formKey(due)] = blankForm(due, this.draft.on);
    this.draft.open[formKey(due)] = true;
    this.dues = [...this.dues, due];
    this.changed(due);
  }

  remove(due: FormDue): void {
    if (!this.draft) return;
    this.draft.added = this.draft.added.filter((kind) => kind !== due.kind);
    this.dues = this.dues.filter((one) => one !== due);
    this.draft.forms = Object.fromEntries(Object.entries(this.draft.forms).filter(([key]) => key !== formKey(due)));
    this.changed();
  }

  isOpen(due: FormDue): boolean {
    return this.draft?.open[formKey(due)] ?? true;
  }

  #sent() {
    return sent(this.subject, $state.snapshot(this.draft) as Draft, this.dues, this.passphrase, this.plan);
  }

  async lookOver(): Promise<void> {
    await this.#try(async () => {
      // A draft that the disk refuses is told, but it keeps nobody from recording.
      await this.kept.keep().catch(() => undefined);
      await this.#review();
    });
  }

  async #review(): Promise<void> {
    const review = await api.reviewVisit(this.#sent());
    // What was recorded meanwhile needs no review any more.
    if (this.step === 'done') return;
    this.review = review;
    this.#go('review');
  }

  backToForms(): void {
    this.#go('fill');
  }

  /** The draft remembers the step: a lock or a new day at the review leads back to the review. */
  #go(step: 'fill' | 'review'): void {
    this.step = step;
    if (!this.draft || this.draft.step === step) return;
    this.draft.step = step;
    this.kept.changed();
  }

  async record(): Promise<void> {
    await this.#try(async () => {
      this.receipt = await api.recordVisit(this.#sent());
      this.kept.forget();
      this.passphrase = '';
      this.step = 'done';
      desk.saved(this.receipt.saved_at);
    });
  }

  /** Opens the question why it did not take place, or closes it. */
  askMissed(because: string | null): void {
    if (!this.draft) return;
    const was = this.draft.missing ?? '';
    this.draft.missing = because;
    // To have looked at the question is nothing to keep.
    if ((because ?? '') !== was) this.changed();
  }

  async missed(): Promise<boolean> {
    return this.#try(async () => {
      const { code = '', missing } = this.draft ?? {};
      await api.declareMissed({ subject: this.subject, obligation: `visit:${code}`, because: missing ?? '' });
      if (!this.draft) return;
      this.askMissed(null);
      if (empty($state.snapshot(this.draft) as Draft, this.dues)) await this.kept.drop();
    });
  }

  async discard(): Promise<boolean> {
    return this.#try(() => this.kept.drop());
  }

  async #try(work: () => Promise<void> | void): Promise<boolean> {
    this.busy = true;
    try {
      await work();
      this.#refusal = null;
      return true;
    } catch (error) {
      this.#refusal = sentence(error);
      return false;
    } finally {
      this.busy = false;
    }
  }
}
