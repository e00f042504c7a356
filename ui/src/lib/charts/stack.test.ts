import { describe, expect, it } from 'vitest';
import { restOf, stacked, whole, type As, type Shares } from './stack.ts';

const SHEET = { wide: 500, high: 220, left: 40, right: 10, top: 10, foot: 10 };
const shares = (...parts: number[][]): Shares => ({
  title: 'Clones',
  rest: 'all other clones',
  times: (parts[0] ?? []).map((_, i) => ({ key: String(i), name: `M${String(i)}`, on: `202${String(i)}-01-01` })),
  parts: parts.map((part, i) => ({ key: `clone ${String(i)}`, name: `G${String(i)}`, shares: part })),
});
const drawn = (told: Shares, as: As = 'bars') => {
  const made = stacked(told, SHEET, as);
  if (!made) throw new Error('nothing drawn');
  return made;
};

describe('what is not named', () => {
  it('is the rest of the whole, on top of all', () => {
    const told = shares([0.2, 0.5], [0.1, 0.2]);
    expect(restOf(told).map((one) => one.toFixed(6))).toEqual(['0.700000', '0.300000']);
    expect(whole(told).at(-1)?.name).toBe('all other clones');
    expect(drawn(told).layers.at(-1)?.bars[0]?.y).toBe(SHEET.top);
  });
  it('is never below nothing when shares were rounded up, and nothing is cut off', () => {
    const told = shares([0.6], [0.41]);
    expect(restOf(told)).toEqual([0]);
    expect(drawn(told).layers[1]?.bars[0]?.y).toBe(SHEET.top);
    expect(drawn(told).y(1)).toBeGreaterThan(SHEET.top);
  });
  it('has no texture, for it is many', () =>
    expect(drawn(shares([0.2])).layers.map((one) => one.look)).toEqual([0, null]));
});

it('layers stand on one another without a gap', () => {
  const made = drawn(shares([0.2, 0.1], [0.3, 0.4]));
  const [first, second, rest] = made.layers.map((layer) => layer.bars[1]);
  expect((first?.y ?? 0) + (first?.high ?? 0)).toBeCloseTo(SHEET.high - SHEET.foot);
  expect((second?.y ?? 0) + (second?.high ?? 0)).toBeCloseTo(first?.y ?? 0);
  expect((rest?.y ?? 0) + (rest?.high ?? 0)).toBeCloseTo(second?.y ?? 0);
  expect(second?.high).toBeCloseTo(0.4 * 200);
});

describe('times', () => {
  it('of areas keep the distances between days', () => {
    const told = shares([0.1, 0.1, 0.1]);
    told.times = [
      { key: 'a', name: 'a', on: '2020-01-01' },
      { key: 'b', name: 'b', on: '2020-01-11' },
      { key: 'c', name: 'c', on: '2020-02-10' },
    ];
    expect(drawn(told, 'areas').at.map((one) => one.x)).toEqual([40, 152.5, 490]);
  });
  it('of which one has no day stand evenly', () => {
    const told = shares([0.1, 0.1, 0.1]);
    told.times[1] = { key: 'b', name: 'b' };
    expect(drawn(told, 'areas').at.map((one) => one.x)).toEqual([40, 265, 490]);
  });
  it('of two samples on one day are two bars', () => {
    const told = shares([0.1, 0.1]);
    told.times.forEach((time) => (time.on = '2020-01-01'));
    const [first, second] = drawn(told).at;
    expect(second?.x).toBeGreaterThan(first?.x ?? 0);
    expect(drawn(told, 'areas').layers[0]?.path).not.toContain('NaN');
  });
  it('one alone is drawn', () => expect(drawn(shares([0.4]), 'areas').layers[0]?.path).toContain('M265'));
  it('none leave nothing to draw', () => expect(stacked(shares(), SHEET, 'bars')).toBeNull());
});

describe('a name', () => {
  it('stands in the newest bar that holds it', () => {
    const label = drawn(shares([0.3, 0.3, 0.01])).layers[0]?.label;
    expect(label?.x).toBe(drawn(shares([0.3, 0.3, 0.01])).at[1]?.x);
  });
  it('stands in no bar that is too low or too narrow for it', () => {
    expect(drawn(shares([0.05])).layers[0]?.label).toBeNull();
    const told = shares([0.5]);
    told.parts = told.parts.map((part) => ({
      ...part,
      name: 'a very long name of a gene that no bar is wide enough for',
    }));
    expect(drawn(told).layers[0]?.label).toBeNull();
  });
  it('stays inside the area, where it is thick enough from end to end', () => {
    const label = drawn(shares([0.1, 0.5]), 'areas').layers[0]?.label;
    expect(label?.x).toBeLessThan(490);
    expect(drawn(shares([0.01, 0.09, 0.01]), 'areas').layers[0]?.label).not.toBeNull();
    expect(drawn(shares([0.01, 0.05, 0.01]), 'areas').layers[0]?.label).toBeNull();
  });
});
