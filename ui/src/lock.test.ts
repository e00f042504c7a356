import { expect, it } from 'vitest';
import { remaining } from './lock.ts';

it('counts whole minutes, rounded up', () => {
  expect(remaining(0, 0, 10)).toEqual({ minutes: 10, over: false });
  expect(remaining(0, 60_001, 10)).toEqual({ minutes: 9, over: false });
});
it('is over exactly at the limit', () => expect(remaining(0, 600_000, 10)).toEqual({ minutes: 0, over: true }));
it('never shows more than was set', () => expect(remaining(5_000, 0, 10)).toEqual({ minutes: 10, over: false }));
it('does not lock when told never to', () => expect(remaining(0, 9e9, 0)).toBeNull());
