// Signals: what the list says, who may do what about one, and how its calls stand.
import type {
  Action,
  CallLine,
  FindingLine,
  FindingSeverity,
  FindingStanding,
  Role,
  VisitLine,
} from '$lib/api/index.ts';
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

export interface Call extends CallLine {
  /** How it stands today, as the schedule says; null for what is not a duty with a date. */
  duty: VisitLine | null;
}

/** What a finding calls for, nearest day first, each beside the duty that it became. */
export function calls(line: FindingLine, duties: readonly VisitLine[]): Call[] {
  const left = calledFor(duties, line.key);
  const byDay = [...line.calls].sort((a, b) => ((a.by ?? '9') < (b.by ?? '9') ? -1 : 1));
  return byDay.map((call) => {
    const key = `report:${call.to}:${line.key}`;
    const at = left.findIndex((duty) => (call.report ? duty.key === key : duty.latest_on === call.by));
    return { ...call, duty: at < 0 ? null : (left.splice(at, 1)[0] ?? null) };
  });
}

/** How a report stands: over its clock, owed, sent, sent late, told by another signal of the cause, no longer owed. */
export type ReportState = 'over' | 'owed' | 'sent' | 'late' | 'elsewhere' | 'none';
export function reportState(call: CallLine): ReportState | null {
  if (!call.report) return null;
  if (call.sent) return call.sent.late ? 'late' : 'sent';
  if (call.owed) return call.clock?.over ? 'over' : 'owed';
  return call.elsewhere ? 'elsewhere' : 'none';
}

/** The nearest thing that a finding wants: a report with its clock, else a day and how far it is. */
export interface Nearest {
  by: string;
  days: number;
  /** What its clock says, "23 h left"; null for what has none. */
  text: string | null;
  to: string;
  over: boolean;
}
export function nearest(line: FindingLine, today: string): Nearest | null {
  const open = line.calls.filter((call) => (call.report ? call.owed : line.open && !call.done));
  const call = open.filter((one) => one.by).sort((a, b) => ((a.by ?? '') < (b.by ?? '') ? -1 : 1))[0];
  if (!call?.by) return null;
  const days = daysBetween(today, call.by);
  const text = call.clock?.left ?? null;
  return { by: call.by, days, text, to: call.to_text, over: call.clock ? call.clock.over : days < 0 };
}

export interface Recipient {
  to: string;
  owed: 'yes' | 'no';
}
const RECIPIENTS = ['sponsor', 'authority', 'ethics'];

/** Whom a report can be told to: first those who are owed one, by the nearest clock. */
export function recipients(calls: readonly CallLine[]): Recipient[] {
  const owed = calls.filter((call) => call.report && call.owed);
  const first = owed.sort((a, b) => ((a.by ?? '') < (b.by ?? '') ? -1 : 1)).map((call) => call.to);
  return [...new Set([...first, ...RECIPIENTS])].map((to) => ({ to, owed: first.includes(to) ? 'yes' : 'no' }));
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

/** These are not kept without words; a report is only when it was late, which Rust knows. */
export function wantsWords(action: Action): boolean {
  return action === 'comment' || action === 'dismissed' || action === 'reopened';
}

/** These ask for something before they are kept. */
export function asks(action: Action): boolean {
  return wantsWords(action) || action === 'reported';
}

/** A cause wants somebody while any of its signals stands open. */
export function wants(line: FindingLine): boolean {
  return line.open || line.others.some((other) => other.open);
}

/** Which signals of the cause go with a deed unless somebody unticks them: those that stand open. */
export function goesAlso(line: FindingLine): string[] {
  return line.others.filter((other) => other.open).map((other) => other.key);
}

/** What can be done about a finding that stands so, in the order of the buttons; a comment is always possible. */
export function offered(standing: FindingStanding): Action[] {
  if (standing === 'taken') return ['reviewed', 'reported', 'dismissed'];
  if (standing === 'reviewed') return ['reported', 'reopened'];
  if (standing === 'reported' || standing === 'dismissed') return ['reopened'];
  return ['take', 'reviewed', 'reported', 'dismissed'];
}

const ACTIONS: Action[] = ['comment', 'take', 'reviewed', 'reported', 'dismissed', 'reopened'];

export interface Report {
  to: string;
  on: string;
  time: string;
  reference: string;
}
export const NO_REPORT: Report = { to: '', on: '', time: '', reference: '' };

export interface Unsent {
  text: string;
  deed: Action | null;
  report: Report;
}

/** Words about a finding that were not sent yet, with the deed they were for; null when there are none to read. */
export function readSaid(json: string): Unsent | null {
  try {
    const kept = JSON.parse(json) as { text?: unknown; deed?: unknown; report?: Record<string, unknown> };
    const word = (value: unknown) => (typeof value === 'string' ? value : '');
    const told = kept.report ?? {};
    const report = { to: word(told.to), on: word(told.on), time: word(told.time), reference: word(told.reference) };
    const said = { text: word(kept.text), deed: ACTIONS.find((one) => one === kept.deed) ?? null, report };
    return worthKeeping(said) ? said : null;
  } catch {
    return null;
  }
}

/** A recipient alone was only chosen, not typed. */
export function worthKeeping({ text, report }: Unsent): boolean {
  return `${text}${report.on}${report.time}${report.reference}`.trim() !== '';
}
