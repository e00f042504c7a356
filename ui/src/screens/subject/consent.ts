// What was agreed to, in the order in which it happened, and the form of a record, blank or as it stands.
import type {
  AskedLine,
  ConsentPage,
  CourseChange,
  FormLine,
  Guardian,
  GuardianForm,
  GuardianLine,
  SignedLine,
  WithdrawalLine,
} from '$lib/api/index.ts';
import type { Look } from '$lib/parts/index.ts';
import { RELATIONS } from '../relations.ts';

export type Signing = Extract<CourseChange, { is: 'consent' }>;

export type Withdrawing = Extract<CourseChange, { is: 'withdrawal' }>;

/** A form that was signed or a part that was withdrawn. */
export type Happened = { on: string; record: string; text: string } & (
  { is: 'signed'; line: SignedLine } | { is: 'withdrawn'; line: WithdrawalLine }
);

/** Newest first; of one day, what was signed before what was withdrawn. */
export function happened(page: ConsentPage): Happened[] {
  const signed = page.signed.map((line): Happened => ({
    is: 'signed',
    on: line.on,
    record: line.record,
    text: line.text,
    line,
  }));
  const withdrawn = page.withdrawals.map((line): Happened => ({
    is: 'withdrawn',
    on: line.on,
    record: line.record,
    text: line.text,
    line,
  }));
  const rank = (one: Happened) => (one.is === 'signed' ? 0 : 1);
  return [...signed, ...withdrawn].sort((a, b) => b.on.localeCompare(a.on) || rank(a) - rank(b));
}

/** A shape beside the words: agreed, declined, withdrawn, given again. */
export function shapeOf(one: Happened): Look {
  if (one.is === 'signed') return one.line.declined ? 'overdue' : 'fine';
  return one.line.holds ? 'overdue' : 'quiet';
}

/** Nothing typed yet; the line that is asked fills in what it knows. */
export function blank(page: ConsentPage, today: string, asked: AskedLine | null = null): Signing {
  const form = page.forms.find((one) => one.code === asked?.form) ?? (asked ? undefined : page.forms[0]);
  return {
    is: 'consent',
    record: null,
    kind: asked?.kind ?? form?.kind ?? 'consent',
    form: asked?.form ?? form?.code ?? '',
    version: asked?.version || form?.now || '',
    on: today,
    ...(asked ? { relation: asked.relation, guardian: asked.guardian } : signsFor(page, form)),
    language: page.language,
    copy_given: true,
    witness: false,
    interpreter: false,
    declined: false,
  };
}

/** Whoever decides for the child today; nobody where the subject signs. */
function signsFor(page: ConsentPage, form: FormLine | undefined): Pick<Signing, 'relation' | 'guardian'> {
  if (page.of_age || (form && !form.by_guardians)) return { relation: null, guardian: null };
  const known = page.guardians.find((one) => one.holds);
  return { relation: known?.relation ?? 'mother', guardian: known?.guardian ?? null };
}

export function correction(line: SignedLine): Signing {
  const { record, kind, form, version, on, relation, guardian, language } = line;
  const { copy_given, witness, interpreter, declined } = line;
  return {
    is: 'consent',
    record,
    kind,
    form,
    version,
    on,
    relation,
    guardian,
    language,
    copy_given,
    witness,
    interpreter,
    declined,
  };
}

/** The record of a withdrawal as it stands, to be ended, corrected or told further. */
export function amended(line: WithdrawalLine): Withdrawing {
  const { record, of, on, by, document, samples } = line;
  const [until_on, samples_on] = [line.until_on ?? '', line.samples_on ?? ''];
  return { is: 'withdrawal', record, of: [...of], on, until_on, by, document, samples, samples_on };
}

/** Key of the words of the button that settles a line. */
export function actOf(line: AskedLine): string {
  return line.act === 'sign' ? 'today-action-record-consent' : 'today-action-decide';
}

/** Another form was chosen: its version in force, and who signs it. */
export function withForm(change: Signing, form: FormLine, page: ConsentPage): void {
  change.form = form.code;
  change.kind = form.kind;
  change.version = form.now || form.versions.at(-1) || '';
  if (!form.by_guardians) {
    change.relation = null;
    change.guardian = null;
  } else if (!form.by_subject && change.relation === null) Object.assign(change, signsFor(page, form));
}

/** Who signed as one value of a list: the subject, somebody of the sealed list, or a relation. */
export function signer(change: Signing): string {
  if (change.guardian) return `guardian:${change.guardian}`;
  return change.relation ? `relation:${change.relation}` : 'subject';
}

export function signedBy(change: Signing, value: string, guardians: readonly GuardianLine[]): void {
  const known = guardians.find((one) => value === `guardian:${one.guardian}`);
  change.guardian = known?.guardian ?? null;
  const relation = RELATIONS.find((one) => value === `relation:${one}`) ?? null;
  change.relation = known?.relation ?? relation;
}

/** Nothing typed yet, or the guardian as the sealed list has them. */
export function guardianForm(subject: string, known: Guardian | null): GuardianForm {
  return {
    subject,
    guardian: known?.id ?? null,
    relation: known?.relation ?? 'mother',
    name: known?.name ?? '',
    telephone: known?.telephone ?? '',
    email: known?.email ?? '',
    address: known?.address ?? '',
    from_on: known?.from_on ?? '',
    until_on: known?.until_on ?? '',
    lives_with: known?.lives_with ?? true,
    may_decide: known?.may_decide ?? true,
    because: '',
  };
}

/** Somebody whose days another site handed over without the name. */
export function nameless(subject: string, { guardian, relation, from_on, until_on }: GuardianLine): GuardianForm {
  const days = { from_on: from_on ?? '', until_on: until_on ?? '' };
  return { ...guardianForm(subject, null), guardian, relation, ...days };
}

/** A draft that cannot be read opens no dialogue. */
export function readGuardian(json: string): GuardianForm | null {
  try {
    const read = JSON.parse(json) as Partial<GuardianForm> | null;
    return read?.subject ? { ...guardianForm(read.subject, null), ...read } : null;
  } catch {
    return null;
  }
}
