// What was typed into a form, before Rust judges it: blank values, what is shown, what counts as touched.
import type { Entered, EnteredForm, FieldSpec, FormDue, FormSpec } from '$lib/api/index.ts';

export function blankEntered(text = ''): Entered {
  return { mark: 'typed', text, codes: [], unit: '', lod: '', lloq: '', because: '', rows: [] };
}

/** A form with nothing typed but what the task fixes. */
export function blankForm(due: FormDue, collectedOn: string): EnteredForm {
  const fields: EnteredForm['fields'] = {};
  for (const spec of due.spec.fields) fields[spec.key] = blankEntered(due.fixed[spec.key] ?? '');
  return { kind: due.kind, collected_on: collectedOn, closure: 'answered', because: '', fields };
}

/** A kept form with every field of today's specification present, so that the widgets have where to write. */
export function completed(kept: EnteredForm, due: FormDue): EnteredForm {
  const blank = blankForm(due, kept.collected_on);
  const fields = { ...blank.fields };
  for (const [key, entered] of Object.entries(kept.fields)) fields[key] = { ...blankEntered(), ...entered };
  return { ...blank, ...kept, fields };
}

/** Whether a field is asked now: some are asked only after a certain answer to another. */
export function shown(field: FieldSpec, form: EnteredForm): boolean {
  const when = field.shown_when;
  if (!when) return true;
  const other = form.fields[when.field];
  return when.is.includes(other?.text ?? '') || (other?.codes ?? []).some((code) => when.is.includes(code));
}

/** Something was typed or marked in the field. */
export function filled(entered: Entered | undefined): boolean {
  if (!entered) return false;
  const typed = [entered.text, entered.lod, entered.lloq].some((text) => text.trim() !== '');
  return typed || entered.mark !== 'typed' || entered.codes.length > 0 || entered.rows.length > 0;
}

/** Fields a person answers: computed and fixed ones aside. */
export function asked(spec: FormSpec, form: EnteredForm, fixed: Record<string, string>): FieldSpec[] {
  return spec.fields.filter((field) => field.input.is !== 'computed' && !(field.key in fixed) && shown(field, form));
}

export function answered(due: FormDue, form: EnteredForm): { answered: number; of: number } {
  const fields = asked(due.spec, form, due.fixed);
  return { answered: fields.filter((field) => filled(form.fields[field.key])).length, of: fields.length };
}

/** A person did something with the form; an untouched one is left out and reported so. */
export function touched(due: FormDue, form: EnteredForm): boolean {
  return form.closure !== 'answered' || form.because.trim() !== '' || answered(due, form).answered > 0;
}

/** The form as sent: fields that are not asked now do not go along. */
export function sendable(due: FormDue, form: EnteredForm): EnteredForm {
  const fields: EnteredForm['fields'] = {};
  for (const field of due.spec.fields) {
    const entered = form.fields[field.key];
    if (entered && field.input.is !== 'computed' && shown(field, form) && filled(entered)) fields[field.key] = entered;
  }
  return { ...form, fields };
}

/** One key for the form of a task: two forms of a kind may stand in one visit (blood and urine). */
export function formKey(due: { task: string; kind: string }): string {
  return due.task || `+${due.kind}`;
}

/** Field, row (from 1) and column of a place such as `clones[3].gene`. */
export function placed(place: string): { field: string; row: number | null; column: string | null } {
  const found = /^([^[]+)\[(\d+)\]\.(.+)$/.exec(place);
  // A limit of a result (`result.lod`) belongs to its field.
  if (!found) return { field: place.split('.')[0] ?? place, row: null, column: null };
  return { field: found[1] ?? place, row: Number(found[2]), column: found[3] ?? null };
}
