import { expect, it } from 'vitest';
import { outcomeLook, stepLook } from './contact.ts';

it('shows what did not arrive as what it is: no contact', () =>
  expect(['yes', 'no', 'wrong-number', 'undelivered'].map(outcomeLook)).toEqual(['fine', 'due', 'overdue', 'overdue']));
it('tells a step that was made from one that failed, and the next from those after it', () =>
  expect(['made', 'failed', 'next', 'later', 'other'].map(stepLook)).toEqual([
    'fine',
    'overdue',
    'due',
    'quiet',
    'quiet',
  ]));
