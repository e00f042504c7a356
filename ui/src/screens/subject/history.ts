// What was recorded, day by day: a visit with the records made at it, and all that stands by itself.
import type {
  AssessmentShown,
  AuditLine,
  ContactLine,
  DosingLine,
  MissedLine,
  StatusLine,
  SubjectPage,
} from '$lib/api/index.ts';

export type Moment = { key: string; on: string; records: AssessmentShown[] } & (
  | { is: 'contact'; contact: ContactLine }
  | { is: 'loose' }
  | { is: 'dosing'; dosing: DosingLine }
  | { is: 'status'; status: StatusLine }
  | { is: 'missed'; missed: MissedLine }
);

/** Newest first. A sample of another day than its visit stands on its own day. */
export function moments(page: SubjectPage): Moment[] {
  const at = (contact: ContactLine) => (one: AssessmentShown) =>
    one.visit === contact.record && one.collected_on === contact.on;
  const contacts = page.contacts.map((contact): Moment => {
    const records = page.assessments.filter(at(contact));
    return { key: contact.record, on: contact.on, records, is: 'contact', contact };
  });
  const taken = new Set(contacts.flatMap((contact) => contact.records));
  const rest = page.assessments.filter((one) => !taken.has(one));
  const days = [...new Set(rest.map((one) => one.collected_on))];
  const all: Moment[] = [
    ...contacts,
    ...days.map((on): Moment => {
      const records = rest.filter((one) => one.collected_on === on);
      return { key: `day:${on}`, on, records, is: 'loose' };
    }),
    ...page.dosings.map((dosing): Moment => ({
      key: dosing.record,
      on: dosing.on,
      records: [],
      is: 'dosing',
      dosing,
    })),
    ...page.statuses.map((status): Moment => ({
      key: status.record,
      on: status.on,
      records: [],
      is: 'status',
      status,
    })),
    ...page.missed.map((missed): Moment => ({ key: missed.record, on: missed.on, records: [], is: 'missed', missed })),
  ];
  return all.sort((a, b) => b.on.localeCompare(a.on));
}

/** `''` everything, `awaited`, `corrected`, or a kind of form. */
export function filtered(all: Moment[], only: string): Moment[] {
  if (only === '') return all;
  const wanted = (one: AssessmentShown) =>
    only === 'awaited' ? one.awaited : only === 'corrected' ? corrected(one) : one.kind === only;
  return all
    .map((moment) => ({ ...moment, records: moment.records.filter(wanted) }))
    .filter((moment) => moment.records.length > 0 || (only === 'corrected' && corrected(head(moment))));
}

/** What the ledger has versions of: the visit, administration or change of state itself, apart from its records. */
export function head(moment: Moment): { version: number } {
  if (moment.is === 'contact') return moment.contact;
  if (moment.is === 'dosing') return moment.dosing;
  if (moment.is === 'missed') return moment.missed;
  return moment.is === 'status' ? moment.status : { version: 1 };
}

export function corrected({ version }: { version: number }): boolean {
  return version > 1;
}

/** Kinds that were recorded, each with its title and how often. */
export function kinds(page: SubjectPage): { kind: string; title: string; count: number }[] {
  const found = new Map<string, { kind: string; title: string; count: number }>();
  for (const { kind, title } of page.assessments) {
    const known = found.get(kind);
    found.set(kind, { kind, title, count: (known?.count ?? 0) + 1 });
  }
  return [...found.values()].sort((a, b) => a.title.localeCompare(b.title));
}

/** What changed a record after it was first written, newest version first. */
export function laterVersions(lines: readonly AuditLine[], record: string): AuditLine[] {
  return lines.filter((line) => line.record === record && corrected(line)).sort((a, b) => b.version - a.version);
}
