import { describe, expect, it } from 'vitest';
import { readDate, shifted } from './civil.ts';

describe('a typed date', () => {
  it.each([
    ['2025-03-03', '2025-03-03'],
    ['2025/3/3', '2025-03-03'],
    ['20250303', '2025-03-03'],
    ['2025年3月3日', '2025-03-03'],
    ['２０２５年３月３日', '2025-03-03'],
    ['2025 3 3', '2025-03-03'],
    ['3 Mar 2025', '2025-03-03'],
    ['3 march 2025', '2025-03-03'],
    ['Mar 3, 2025', '2025-03-03'],
    ['3.4.2025', '2025-04-03'],
    ['31/12/2025', '2025-12-31'],
    ['12/31/2025', '2025-12-31'],
    ['29 Feb 2024', '2024-02-29'],
  ])('reads %s', (typed, iso) => expect(readDate(typed)).toEqual({ iso }));

  it.each([
    ['', 'empty'],
    ['3/4/2025', 'ambiguous'],
    ['2025-02-30', 'impossible'],
    ['29 Feb 2025', 'impossible'],
    ['soon', 'unreadable'],
    ['25-03-03', 'unreadable'],
  ])('does not guess %s', (typed, fault) => expect(readDate(typed)).toEqual({ fault }));

  it('moves over the end of February', () => expect(shifted('2024-02-28', 2)).toBe('2024-03-01'));
});
