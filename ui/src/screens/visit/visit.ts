// The visit as a draft: what is kept, what is sent, which forms stand in the column.
import type { EnteredForm, FormDue, Mode, VisitDraft, VisitPlan } from '$lib/api/index.ts';
import { blankForm, completed, formKey, sendable, touched } from '$lib/form/index.ts';

/** What a draft keeps, as JSON in the store. */
export interface Draft {
  code: string;
  on: string;
  /** Visits of other sources that the person wants answered too; null: those that are proposed. */
  also: string[] | null;
  mode: Mode | null;
  note: string;
  because: string;
  forms: Record<string, EnteredForm>;
  /** Kinds of the forms added by hand. */
  added: string[];
  open: Record<string, boolean>;
  /** Form key and field that had the keyboard. */
  cursor: { form: string; field: string } | null;
  step: 'fill' | 'review';
  /** Why the visit did not take place, while that is being written; null: nobody is asking. */
  missing: string | null;
}

export function blankDraft(plan: VisitPlan, mode: Mode | null): Draft {
  const draft: Draft = {
    code: plan.chosen,
    on: plan.on,
    also: null,
    mode: mode ?? plan.modes[0] ?? null,
    note: '',
    because: '',
    forms: {},
    added: [],
    open: {},
    cursor: null,
    step: 'fill',
    missing: null,
  };
  return fitted(draft, plan).draft;
}

/** Reads a kept draft; one that cannot be read is no reason to lose the visit. */
export function readDraft(json: string): Draft | null {
  try {
    const read = JSON.parse(json) as Partial<Draft>;
    if (typeof read !== 'object' || read === null || typeof read.forms !== 'object') return null;
    const {
      code = '',
      on = '',
      also = null,
      mode = null,
      note = '',
      because = '',
      forms = {},
      added = [],
      open = {},
      cursor = null,
      step = 'fill',
      missing = null,
    } = read;
    return { code, on, also, mode, note, because, forms, added, open, cursor, step, missing };
  } catch {
    return null;
  }
}

/**
 * The forms of a plan with what was already typed. A form that is no longer due but has been touched stays, as one
 * added by hand: changing the day never loses text.
 */
export function fitted(draft: Draft, plan: VisitPlan): { draft: Draft; dues: FormDue[] } {
  const keys = plan.forms.map(formKey);
  const byKind = (kind: string) => [...plan.more, ...plan.forms].find((due) => due.kind === kind);
  const stray = Object.entries(draft.forms)
    .filter(([key]) => !keys.includes(key))
    .flatMap(([key, form]) => {
      const due = byKind(form.kind);
      if (!due) return [];
      const own: FormDue = { ...due, task: key.startsWith('+') ? '' : key };
      return draft.added.includes(form.kind) || touched(own, completed(form, own)) ? [own] : [];
    });
  const dues = [...plan.forms, ...stray];
  const forms = Object.fromEntries(
    dues.map((due) => {
      const kept = draft.forms[formKey(due)];
      return [formKey(due), kept ? completed(dated(kept, draft.on, plan.on), due) : blankForm(due, plan.on)];
    }),
  );
  return { draft: { ...draft, code: plan.chosen, on: plan.on, forms }, dues };
}

/** A collection day that was the visit's follows the visit to its new day. */
function dated(form: EnteredForm, was: string, is: string): EnteredForm {
  return form.collected_on === was || form.collected_on === '' ? { ...form, collected_on: is } : form;
}

/** What goes to Rust: untouched forms stay behind, and it says so. */
export function sent(
  subject: string,
  draft: Draft,
  dues: readonly FormDue[],
  passphrase: string,
  plan: Pick<VisitPlan, 'also'> | null = null,
): VisitDraft {
  const forms = dues.flatMap((due) => {
    const form = draft.forms[formKey(due)];
    return form && touched(due, form) ? [{ task: due.task, form: sendable(due, form) }] : [];
  });
  const { code, on, mode, note, because } = draft;
  const also = (plan?.also ?? []).filter((other) => other.chosen).map((other) => other.visit.code);
  return { subject, code, also, on, mode, note, forms, because, signature_passphrase: passphrase };
}

/** Nothing was typed that would be lost. */
export function empty(draft: Draft, dues: readonly FormDue[]): boolean {
  const typed = dues.some((due) => {
    const form = draft.forms[formKey(due)];
    return form !== undefined && touched(due, form);
  });
  return !typed && draft.note.trim() === '' && draft.because.trim() === '';
}

export interface Grouped {
  form: string;
  lines: { field: string; shown: string }[];
}

/** Lines of the review under the heading of their form. */
export function grouped(lines: readonly { form: string; field: string; shown: string }[]): Grouped[] {
  const groups: Grouped[] = [];
  for (const { form, field, shown } of lines) {
    const last = groups.at(-1);
    if (last?.form === form) last.lines.push({ field, shown });
    else groups.push({ form, lines: [{ field, shown }] });
  }
  return groups;
}
