// Signals: what the list says, who may do what about one, and how its calls stand.
import type { Action, FindingLine, FindingSeverity, FindingStanding, Role, VisitLine } from '$lib/api/index.ts';
import { daysBetween } from '$lib/words/index.ts';

export const SEVERITIES: FindingSeverity[] = ['alarm', 'caution', 'notice'];
export const STANDINGS = ['open', 'closed', ''] as const;

/** The finding that an obligation came from: `report:sponsor:<finding>` and `test:<task>:<finding>` name it last. */
export function findingKey(key: string): string {
  return /^(?:report|test):[^:]+:(.+)$/.exec(key)?.[1] ?? key;
}

/** Whether the duties of a subject's page include one that this finding called for. */
export function calledFor(duties: readonly VisitLine[], key: string): VisitLine[] {
  return duties.filter((duty) => /^(?:report|test):/.test(duty.key) && findingKey(duty.key) === key);
}

export interface Call {
  text: string;
  by: string | null;
  /** How it stands today, as the schedule says; null for what is not a duty with a date. */
  duty: VisitLine | null;
}

/** What a finding calls for, each beside the duty that it became. */
export function calls(line: FindingLine, duties: readonly VisitLine[]): Call[] {
  const left = calledFor(duties, line.key);
  return line.calls.map((call) => {
    const at = left.findIndex((duty) => duty.latest_on === call.by);
    return { ...call, duty: at < 0 ? null : (left.splice(at, 1)[0] ?? null) };
  });
}

/** The nearest day by which an open finding wants something done, and how far it is. */
export function clock(line: FindingLine, today: string): { by: string; days: number } | null {
  if (!line.open) return null;
  const by = line.calls.flatMap((call) => call.by ?? []).sort()[0];
  return by ? { by, days: daysBetween(today, by) } : null;
}

export function narrowed(lines: readonly FindingLine[], severity: string, search: string): FindingLine[] {
  const wanted = search.trim().toLocaleLowerCase();
  return lines.filter(
    (line) =>
      (severity === '' || line.severity === severity) &&
      `${line.code} ${line.name} ${line.sentence}`.toLocaleLowerCase().includes(wanted),
  );
}

export function counted(lines: readonly FindingLine[]): { severity: FindingSeverity; count: number }[] {
  return SEVERITIES.map((severity) => ({
    severity,
    count: lines.filter((line) => line.severity === severity).length,
  }));
}

/** Mirrors the table of roles in Rust, which decides; here only what is offered follows from it. */
export function may(role: Role, action: Action): boolean {
  if (role === 'investigator') return true;
  return role === 'coordinator' && (action === 'comment' || action === 'take');
}

/** These are not kept without words. */
export function wantsWords(action: Action): boolean {
  return action === 'comment' || action === 'dismissed' || action === 'reported' || action === 'reopened';
}

/** What can be done about a finding that stands so, in the order of the buttons; a comment is always possible. */
export function offered(standing: FindingStanding): Action[] {
  if (standing === 'taken') return ['reviewed', 'reported', 'dismissed'];
  if (standing === 'reviewed') return ['reported', 'reopened'];
  if (standing === 'reported' || standing === 'dismissed') return ['reopened'];
  return ['take', 'reviewed', 'reported', 'dismissed'];
}

const ACTIONS: Action[] = ['comment', 'take', 'reviewed', 'reported', 'dismissed', 'reopened'];

/** Words about a finding that were not sent yet, with the deed they were for; null when there are none to read. */
export function readSaid(json: string): { text: string; deed: Action | null } | null {
  try {
    const { text, deed } = JSON.parse(json) as { text?: unknown; deed?: unknown };
    if (typeof text !== 'string' || text.trim() === '') return null;
    return { text, deed: ACTIONS.find((one) => one === deed) ?? null };
  } catch {
    return null;
  }
}
