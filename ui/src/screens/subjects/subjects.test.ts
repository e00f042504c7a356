import { describe, expect, it } from 'vitest';
import type { SubjectLine } from '$lib/api/index.ts';
import { asked, exact, followed } from './subjects.ts';

const line = (code: string, accounted = 'due') => ({ code, accounted }) as SubjectLine;

describe('Enter in the search', () => {
  it('opens the subject whose whole code was typed, though others begin the same', () =>
    expect(exact([line('S-01'), line('S-010')], 's-01')?.code).toBe('S-01'));
  it('opens the only one found', () => expect(exact([line('S-010')], '10')?.code).toBe('S-010'));
  it('opens nothing when several fit', () => expect(exact([line('S-010'), line('S-011')], '01')).toBeNull());
});

it('expects no visit of the deceased', () => {
  expect(followed(line('S-1', 'deceased'))).toBe(false);
  expect(followed(line('S-1', 'lost'))).toBe(true);
});

it('opens with the state it was asked for, with everyone when that is none', () => {
  expect(['lost', 'withdrawn', 'transferred', 'deceased', 'completed'].map(asked)).toEqual([
    'lost',
    'withdrawn',
    'transferred',
    'deceased',
    'completed',
  ]);
  expect([asked(undefined), asked('gone')]).toEqual(['', '']);
});
