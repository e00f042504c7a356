import { describe, expect, it } from 'vitest';
import type { Chart } from '$lib/api/index.ts';
import { along, calendar, limitsOf, measure, ticks, tickText, years } from './scale.ts';

const point = (value: number | null, below_limit = false) => ({
  on: '2025-01-01',
  value,
  shown: '',
  below_limit,
  record: 'r',
});
const chart = (scale: Chart['scale'], values: (number | null)[], limit?: number) => ({
  key: 'vcn',
  scale,
  series: [{ name: '', mark: 0, stroke: 'firm' as const, points: values.map((value) => point(value)) }],
  limits: limit === undefined ? [] : [{ value: limit, label: '', of: 'protocol' as const }],
});

describe('a day', () => {
  const span = { from: '2025-01-01', to: '2025-01-11' };
  it('lies between the first and the last', () => expect(along(span, '2025-01-06')).toBe(0.5));
  it('outside stays at the edge', () => {
    expect(along(span, '2024-01-01')).toBe(0);
    expect(along(span, '2026-01-01')).toBe(1);
  });
});

describe('a scale', () => {
  const domain = (...told: Parameters<typeof chart>) => measure(chart(...told))?.domain();
  const at = (...told: Parameters<typeof chart>) => {
    const made = measure(chart(...told));
    return made && ticks(told[0], made);
  };
  it('of a logarithm goes by whole powers and is never zero', () => {
    expect(domain('log10', [0, 50, 20_000])).toEqual([10, 100_000]);
    expect(at('log10', [0, 50, 20_000])).toEqual([10, 100, 1000, 10_000, 100_000]);
    expect(at('log2', [20, 640])).toEqual([16, 32, 64, 128, 256, 512, 1024]);
    expect(domain('log10', [100])).toEqual([100, 1000]);
    expect(at('log10', [1, 1e12])).toHaveLength(7);
  });
  it('holds the limits too', () => expect(domain('linear', [1], 20)?.[1]).toBeGreaterThan(20));
  it('goes below zero where values do (z-scores)', () => expect(domain('linear', [-3, 1])?.[0]).toBeLessThan(-3));
  it('is missing without a value', () => expect(measure(chart('log10', [null]))).toBeNull());
  it('that is plain has round steps', () => expect(at('linear', [10])).toEqual([0, 5, 10]));
});

it('years are thinned when there are many', () => {
  expect(years({ from: '2020-03-01', to: '2023-06-01' }, 20)).toEqual(['2021-01-01', '2022-01-01', '2023-01-01']);
  expect(years({ from: '2020-03-01', to: '2035-06-01' }, 5)).toHaveLength(5);
});

describe('an axis of time', () => {
  it('of a short span is told by its months, as many as there is room for', () => {
    const span = { from: '2026-09-21', to: '2027-05-02' };
    expect(calendar(span, 8)).toHaveLength(8);
    expect(calendar(span, 3)).toEqual(['2026-10-01', '2027-01-01', '2027-04-01']);
  });
  it('of a long one by its years', () =>
    expect(calendar({ from: '2020-03-01', to: '2024-06-01' }, 9)).toEqual([
      '2021-01-01',
      '2022-01-01',
      '2023-01-01',
      '2024-01-01',
    ]));
  it('of a few weeks by days', () =>
    expect(calendar({ from: '2015-04-01', to: '2015-05-10' }, 3)).toEqual(['2015-04-15', '2015-04-29']));
  it('is never crowded', () =>
    expect(calendar({ from: '2026-01-01', to: '2026-12-31' }, 1).length).toBeLessThanOrEqual(1));
});

it('large powers of ten are written as powers', () => {
  expect(tickText('log10', 1000, String)).toBe('1000');
  expect(tickText('log10', 1_000_000, String)).toBe('10⁶');
  expect(tickText('log2', 40_960, String)).toBe('40960');
});

it('limits of a few assays are drawn across, of many none', () => {
  const of = (count: number) =>
    limitsOf({
      scale: 'log10',
      limits: [
        { value: 3, label: '', of: 'protocol' },
        ...Array.from({ length: count }, (_, i) => ({ value: 10 + i, label: '', of: 'assay' as const })),
      ],
    });
  expect(of(2)).toHaveLength(3);
  expect(of(5).map((limit) => limit.of)).toEqual(['protocol']);
});
