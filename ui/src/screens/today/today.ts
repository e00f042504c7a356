// The worklist as drawn: rows under the heading of their group, the accounted-for sentence, where Enter leads.
import type { DraftLine, Group, GroupCount, Role, TallyLine, WorkAction, WorkRow } from '$lib/api/index.ts';
import { enters } from '../roles.ts';

export const GROUPS: Group[] = ['overdue', 'not-judged', 'due', 'kit', 'awaited', 'signal', 'coming'];

export type Item = { is: 'head'; group: Group; count: number } | { is: 'row'; row: WorkRow; index: number };

/** Rows with a heading before each group; the order is Rust's. Without urgency order there are no groups to head. */
export function items(rows: readonly WorkRow[], counts: readonly GroupCount[], grouped: boolean): Item[] {
  const drawn: Item[] = [];
  let last: Group | null = null;
  rows.forEach((row, index) => {
    if (grouped && row.group !== last) {
      last = row.group;
      drawn.push({ is: 'head', group: row.group, count: counts.find((one) => one.group === row.group)?.count ?? 0 });
    }
    drawn.push({ is: 'row', row, index });
  });
  return drawn;
}

export interface Part {
  accounted: string;
  count: number;
}

/** Parts that are said even when nobody is in them. */
const ALWAYS = ['up-to-date', 'due', 'overdue'];

/** The parts of the accounted-for sentence; they always add up to everyone enrolled. */
export function parts(tally: TallyLine): Part[] {
  const all: Part[] = [
    { accounted: 'up-to-date', count: tally.up_to_date },
    { accounted: 'due', count: tally.due },
    { accounted: 'overdue', count: tally.overdue },
    { accounted: 'not-judged', count: tally.not_judged },
    { accounted: 'lost', count: tally.lost },
    { accounted: 'withdrawn', count: tally.withdrawn },
    { accounted: 'transferred', count: tally.transferred },
    { accounted: 'deceased', count: tally.deceased },
    { accounted: 'completed', count: tally.completed },
  ];
  // "0 overdue" would be a judgement where none was made.
  const always = tally.not_judged > 0 ? [] : ALWAYS;
  return all.filter((part) => part.count > 0 || always.includes(part.accounted));
}

/** Those in these states owe nothing today: they stand in no line of work. */
const UNLISTED = ['lost', 'withdrawn', 'transferred', 'deceased', 'completed'];

/** Where the people of a part are found: null for this list, narrowed to them; else the list of subjects. */
export function foundAt(accounted: string): { screen: string; params: Record<string, string> } | null {
  return UNLISTED.includes(accounted) ? { screen: 'subjects', params: { state: accounted } } : null;
}

/** A signal says by itself why it stands there; the date of anything else is counted from something. */
export function hasReason(row: WorkRow): boolean {
  return row.group !== 'signal';
}

/** What a line offers: to whoever only reads, the subject. Signals are read by everyone. */
export function offered(action: WorkAction, reads: boolean): WorkAction | 'open-subject' {
  return reads && action !== 'review-signal' && action !== 'report' ? 'open-subject' : action;
}

/** Where the one main action of a row leads. */
export function destination(row: WorkRow, role: Role): { screen: string; params: Record<string, string> } {
  const subject = { subject: row.subject };
  if (row.action === 'review-signal' || row.action === 'report') {
    return {
      screen: 'signals',
      params: { ...subject, key: row.action === 'report' ? (row.target ?? row.key) : row.key },
    };
  }
  if (row.action === 'track-kit') return { screen: 'kits', params: { ...subject, key: row.target ?? '' } };
  if (row.action === 'record-attempt') {
    return { screen: 'subject', params: { ...subject, tab: 'contact', channel: row.target ?? '' } };
  }
  if (row.action === 'decide' && row.key.startsWith('version:')) {
    return { screen: 'subject', params: { ...subject, tab: 'course' } };
  }
  if (row.action === 'record-consent' || row.action === 'decide') {
    return { screen: 'subject', params: { ...subject, tab: 'consent', asked: row.target ?? '' } };
  }
  if (!enters(role)) return { screen: 'subject', params: subject };
  const target = row.target ?? '';
  if (row.action === 'enter-result') return { screen: 'visit', params: { ...subject, record: target } };
  if (row.action === 'record-call') return { screen: 'visit', params: { ...subject, code: target, mode: 'phone' } };
  return { screen: 'visit', params: { ...subject, code: target } };
}

export type Unfinished = 'visit' | 'correct' | 'life' | 'finding' | 'enrol';

const TABS: Record<string, string> = { course: 'course', consent: 'consent', guardian: 'consent' };

/** What was left unfinished, and the way back to it; null for a draft that no screen of this version knows. */
export function unfinished(
  draft: DraftLine,
): { is: Unfinished; screen: string; params: Record<string, string> } | null {
  const [is, first = '', ...rest] = draft.key.split(':');
  if (is === 'enrol') return { is, screen: 'enrol', params: {} };
  if (!draft.subject) return null;
  const subject = { subject: draft.subject };
  if (is === 'visit') return { is, screen: 'visit', params: subject };
  if (is === 'correct') return { is, screen: 'visit', params: { ...subject, record: first } };
  if (is === 'life') return { is, screen: 'subject', params: subject };
  // Parts of the subject's page with dialogues of their own.
  const tab = is && TABS[is];
  if (tab) return { is: 'life', screen: 'subject', params: { ...subject, tab } };
  return is === 'finding' ? { is, screen: 'signals', params: { ...subject, key: rest.join(':') } } : null;
}

/** The next row up or down, headings skipped. */
export function stepped(drawn: readonly Item[], at: number, step: 1 | -1): number {
  let next = at + step;
  while (drawn[next]?.is === 'head') next += step;
  return drawn[next] ? next : at;
}
