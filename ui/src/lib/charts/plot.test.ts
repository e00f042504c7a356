import { describe, expect, it } from 'vitest';
import type { Chart, Point } from '$lib/api/index.ts';
import { newest, own, plot, reach, undrawn } from './plot.ts';

const SHEET = { wide: 500, high: 200, left: 40, right: 10, top: 10, foot: 20 };
const SPAN = { from: '2025-01-01', to: '2027-01-01' };
const point = (on: string, value: number | null, below_limit = false): Point => ({
  on,
  value,
  below_limit,
  shown: `${String(value)} copies/mL`,
  record: on,
});
const chart = (points: Point[], more: Partial<Chart> = {}): Chart => ({
  key: 'shedding:{copies}/mL',
  title: '',
  unit: 'copies/mL',
  scale: 'log10',
  limits: [],
  series: [{ name: 'blood', mark: 0, stroke: 'firm', points }],
  courses: [],
  events: [],
  ...more,
});

describe('a result below its limit', () => {
  const drawn = plot(
    chart([point('2025-02-01', 5000), point('2025-05-01', 50, true), point('2025-08-01', 50, true)]),
    SPAN,
    SHEET,
  );
  it('is an open mark exactly at the limit, on the line of that limit', () => {
    const [, below] = drawn?.lines[0]?.marks ?? [];
    expect(below?.below).toBe(true);
    expect(below?.y).toBe(drawn?.y(50));
    expect(drawn?.floors).toEqual([{ value: 50, y: drawn?.y(50), from: 40, to: 490, whole: true }]);
  });
  it('is joined by a loose line only, for the true value lies elsewhere', () => {
    expect(drawn?.lines[0]?.firm).toBe('');
    expect(drawn?.lines[0]?.loose.match(/M/g)).toHaveLength(2);
  });
  it('never lies at the foot of the chart', () => {
    const foot = SHEET.high - SHEET.foot;
    expect(drawn?.lines[0]?.marks.every((mark) => mark.y < foot)).toBe(true);
  });
  it('keeps its own short limit when the assays changed often', () => {
    const many = plot(
      chart([10, 20, 50].map((value, i) => point(`2025-0${String(i + 2)}-01`, value, true))),
      SPAN,
      SHEET,
    );
    expect(many?.floors.map((floor) => [floor.value, floor.whole])).toEqual([
      [10, false],
      [20, false],
      [50, false],
    ]);
  });
});

describe('what cannot be drawn', () => {
  it('is counted: no value, or zero on a logarithm', () =>
    expect(undrawn(chart([point('2025-02-01', null, true), point('2025-03-01', 0), point('2025-04-01', 9)]))).toBe(2));
  it('leaves no drawing when nothing has a height', () =>
    expect(plot(chart([point('2025-02-01', null, true)]), SPAN, SHEET)).toBeNull());
  it('is left out when it lies outside the days shown, not pushed to the edge', () =>
    expect(plot(chart([point('2020-01-01', 5), point('2025-02-01', 5)]), SPAN, SHEET)?.lines[0]?.marks).toHaveLength(
      1,
    ));
});

it('more vector is always higher, also when it is told in cycles', () => {
  const cycles = plot(
    chart([point('2025-02-01', 22), point('2025-05-01', 38)], { key: 'shedding:{Ct}', scale: 'linear' }),
    SPAN,
    SHEET,
  );
  expect(cycles?.y(22)).toBeLessThan(cycles?.y(38) ?? 0);
  expect(Math.min(...(cycles?.ticks ?? []))).toBeGreaterThan(20);
});

describe('growth', () => {
  const growth = (limits: Chart['limits']) =>
    plot(chart([point('2025-02-01', 0.3)], { key: 'growth', scale: 'linear', limits }), SPAN, SHEET);
  it('always shows two deviations and the median', () => {
    const drawn = growth([]);
    expect(drawn?.references).toEqual([-2, 0, 2]);
    const [top, foot] = [SHEET.top, SHEET.high - SHEET.foot];
    expect(drawn?.y(2)).toBeGreaterThan(top);
    expect(drawn?.y(-2)).toBeLessThan(foot);
  });
  it('draws a line once when the protocol sets it as a limit', () =>
    expect(growth([{ value: -2, label: 'z', of: 'protocol' }])?.references).toEqual([0, 2]));
});

it('the newest value speaks for the drawing', () =>
  expect(newest(chart([point('2025-02-01', 1), point('2026-02-01', 2), point('2025-05-01', 3)]))?.value).toBe(2));
it('charts share the days of all of them', () =>
  expect(reach([chart([point('2024-11-30', 1)]), chart([point('2025-02-01', 1)])], '2025-01-01', '2026-01-01')).toEqual(
    { from: '2024-11-30', to: '2026-01-01' },
  ));

describe('a chart by its own days', () => {
  it('has a little room on both sides', () =>
    expect(own(chart([point('2025-03-01', 1), point('2025-03-11', 2)]), SPAN)).toEqual({
      from: '2025-02-15',
      to: '2025-03-25',
    }));
  it('is not widened by what cannot be drawn', () =>
    expect(own(chart([point('2025-03-01', 1), point('2026-12-01', null, true)]), SPAN).to).toBe('2025-03-15'));
  it('without a day takes the common ones', () => expect(own(chart([]), SPAN)).toBe(SPAN));
});

it('equal values of one day stand side by side, none hidden', () => {
  const two = chart([], {
    series: ['blood', 'urine'].map((name) => ({
      name,
      mark: 0,
      stroke: 'firm' as const,
      points: [point('2025-06-01', 50, true)],
    })),
  });
  const [blood, urine] = plot(two, SPAN, SHEET)?.lines.map((line) => line.marks[0]) ?? [];
  expect(blood?.y).toBe(urine?.y);
  expect((urine?.x ?? 0) - (blood?.x ?? 0)).toBe(7);
});

it('limits that lie close together are named at both ends, none over the other', () => {
  const limits = [50, 60, 5000].map((value) => ({ value, label: String(value), of: 'assay' as const }));
  const drawn = plot(chart([point('2025-02-01', 5000)], { limits }), SPAN, SHEET);
  expect(drawn?.limits.map((limit) => [limit.value, limit.side])).toEqual([
    [5000, 'end'],
    [60, 'end'],
    [50, 'start'],
  ]);
});
