import { describe, expect, it } from 'vitest';
import { followed, zoomed } from './zoom.ts';

const whole = { from: '2024-08-01', to: '2039-09-28' };

describe('the years drawn', () => {
  it('become fewer around the chosen day, down to one, and more again to the whole', () => {
    let part = whole;
    const widths: number[] = [];
    for (let i = 0; i < 5; i += 1) {
      part = zoomed(part, whole, '2031-03-15', 'narrower') ?? part;
      widths.push(Number(part.to.slice(0, 4)) - Number(part.from.slice(0, 4)));
    }
    expect(widths).toEqual([8, 4, 2, 1, 1]);
    expect(part).toEqual({ from: '2030-09-15', to: '2031-09-15' });
    expect(zoomed(part, whole, '2031-03-15', 'wider')).toEqual({ from: '2030-03-15', to: '2032-03-15' });
    expect(zoomed({ from: '2027-03-15', to: '2035-03-15' }, whole, '2031-03-15', 'wider')).toBeNull();
  });
  it('stay inside what there is to draw', () => {
    expect(zoomed(whole, whole, '2024-09-30', 'narrower')).toEqual({ from: '2024-08-01', to: '2032-08-01' });
    expect(zoomed(whole, whole, '2039-08-31', 'narrower')).toEqual({ from: '2031-09-28', to: '2039-09-28' });
  });
  it('are never more than a short follow-up has', () =>
    expect(
      zoomed({ from: '2024-08-01', to: '2025-08-01' }, { from: '2024-08-01', to: '2026-01-01' }, '2025-01-01', 'wider'),
    ).toBeNull());
  it('count a leap day as no step', () =>
    expect(zoomed({ from: '2028-02-01', to: '2029-02-01' }, whole, '2028-08-01', 'narrower')).toEqual({
      from: '2028-02-01',
      to: '2029-02-01',
    }));
});

describe('the chosen visit', () => {
  const part = { from: '2030-01-01', to: '2032-01-01' };
  it('moves nothing while it is seen in its surroundings', () =>
    expect(followed(part, whole, '2030-09-01')).toBe(part));
  it('takes the years along when it comes to their edge or leaves them', () => {
    expect(followed(part, whole, '2031-12-01')).toEqual({ from: '2030-12-01', to: '2032-12-01' });
    expect(followed(part, whole, '2036-06-01')).toEqual({ from: '2035-06-01', to: '2037-06-01' });
  });
  it('moves nothing at the very ends, where nothing more is to come', () => {
    const end = { from: '2037-09-28', to: '2039-09-28' };
    expect(followed(end, whole, '2039-08-31')).toBe(end);
  });
});
