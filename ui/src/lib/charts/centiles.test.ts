import { describe, expect, it } from 'vitest';
import type { GrowthChart } from '$lib/api/index.ts';
import { ages, centiles } from './centiles.ts';

const SHEET = { wide: 600, high: 400, left: 50, right: 50, top: 10, foot: 30 };
const point = (x: number, y: number, corrected: number | null = null): GrowthChart['points'][number] => ({
  record: String(x),
  on: '2026-01-01',
  spot: { x, y },
  corrected: corrected === null ? null : { x: corrected, y },
  age: '',
  corrected_age: '',
  value: String(y),
  z: '',
  z_corrected: '',
  centile: '',
  velocity: '',
  crossed: '',
});
const chart = (more: Partial<GrowthChart> = {}): GrowthChart => ({
  index: 'weight-for-age',
  title: '',
  unit: 'kg',
  across: 'age',
  from: 0,
  to: 731,
  indices: [],
  reference: 'who',
  references: [],
  sources: [],
  curves: [
    {
      centile: 50,
      label: 'P50',
      spots: [
        { x: 0, y: 3 },
        { x: 731, y: 12 },
      ],
    },
  ],
  points: [point(100, 6)],
  target: null,
  ends: '',
  nothing: '',
  ...more,
});

it('a point lies on the scale of the curves', () => {
  const drawn = centiles(chart({ points: [point(731, 12)] }), SHEET);
  expect(drawn?.points[0]?.at).toEqual(drawn?.curves[0]?.end);
});
describe('a child born preterm', () => {
  it('is drawn at both ages, the corrected one further left', () => {
    const [one] = centiles(chart({ points: [point(100, 6, 40)] }), SHEET)?.points ?? [];
    expect(one?.corrected?.x).toBeLessThan(one?.at.x ?? 0);
    expect(one?.corrected?.y).toBe(one?.at.y);
  });
  it('who was measured before the day of term is still inside the drawing', () => {
    const [one] = centiles(chart({ points: [point(20, 2, -40)] }), SHEET)?.points ?? [];
    expect(one?.corrected?.x).toBeGreaterThanOrEqual(SHEET.left);
  });
});
it('a point without curves is drawn, and nothing at all is no drawing', () => {
  expect(centiles(chart({ curves: [] }), SHEET)?.points).toHaveLength(1);
  expect(centiles(chart({ curves: [], points: [] }), SHEET)).toBeNull();
});
it('the adult height stands only on a chart that reaches it', () => {
  const target = { low: 9, mid: 10, high: 11, text: '' };
  expect(centiles(chart({ target }), SHEET)?.target).not.toBeNull();
  expect(centiles(chart({ target: { ...target, low: 157, high: 175 } }), SHEET)?.target).toBeNull();
});
describe('the axis of ages', () => {
  it('goes by months for an infant and by years for a child', () => {
    expect(ages(0, 731, 12).map((tick) => tick.months)).toEqual([0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24]);
    expect(ages(0, 6940, 20).map((tick) => tick.months / 12)).toEqual(Array.from({ length: 20 }, (_, i) => i));
  });
  it('is never crowded', () => expect(ages(0, 6940, 6).length).toBeLessThanOrEqual(8));
});

it('names of lines that run close together do not lie over one another', () => {
  const spots = (end: number) => [
    { x: 0, y: 3 },
    { x: 731, y: end },
  ];
  const close = [12, 12.01, 12.02].map((end, i) => ({ centile: i, label: String(i), spots: spots(end) }));
  const names = centiles(chart({ curves: close }), SHEET)?.curves.map((curve) => curve.name?.y ?? 0) ?? [];
  expect(names).toHaveLength(3);
  names.slice(1).forEach((y, i) => expect((names[i] ?? 0) - y).toBeGreaterThanOrEqual(12));
});
