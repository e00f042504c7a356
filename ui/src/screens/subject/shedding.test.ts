import { expect, it } from 'vitest';
import { stateLook, uncleared } from './shedding.ts';

const line = (state: Parameters<typeof stateLook>[0]) => ({
  matrix: state,
  name: state,
  state,
  text: '',
  mark: 0,
  on: null,
  negatives: 0,
  needed: 3,
});

it('only what was cleared looks fine', () => {
  expect(stateLook('cleared')).toBe('fine');
  for (const state of ['not-yet', 'not-sampled', 'returned'] as const) expect(stateLook(state)).not.toBe('fine');
});
it('a matrix that nobody sampled is not counted as cleared', () =>
  expect(uncleared([line('cleared'), line('not-sampled'), line('returned')])).toBe(2));
