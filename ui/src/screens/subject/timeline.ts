// What part of the fifteen years is drawn, which visits lie in it, and the row and mark of each.
import { inside, type Span } from '$lib/charts/index.ts';
import type { SubjectPage, VisitLine } from '$lib/api/index.ts';

export type Reach = 'all' | 'beginning' | 'coming';
export const REACHES: Reach[] = ['all', 'beginning', 'coming'];

/** Moves a day by whole months; the last day of a shorter month stands for one it lacks. */
export function months(day: string, by: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + by, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, last));
  return first.toISOString().slice(0, 10);
}

export function span(page: SubjectPage, today: string, reach: Reach): Span {
  const begin = page.first_dosed_on ?? page.enrolled_on;
  if (reach === 'coming') return { from: months(today, -2), to: months(today, 12) };
  // What is not required may lie decades away (a coming of age long past): it widens nothing.
  const asked = drawn(page.visits).filter((visit) => mark(visit) !== 'none');
  const firsts = [page.enrolled_on, begin, ...asked.map((visit) => visit.earliest_on)].sort();
  const from = firsts[0] ?? begin;
  if (reach === 'beginning') {
    const end = months(begin, 24);
    const closes = asked.filter((visit) => visit.due_on <= end).map((visit) => visit.latest_on);
    return { from, to: [end, ...closes].sort().at(-1) ?? end };
  }
  const lasts = [page.until ?? today, today, ...asked.map((visit) => visit.latest_on)].sort();
  return { from, to: lasts.at(-1) ?? today };
}

/** What is to be signed or decided has parts of its own: the line is of contacts. */
export function drawn(visits: VisitLine[]): VisitLine[] {
  return visits.filter((visit) => !/^(consent|version):/.test(visit.key));
}

/** Its window, or the day on which it took place, reaches into the days drawn. */
export function within(visits: VisitLine[], { from, to }: Span): VisitLine[] {
  return visits.filter((visit) => {
    const days = [visit.earliest_on, visit.latest_on, visit.done_on ?? visit.latest_on].sort();
    return (days.at(-1) ?? '') >= from && (days[0] ?? '') <= to;
  });
}

export type Mark = 'done' | 'outside' | 'missed' | 'overdue' | 'open' | 'waiting' | 'none';

/** The shape a visit wears on the line: told apart without its colour. */
export function mark({ standing }: Pick<VisitLine, 'standing'>): Mark {
  if (standing.is === 'done') return standing.timing === 'in-window' ? 'done' : 'outside';
  if (standing.is === 'missed' || standing.is === 'overdue') return standing.is;
  if (standing.is === 'open' || standing.is === 'due-soon') return 'open';
  return standing.is === 'not-yet-open' || standing.is === 'not-judged' ? 'waiting' : 'none';
}

/** One visit with its place on the drawing. */
export interface Laid {
  visit: VisitLine;
  mark: Mark;
  row: number;
  from: number;
  to: number;
  /** Null when that day lies outside what is drawn. */
  due: number | null;
  /** Where the mark stands. */
  at: number | null;
  /** The middle of its name; null when there is no room for it. */
  name: number | null;
}

const LETTER = 8;
const GAP = 5;

/** Places each visit in the first row where neither window, mark nor name covers another's. */
export function lay(visits: VisitLine[], x: (day: string) => number, part: Span, wide: number, most: number): Laid[] {
  const free: number[] = [];
  return visits.map((visit) => {
    const [from, to] = [x(visit.earliest_on), Math.max(x(visit.latest_on), x(visit.earliest_on) + 3)];
    const is = mark(visit);
    const stands = standsOn(visit, is);
    const at = stands && inside(part, stands) ? x(stands) : null;
    const half = (ownCode(visit.code).length * LETTER) / 2;
    const name = Math.min(wide - half, Math.max(half, (from + to) / 2));
    const bare: [number, number] = [Math.min(from, (at ?? from) - 6), Math.max(to, (at ?? to) + 6)];
    const full: [number, number] = [Math.min(bare[0], name - half), Math.max(bare[1], name + half)];
    const roomy = fit(free, full[0], most);
    const row = roomy ?? fit(free, bare[0], most) ?? emptiest(free);
    const named = visit.code !== '' && roomy !== null;
    free[row] = Math.max(free[row] ?? 0, (named ? full[1] : bare[1]) + GAP);
    const due = inside(part, visit.due_on) ? x(visit.due_on) : null;
    return { visit, mark: is, row, from, to, due, at, name: named ? name : null };
  });
}

function standsOn(visit: VisitLine, is: Mark): string | null {
  if (is === 'done' || is === 'outside') return visit.done_on;
  if (is === 'overdue') return visit.latest_on;
  return is === 'missed' || is === 'open' ? visit.due_on : null;
}

function fit(free: number[], from: number, most: number): number | null {
  const row = free.findIndex((until) => until <= from);
  if (row !== -1) return row;
  return free.length < most ? free.length : null;
}

function emptiest(free: number[]): number {
  return free.indexOf(Math.min(...free));
}

/** The line between a window and a visit that took place outside it; null when it lies inside. */
export function leader({ mark: is, from, to, at }: Laid): [number, number] | null {
  if (is !== 'outside' || at === null) return null;
  if (at < from) return [at, from];
  return at > to ? [to, at] : null;
}

/** Where the keyboard goes from one visit; null when the key does not move. */
export function moved(key: string, at: number, count: number): number | null {
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: count - 1 }[key];
  return to === undefined || count === 0 ? null : Math.max(0, Math.min(count - 1, to));
}

/** What stands beside a visit's mark: of a registry's visit its own code, without the registry's. */
export function ownCode(code: string): string {
  return code.slice(code.lastIndexOf('/') + 1);
}
