// The calendar as drawn: which day a key leads to, how a window lies over the weeks, how much a cell can show, how dark a
// week is. Civil days are ISO texts; nothing here knows the clock.
import type {
  AppointmentLine,
  CalendarMonth,
  DayLine,
  IncomingLine,
  Mode,
  MonthAheadLine,
  ToPlanLine,
  WeekLine,
} from '$lib/api/index.ts';
import { shifted } from '$lib/parts/index.ts';

export const WEEK = 7;

/** Days in rows of seven; they begin with a Monday. */
export function weeks(days: readonly DayLine[]): DayLine[][] {
  const rows: DayLine[][] = [];
  for (let at = 0; at < days.length; at += WEEK) rows.push(days.slice(at, at + WEEK));
  return rows;
}

function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The same day so many months away; a month without it gives its last day, as every date in the product. */
export function byMonths(on: string, months: number): string {
  const [year = 0, month = 1, day = 1] = on.split('-').map(Number);
  const away = year * 12 + (month - 1) + months;
  const [y, m] = [Math.floor(away / 12), (((away % 12) + 12) % 12) + 1];
  const two = (n: number) => String(n).padStart(2, '0');
  return `${String(y).padStart(4, '0')}-${two(m)}-${two(Math.min(day, lastDay(y, m)))}`;
}

/** Monday is 1, Sunday 7. */
export function weekday(on: string): number {
  return new Date(`${on}T00:00:00Z`).getUTCDay() || WEEK;
}

/** The day a key leads to; null when the key is no step. */
export function stepped(on: string, key: string): string | null {
  switch (key) {
    case 'ArrowLeft':
      return shifted(on, -1);
    case 'ArrowRight':
      return shifted(on, 1);
    case 'ArrowUp':
      return shifted(on, -WEEK);
    case 'ArrowDown':
      return shifted(on, WEEK);
    case 'PageUp':
      return byMonths(on, -1);
    case 'PageDown':
      return byMonths(on, 1);
    case 'Home':
      return shifted(on, 1 - weekday(on));
    case 'End':
      return shifted(on, WEEK - weekday(on));
    default:
      return null;
  }
}

export interface Window {
  earliest_on: string;
  due_on: string;
  latest_on: string;
}

/** Where the windows of one contact meet: where one day settles all of them. Null when there is no such day. */
export function common(windows: readonly Window[]): Window | null {
  const [first, ...rest] = windows;
  if (!first) return null;
  const later = (a: string, b: string) => (a > b ? a : b);
  const sooner = (a: string, b: string) => (a < b ? a : b);
  const met = rest.reduce<Window>(
    (so_far, one) => ({
      earliest_on: later(so_far.earliest_on, one.earliest_on),
      due_on: sooner(so_far.due_on, one.due_on),
      latest_on: sooner(so_far.latest_on, one.latest_on),
    }),
    { ...first },
  );
  if (met.earliest_on > met.latest_on) return null;
  return { ...met, due_on: sooner(later(met.due_on, met.earliest_on), met.latest_on) };
}

export interface Band {
  /** The day lies in the window. */
  inside: boolean;
  /** The window's ends are drawn round. */
  starts: boolean;
  ends: boolean;
  due: boolean;
}

const NOWHERE: Band = { inside: false, starts: false, ends: false, due: false };

export function band(on: string, window: Window | null): Band {
  if (!window || on < window.earliest_on || on > window.latest_on) return NOWHERE;
  return { inside: true, starts: on === window.earliest_on, ends: on === window.latest_on, due: on === window.due_on };
}

/** As many as there is room for; when some are left out, one place is needed to say how many. */
export function fitting<T>(all: readonly T[], room: number): { shown: T[]; more: number } {
  if (all.length <= room) return { shown: [...all], more: 0 };
  const shown = all.slice(0, Math.max(0, room - 1));
  return { shown, more: all.length - shown.length };
}

/** 0 for nothing, then 1 to 4 by quarters of the largest: the number stands in the cell as well. */
export function heat(count: number, most: number): number {
  if (count <= 0 || most <= 0) return 0;
  return Math.min(4, Math.ceil((count / most) * 4));
}

/** Weeks by the month their Thursday lies in (ISO 8601): twelve rows of four or five. */
export function byMonth(all: readonly WeekLine[], year: number): { month: number; weeks: WeekLine[] }[] {
  const rows = Array.from({ length: 12 }, (_, at) => ({ month: at + 1, weeks: [] as WeekLine[] }));
  for (const week of all) {
    const [y, month = 1] = shifted(week.from_on, 3).split('-').map(Number);
    if (y === year) rows[month - 1]?.weeks.push(week);
  }
  return rows;
}

/** What is being carried to another day: an appointment, or something that has none yet. */
export interface Carried {
  is: 'moved' | 'new';
  subject: string;
  record: string | null;
  code: string;
  what: string;
  keys: string[];
  window: Window | null;
  /** Where it comes from. */
  from: string;
  /** Where it is now. */
  on: string;
  /** What else it says goes along: on the page of another month its line is no more to be found. */
  at: string;
  minutes: number | null;
  mode: Mode | null;
  place: string;
  note: string;
}

export function carriedFrom(line: AppointmentLine): Carried {
  return {
    is: 'moved',
    subject: line.subject,
    record: line.record,
    code: line.code,
    what: line.what,
    keys: line.visits.map((visit) => visit.key),
    window: common(line.visits),
    from: line.on,
    on: line.on,
    at: line.at,
    minutes: line.minutes,
    mode: line.mode,
    place: line.place,
    note: line.note,
  };
}

/** A new one begins on its best day, or today when that has passed. */
export function carriedNew(line: ToPlanLine, today: string): Carried {
  const on = line.due_on < today ? today : line.due_on;
  return {
    is: 'new',
    subject: line.subject,
    record: null,
    code: line.code,
    what: line.what,
    keys: [line.key],
    window: line,
    from: on,
    on,
    at: '',
    minutes: line.minutes,
    mode: line.modes[0] ?? null,
    place: '',
    note: '',
  };
}

/** Appointments of a day in the order of their hours; without one first. */
export function onDay(month: CalendarMonth | null, on: string): AppointmentLine[] {
  return month?.appointments.filter((line) => line.on === on) ?? [];
}

export function holds(month: CalendarMonth | null, on: string): boolean {
  const days = month?.days ?? [];
  return days.length > 0 && on >= (days[0]?.on ?? '') && on <= (days.at(-1)?.on ?? '');
}

/** Lines of a file that are left out unless somebody wants them. */
export function doubtful(lines: readonly IncomingLine[]): number[] {
  return lines.filter((line) => line.takes && line.doubtful).map((line) => line.line);
}

/** How many lines of a file would be kept. */
export function taken(lines: readonly IncomingLine[], left_out: readonly number[]): number {
  return lines.filter((line) => line.takes && !left_out.includes(line.line)).length;
}

export interface Bar {
  label: string;
  visits: number;
  tests: number;
  minutes: number;
}

/** Months as they are, or summed by calendar year: 180 bars say when, 15 say how much. */
export function bars(months: readonly MonthAheadLine[], by: 'month' | 'year'): Bar[] {
  const found = new Map<string, Bar>();
  for (const month of months) {
    const label = month.month_on.slice(0, by === 'month' ? 7 : 4);
    const bar = found.get(label) ?? { label, visits: 0, tests: 0, minutes: 0 };
    bar.visits += month.visits;
    bar.tests += month.tests;
    bar.minutes += month.visit_minutes;
    found.set(label, bar);
  }
  return [...found.values()];
}

/** Tasks of the months whose name begins with the label, most frequent first. */
export function taskSums(
  months: readonly MonthAheadLine[],
  label: string,
): { label: string; count: number; minutes: number }[] {
  const sums = new Map<string, { label: string; count: number; minutes: number }>();
  for (const task of of(months, label).flatMap((month) => month.tasks)) {
    const sum = sums.get(task.label) ?? { label: task.label, count: 0, minutes: 0 };
    sums.set(task.label, { ...sum, count: sum.count + task.count, minutes: sum.minutes + task.minutes });
  }
  return [...sums.values()].sort((a, b) => b.count - a.count || a.label.localeCompare(b.label));
}

/** Cost of the same months, by currency. */
export function costSums(months: readonly MonthAheadLine[], label: string): { currency: string; amount: number }[] {
  const sums = new Map<string, number>();
  for (const { currency, amount } of of(months, label).flatMap((month) => month.cost))
    sums.set(currency, (sums.get(currency) ?? 0) + Number(amount));
  return [...sums].map(([currency, amount]) => ({ currency, amount }));
}

function of(months: readonly MonthAheadLine[], label: string): MonthAheadLine[] {
  return months.filter((month) => month.month_on.startsWith(label));
}
