import { api, sentence, type EnteredForm, type FormChecked, type FormDue, type Receipt } from '$lib/api/index.ts';
import { completed, sendable } from '$lib/form/index.ts';
import { t } from '$lib/words/index.ts';
import { Keeper } from '../../keeper.svelte.ts';
import { desk } from '../../session.svelte.ts';

const CHECK_MS = 400;

/** One record opened again: its awaited result is entered, or what it says is corrected. */
export class Correcting {
  readonly subject: string;
  readonly record: string;
  due = $state.raw<FormDue | null>(null);
  form = $state<EnteredForm | null>(null);
  checked = $state.raw<FormChecked | null>(null);
  because = $state('');
  awaited = $state(false);
  open = $state(true);
  busy = $state(false);
  receipt = $state.raw<Receipt | null>(null);
  readonly kept: Keeper;
  #refusal = $state<string | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn = 0;

  constructor(subject: string, record: string) {
    this.subject = subject;
    this.record = record;
    this.kept = new Keeper(`correct:${record}`, subject, () =>
      JSON.stringify({ form: this.form, because: this.because }),
    );
  }

  get trouble(): string | null {
    return this.#refusal ?? this.kept.trouble;
  }

  async begin(): Promise<void> {
    await this.#try(async () => {
      const opened = await api.formOf(this.subject, this.record);
      const json = await this.kept.found();
      this.awaited = opened.form.closure === 'awaited';
      const draft = json ? (JSON.parse(json) as { form: EnteredForm; because: string }) : null;
      this.due = opened.due;
      this.form = completed(
        draft?.form ?? { ...opened.form, closure: this.awaited ? 'answered' : opened.form.closure },
        opened.due,
      );
      this.because = draft?.because ?? (this.awaited ? t('visit-result-arrived') : '');
      await this.#judge();
    });
  }

  changed(): void {
    this.kept.changed();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#judge(), CHECK_MS);
  }

  async #judge(): Promise<void> {
    if (!this.form || !this.due) return;
    this.#turn += 1;
    const turn = this.#turn;
    const checked = await api.checkForm(this.subject, sendable(this.due, $state.snapshot(this.form))).catch(() => null);
    if (checked && turn === this.#turn) this.checked = checked;
  }

  async save(): Promise<void> {
    await this.#try(async () => {
      if (!this.form || !this.due) return;
      clearTimeout(this.#timer);
      const form = sendable(this.due, $state.snapshot(this.form));
      this.receipt = await api.correctRecord({
        subject: this.subject,
        record: this.record,
        form,
        because: this.because,
      });
      desk.saved(this.receipt.saved_at);
      await this.kept.drop();
    });
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
