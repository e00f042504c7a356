// What was recorded, day by day: a visit with the records made at it, and all that stands by itself.
import type { AssessmentShown, AuditLine, ContactLine, DosingLine, StatusLine, SubjectPage } from '$lib/api/index.ts';

export type Moment = { key: string; on: string; records: AssessmentShown[] } & (
  | { is: 'contact'; contact: ContactLine }
  | { is: 'loose' }
  | { is: 'dosing'; dosing: DosingLine }
  | { is: 'status'; status: StatusLine }
);

/** Newest first. A sample of another day than its visit stands on its own day. */
export function moments(page: SubjectPage): Moment[] {
  const taken = new Set<string>();
  const contacts = page.contacts.map((contact): Moment => {
    const records = page.assessments.filter(
      (one) => one.collected_on === contact.on && one.visit_label === contact.label && !taken.has(one.record),
    );
    for (const one of records) taken.add(one.record);
    return { key: contact.record, on: contact.on, records, is: 'contact', contact };
  });
  const rest = page.assessments.filter((one) => !taken.has(one.record));
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
  ];
  return all.sort((a, b) => b.on.localeCompare(a.on));
}

/** `''` everything, `awaited`, `corrected`, or a kind of form. */
export function filtered(all: Moment[], only: string, versions: Versions): Moment[] {
  if (only === '') return all;
  const wanted = (one: AssessmentShown) =>
    only === 'awaited' ? one.awaited : only === 'corrected' ? corrected(versions, one.record) : one.kind === only;
  return all
    .map((moment) => ({ ...moment, records: moment.records.filter(wanted) }))
    .filter(
      (moment) =>
        moment.records.length > 0 || (only === 'corrected' && moment.is !== 'loose' && corrected(versions, moment.key)),
    );
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

/** The versions of each record, newest first. */
export type Versions = Map<string, AuditLine[]>;

export function versions(lines: AuditLine[]): Versions {
  const found: Versions = new Map();
  for (const line of lines) {
    const known = found.get(line.record);
    if (known) known.push(line);
    else found.set(line.record, [line]);
  }
  for (const known of found.values()) known.sort((a, b) => b.version - a.version);
  return found;
}

export function corrected(all: Versions, record: string): boolean {
  return (all.get(record)?.[0]?.version ?? 1) > 1;
}

/** What the ledger says of the family's language: the newest enrolment that names one. */
export function spoken(lines: AuditLine[]): string | null {
  const named = lines
    .filter((line) => line.kind === 'enrolment')
    .flatMap((line) => line.changes.filter((change) => change.field === 'language' && change.after !== ''));
  return named[0]?.after ?? null;
}
