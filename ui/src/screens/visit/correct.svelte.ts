import { api, sentence, type EnteredForm, type FormChecked, type FormDue, type Receipt } from '$lib/api/index.ts';
import { completed, sendable } from '$lib/form/index.ts';
import { t } from '$lib/words/index.ts';
import { desk } from '../../session.svelte.ts';

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
  trouble = $state<string | null>(null);
  busy = $state(false);
  receipt = $state.raw<Receipt | null>(null);
  keptAt = $state<number | null>(null);
  unkept = $state(false);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn = 0;

  constructor(subject: string, record: string) {
    this.subject = subject;
    this.record = record;
  }

  #key(): string {
    return `correct:${this.record}`;
  }

  async begin(): Promise<void> {
    await this.#try(async () => {
      const opened = await api.formOf(this.subject, this.record);
      const kept = await api.draft(this.#key());
      this.awaited = opened.form.closure === 'awaited';
      const draft = kept ? (JSON.parse(kept.json) as { form: EnteredForm; because: string }) : null;
      this.due = opened.due;
      this.form = completed(
        draft?.form ?? { ...opened.form, closure: this.awaited ? 'answered' : opened.form.closure },
        opened.due,
      );
      this.because = draft?.because ?? (this.awaited ? t('visit-result-arrived') : '');
      if (kept) this.keptAt = Date.now();
      await this.#judge();
    });
  }

  changed(): void {
    this.unkept = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void Promise.all([this.keep(), this.#judge()]), 400);
  }

  async keep(): Promise<void> {
    clearTimeout(this.#timer);
    if (!this.unkept || !this.form || this.receipt) return;
    this.unkept = false;
    try {
      await api.keepDraft(this.#key(), this.subject, JSON.stringify({ form: this.form, because: this.because }));
      this.keptAt = Date.now();
    } catch (error) {
      this.unkept = true;
      this.trouble = sentence(error);
    }
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
      await api.dropDraft(this.#key());
    });
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
