import { describe, expect, it } from 'vitest';
import { draw, HIGH } from './bars.ts';

const bar = (label: string, visits: number, tests = 0) => ({ label, visits, tests, minutes: 0 });

describe('bars of the work ahead', () => {
  it('stand on one foot, tests above visits, and none leaves its room', () => {
    const { bars, left, right } = draw([bar('2026', 10, 2), bar('2027', 0), bar('2028', 5, 5)], 800);
    expect(new Set(bars.map((one) => one.footY)).size).toBe(1);
    for (const one of bars) {
      expect(one.testsY).toBeLessThanOrEqual(one.visitsY);
      expect(one.visitsY).toBeLessThanOrEqual(one.footY);
      expect(one.x).toBeGreaterThanOrEqual(left);
      expect(one.x + one.width).toBeLessThanOrEqual(right + 0.001);
      expect(one.testsY).toBeGreaterThanOrEqual(0);
      expect(one.footY).toBeLessThan(HIGH);
    }
    expect(bars[1]?.visitsY).toBe(bars[1]?.footY);
  });
  it('are as high as their numbers', () => {
    const [one, two] = draw([bar('a', 4), bar('b', 8)], 400).bars;
    const high = (of: typeof one) => (of ? of.footY - of.visitsY : 0);
    expect(high(two)).toBeCloseTo(2 * high(one));
  });
  it('of fifteen years by month bear as many labels as there is room for', () => {
    const many = Array.from({ length: 180 }, (_, at) => bar(String(at), at));
    const labelled = draw(many, 900).bars.filter((one) => one.labelled);
    expect(labelled.length).toBeGreaterThan(5);
    expect(labelled.length).toBeLessThanOrEqual(Math.ceil(900 / 44) + 1);
  });
  it('count in whole numbers, also where there is nothing', () => {
    expect(draw([bar('a', 1)], 300).ticks.every((tick) => Number.isInteger(tick.value))).toBe(true);
    expect(draw([bar('a', 0)], 300).bars[0]?.visitsY).toBe(draw([bar('a', 0)], 300).bars[0]?.footY);
  });
});
