// The enrolment as typed. Rust judges it; here is only its shape and where each problem belongs.
import type { Contact, EnrolForm, Identity, ProblemLine, Relation } from '$lib/api/index.ts';

/** Somebody of the family: one who decides for the child is named by relation, and kept as its guardian. */
export type Reached = Contact & { decides: Relation | '' };

export type EnrolDraft = Omit<EnrolForm, 'identity' | 'guardians'> & {
  identity: Omit<Identity, 'contacts'> & { contacts: Reached[] };
};

export function blankContact(): Reached {
  return { who: '', telephone: '', email: '', address: '', decides: '' };
}

export function blankEnrolment(today: string, language: string, protocol: string): EnrolDraft {
  return {
    code: '',
    sex: null,
    born_on: '',
    gestation_weeks: '',
    consented_on: '',
    enrolled_on: today,
    language,
    protocol,
    identity: { name: '', called: '', contacts: [blankContact()], note: '' },
    dosing: { number: 1, on: '', outcome: 'complete', batch: '', note: '', because: '' },
    because: '',
  };
}

/** As sent: a dosing that nobody began to fill in is none, empty contacts are left out. */
export function sendable(form: EnrolDraft): EnrolForm {
  const dosing = form.dosing && (form.dosing.on.trim() || form.dosing.batch.trim()) ? form.dosing : null;
  const guardians: EnrolForm['guardians'] = [];
  const contacts: Contact[] = [];
  for (const { decides, who, telephone, email, address } of form.identity.contacts) {
    if (decides) guardians.push({ relation: decides, name: who, telephone, email, address });
    else if ([who, telephone, email, address].some((text) => text.trim() !== ''))
      contacts.push({ who, telephone, email, address });
  }
  return { ...form, dosing, guardians, identity: { ...form.identity, contacts } };
}

/** Where the name of this contact is judged; only a guardian must have one. */
export function namePlace(contacts: readonly Reached[], at: number): string {
  return `guardians.${contacts.slice(0, at).filter((one) => one.decides).length}.name`;
}

/** The sentence beside a field, until that field is typed in again. */
export function about(problems: readonly ProblemLine[], place: string): string | null {
  const found = problems.filter((problem) => problem.place === place).map((problem) => problem.text);
  return found.length > 0 ? found.join(' ') : null;
}

/** Something unusual waits for a reason. */
export function asksReason(problems: readonly ProblemLine[]): boolean {
  return problems.some((problem) => problem.severity === 'asks-reason');
}
