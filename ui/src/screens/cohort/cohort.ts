// The cohort as drawn: where an event leads, which row of a boundary is the present one.
import type { BoundaryRow, CohortEvent, CohortStudy, StoppingLine } from '$lib/api/index.ts';

/** The finding where a rule saw it, else the record, else the person. */
export function destination(event: CohortEvent): { screen: string; params: Record<string, string> } {
  const subject = event.subject;
  if (event.key) return { screen: 'signals', params: { subject, key: event.key } };
  return { screen: 'subject', params: event.record ? { subject, record: event.record } : { subject } };
}

/** Whether the number of subjects judged now lies in a row. */
export function isNow(row: BoundaryRow, line: StoppingLine): boolean {
  return row.from <= line.judged && line.judged <= row.to;
}

/** Rules whose boundary is reached first; the order of the protocol otherwise. */
export function ordered(lines: readonly StoppingLine[]): StoppingLine[] {
  return [...lines].sort((a, b) => Number(b.reached) - Number(a.reached));
}

/** The study that was chosen, else every one: those with something to watch first. */
export function shown(studies: readonly CohortStudy[], chosen: string): CohortStudy[] {
  const watched = (study: CohortStudy) => study.stopping.length > 0 || study.observed !== null;
  const some = studies.filter((study) => chosen === '' || study.protocol === chosen);
  return some.sort((a, b) => Number(watched(b)) - Number(watched(a)));
}
