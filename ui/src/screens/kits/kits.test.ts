import { expect, it } from 'vitest';
import type { KitState } from '$lib/api/index.ts';
import { lookOf, nextStates } from './kits.ts';

it('a kit can come back from wherever it is, and nothing comes after that', () => {
  const states: KitState[] = ['sent', 'taken', 'posted', 'lost'];
  for (const state of states) expect(nextStates(state)).toContain('received');
  expect(nextStates('received')).toEqual([]);
  expect(nextStates('to-order')).toEqual(['sent']);
});

it('what is late is overdue, what waits is quiet', () => {
  expect(lookOf({ late: true, step: 'send', state: 'to-order' })).toBe('overdue');
  expect(lookOf({ late: false, step: 'send', state: 'to-order' })).toBe('due');
  expect(lookOf({ late: false, step: 'wait', state: 'sent' })).toBe('quiet');
  expect(lookOf({ late: false, step: 'trace', state: 'received' })).toBe('fine');
});
