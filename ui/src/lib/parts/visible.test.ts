import { describe, expect, it } from 'vitest';
import { offsets, visible } from './visible.ts';

describe('a virtual list', () => {
  const tops = offsets([10, 20, 30, 40], (height) => height);
  it('adds up unequal heights', () => expect(tops).toEqual([0, 10, 30, 60, 100]));
  it('draws what lies in view', () => expect(visible(tops, 12, 20, 0)).toEqual({ from: 1, to: 3 }));
  it('draws nothing of an empty list', () => expect(visible([0], 0, 100, 4)).toEqual({ from: 0, to: 0 }));
  it('stays inside the list when scrolled past the end', () =>
    expect(visible(tops, 999, 20, 1)).toEqual({ from: 2, to: 4 }));
  it('draws few of ten thousand rows', () => {
    const long = offsets(Array.from({ length: 10_000 }), () => 56);
    const { from, to } = visible(long, 280_000, 600);
    expect(to - from).toBeLessThan(24);
    expect(from).toBeLessThanOrEqual(5000);
  });
});
