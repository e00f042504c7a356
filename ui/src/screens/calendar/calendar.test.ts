import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { AppointmentLine, DayLine, IncomingLine, MonthAheadLine, ToPlanLine, WeekLine } from '$lib/api/index.ts';
import {
  band,
  bars,
  byMonth,
  byMonths,
  carriedNew,
  common,
  costSums,
  doubtful,
  fitting,
  heat,
  stepped,
  taken,
  taskSums,
  weeks,
} from './calendar.ts';

const backend = vi.hoisted(() => ({
  calendarMonth: vi.fn(),
  calendarDay: vi.fn(),
  planAppointment: vi.fn(),
  moveAppointment: vi.fn(),
}));
vi.mock('$lib/api/index.ts', () => ({ api: backend, sentence: String }));
const { Calendar, formOf } = await import('./calendar.svelte.ts');

const window = (earliest_on: string, due_on: string, latest_on: string) => ({ earliest_on, due_on, latest_on });

describe('a key', () => {
  it('goes by day, week, month and to the ends of the week', () => {
    const told = (key: string) => stepped('2026-05-13', key);
    expect(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'].map(told)).toEqual([
      '2026-05-12',
      '2026-05-14',
      '2026-05-06',
      '2026-05-20',
    ]);
    expect(['PageUp', 'PageDown', 'Home', 'End'].map(told)).toEqual([
      '2026-04-13',
      '2026-06-13',
      '2026-05-11',
      '2026-05-17',
    ]);
    expect(told('x')).toBeNull();
  });
  it('crosses months and years, and a month without the day gives its last', () => {
    expect(stepped('2026-12-31', 'ArrowRight')).toBe('2027-01-01');
    expect(stepped('2024-02-29', 'ArrowUp')).toBe('2024-02-22');
    expect(byMonths('2026-08-31', 6)).toBe('2027-02-28');
    expect(byMonths('2024-03-31', -1)).toBe('2024-02-29');
    expect(byMonths('2026-01-15', -13)).toBe('2024-12-15');
  });
  it('on a Sunday leads to the Monday before and stays for the end', () => {
    expect(stepped('2026-05-17', 'Home')).toBe('2026-05-11');
    expect(stepped('2026-05-17', 'End')).toBe('2026-05-17');
  });
});

describe('a window over the days', () => {
  const may = window('2026-05-11', '2026-05-13', '2026-05-15');
  it('has its ends and its best day inside', () => {
    const told = ['2026-05-10', '2026-05-11', '2026-05-13', '2026-05-15', '2026-05-16'].map((on) => band(on, may));
    expect(told.map((one) => one.inside)).toEqual([false, true, true, true, false]);
    expect([told[1]?.starts, told[2]?.due, told[3]?.ends]).toEqual([true, true, true]);
  });
  it('of nobody is nowhere', () => expect(band('2026-05-11', null).inside).toBe(false));
  it('of several visits is where they meet', () => {
    expect(common([may, window('2026-05-14', '2026-05-20', '2026-05-30')])).toEqual(
      window('2026-05-14', '2026-05-14', '2026-05-15'),
    );
    expect(common([may, window('2026-06-01', '2026-06-02', '2026-06-03')])).toBeNull();
    expect(common([])).toBeNull();
  });
});

it('seven days make a week', () => {
  const days = Array.from({ length: 35 }, (_, at) => ({ on: String(at) }) as DayLine);
  expect(weeks(days).map((week) => week.length)).toEqual([7, 7, 7, 7, 7]);
});

it('what has no room is counted, and the count takes a place', () => {
  expect(fitting([1, 2, 3], 3)).toEqual({ shown: [1, 2, 3], more: 0 });
  expect(fitting([1, 2, 3, 4], 3)).toEqual({ shown: [1, 2], more: 2 });
  expect(fitting([1, 2], 0)).toEqual({ shown: [], more: 2 });
});

it('a week is as dark as its share of the busiest', () => {
  expect([0, 1, 25, 26, 75, 100].map((count) => heat(count, 100))).toEqual([0, 1, 1, 2, 3, 4]);
  expect(heat(3, 0)).toBe(0);
});

it('each week of a year stands in one month', () => {
  const all: WeekLine[] = [];
  for (let at = 0; at < 53; at += 1) {
    const from = new Date(Date.UTC(2025, 11, 29 + at * 7)).toISOString().slice(0, 10);
    all.push({ from_on: from, to_on: from, due: 1, planned: 0, closed_days: 0 });
  }
  const rows = byMonth(all, 2026);
  expect(rows.every((row) => row.weeks.length >= 4 && row.weeks.length <= 5)).toBe(true);
  expect(rows.reduce((sum, row) => sum + row.weeks.length, 0)).toBe(53);
});

it('a new appointment begins on the best day, but never in the past', () => {
  const line = {
    key: 'visit:M6',
    code: 'S-001',
    modes: [],
    ...window('2026-05-01', '2026-05-10', '2026-05-30'),
  } as unknown as ToPlanLine;
  expect(carriedNew(line, '2026-05-01').on).toBe('2026-05-10');
  expect(carriedNew(line, '2026-05-20').on).toBe('2026-05-20');
});

it('a doubtful entry is left out until somebody wants it, and what takes nothing is never counted', () => {
  const line = (at: number, takes: boolean, doubtful: boolean) => ({ line: at, takes, doubtful }) as IncomingLine;
  const lines = [line(2, true, false), line(3, true, true), line(4, false, true), line(5, false, false)];
  expect(doubtful(lines)).toEqual([3]);
  expect([taken(lines, doubtful(lines)), taken(lines, []), taken(lines, [2, 3])]).toEqual([1, 2, 0]);
});

it('months are summed to their years without losing any', () => {
  const month = (month_on: string, visits: number) =>
    ({ month_on, visits, tests: 1, visit_minutes: 60 }) as MonthAheadLine;
  const all = [month('2026-11-01', 2), month('2026-12-01', 3), month('2027-01-01', 5)];
  expect(bars(all, 'year').map((bar) => [bar.label, bar.visits, bar.tests])).toEqual([
    ['2026', 5, 2],
    ['2027', 5, 1],
  ]);
  expect(bars(all, 'month')).toHaveLength(3);
});

it('tasks and costs of a year are those of its months', () => {
  const month = (month_on: string, count: number) =>
    ({
      month_on,
      tasks: [
        { label: 'blood', count, minutes: count * 15 },
        { label: 'talk', count: 9, minutes: 0 },
      ],
      cost: [{ currency: 'EUR', amount: '12.50' }],
    }) as unknown as MonthAheadLine;
  const all = [month('2026-11-01', 2), month('2026-12-01', 3), month('2027-01-01', 50)];
  expect(taskSums(all, '2026')).toEqual([
    { label: 'talk', count: 18, minutes: 0 },
    { label: 'blood', count: 5, minutes: 75 },
  ]);
  expect(costSums(all, '2026')).toEqual([{ currency: 'EUR', amount: 25 }]);
});

describe('what is carried to the page of another month', () => {
  const line = {
    subject: 's',
    record: 'r',
    code: 'S-001',
    on: '2026-05-13',
    at: '10:30',
    minutes: 90,
    mode: 'home',
    place: 'Room 2',
    note: 'grandmother brings him',
    what: 'Month 6',
    visits: [{ key: 'visit:M6', label: 'Month 6', ...window('2026-05-01', '2026-05-13', '2026-06-20') }],
  } as unknown as AppointmentLine;
  const month = (month_on: string, days: string[], appointments: AppointmentLine[], to_plan: ToPlanLine[] = []) => ({
    month_on,
    today: '2026-05-01',
    days: days.map((on) => ({ on })),
    appointments,
    to_plan,
  });
  const shown = (to_plan: ToPlanLine[]) => async (on: string) =>
    on.startsWith('2026-06')
      ? month('2026-06-01', ['2026-06-01', '2026-06-30'], [])
      : month('2026-05-01', ['2026-05-01', '2026-05-31'], [line], to_plan);
  beforeEach(() => {
    vi.resetAllMocks();
    backend.calendarDay.mockResolvedValue(null);
    backend.calendarMonth.mockImplementation(shown([]));
  });
  it('keeps its hour, length, way, place and note', async () => {
    backend.moveAppointment.mockResolvedValue({ record: 'r', warnings: [] });
    const work = new Calendar();
    await work.begin('2026-05-13', 'month');
    work.pickUp(line);
    await work.step('PageDown');
    expect(work.month?.month_on).toBe('2026-06-01');
    await work.letGo();
    expect(backend.moveAppointment.mock.calls).toEqual([
      [
        {
          subject: 's',
          record: 'r',
          visits: ['visit:M6'],
          on: '2026-06-13',
          at: '10:30',
          minutes: '90',
          mode: 'home',
          place: 'Room 2',
          note: 'grandmother brings him',
          despite: false,
        },
      ],
    ]);
  });
  it('is asked about with the way and length that its protocol gives', async () => {
    const wanted = {
      subject: 's',
      code: 'S-001',
      key: 'visit:M6',
      what: 'Month 6',
      modes: ['video', 'clinic'],
      minutes: 45,
      ...window('2026-05-01', '2026-05-13', '2026-06-20'),
    } as ToPlanLine;
    backend.calendarMonth.mockImplementation(shown([wanted]));
    const work = new Calendar();
    await work.begin('2026-05-13', 'month');
    await work.pickNew(wanted);
    await work.step('PageDown');
    await work.letGo();
    const asked = work.asked;
    expect(asked && formOf(asked)).toMatchObject({ record: null, on: '2026-06-13', mode: 'video', minutes: '45' });
  });
});
