// Limits of a laboratory put into the fields that ask for them. Only what is empty is filled, and only when asked.
import type { EnteredForm, FormDue, LimitOffered, LimitsOffered } from '$lib/api/index.ts';
import { blankEntered, filled } from './entered.ts';

/** The form asks for a limit of some laboratory. */
export function asksLimits(due: FormDue): boolean {
  return due.spec.fields.some((field) => field.input.is !== 'computed' && /-(uln|lln)$/.test(field.key));
}

/** What of the offer still has an empty field. */
export function wanting(due: FormDue, form: EnteredForm, offer: LimitsOffered): LimitOffered[] {
  return offer.limits.filter((limit) => !(limit.field in due.fixed) && !filled(form.fields[limit.field]));
}

/** The form with its empty limits filled: in the unit of what they limit where the limit is exact in it. */
export function withLimits(due: FormDue, form: EnteredForm, offer: LimitsOffered): EnteredForm {
  const fields = { ...form.fields };
  for (const limit of wanting(due, form, offer)) {
    const value = limit.values.find((one) => one.unit === unitInUse(due, form, limit.of)) ?? limit.values[0];
    if (value) fields[limit.field] = { ...blankEntered(value.text), unit: value.unit };
  }
  const named = due.spec.fields.some((field) => field.key === 'laboratory') && !filled(fields.laboratory);
  if (named) fields.laboratory = blankEntered(offer.laboratory);
  return { ...form, fields };
}

function unitInUse(due: FormDue, form: EnteredForm, key: string): string {
  const input = due.spec.fields.find((field) => field.key === key)?.input;
  const usual = input?.is === 'number' || input?.is === 'result' ? input.units[0] : '';
  return form.fields[key]?.unit || (usual ?? '');
}
