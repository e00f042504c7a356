import { expect, it } from 'vitest';
import { findingLook, look } from './status.ts';

it('tells the severities of a finding apart by their shapes', () =>
  expect(['alarm', 'caution', 'notice'].map(look)).toEqual(['overdue', 'due', 'quiet']));
it('makes nothing urgent of a state it does not know', () => expect(look('something new')).toBe('quiet'));
it('marks a finding that waits for someone, not one that was handled', () =>
  expect(['open', 'reopened', 'taken', 'reviewed', 'dismissed'].map(findingLook)).toEqual([
    'signal',
    'signal',
    'due',
    'fine',
    'quiet',
  ]));
