// The enrolment as typed. Rust judges it; here is only its shape and where each problem belongs.
import type { Contact, EnrolForm, ProblemLine } from '$lib/api/index.ts';

export function blankContact(): Contact {
  return { who: '', telephone: '', email: '', address: '' };
}

export function blankEnrolment(today: string, language: string, protocol: string): EnrolForm {
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
export function sendable(form: EnrolForm): EnrolForm {
  const dosing = form.dosing && (form.dosing.on.trim() || form.dosing.batch.trim()) ? form.dosing : null;
  const contacts = form.identity.contacts.filter((one) => Object.values(one).some((text) => text.trim() !== ''));
  return { ...form, dosing, identity: { ...form.identity, contacts } };
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
