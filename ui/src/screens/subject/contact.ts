// How a step of the ladder and an attempt look.
import type { Look } from '$lib/parts/index.ts';

const STEPS: Record<string, Look> = { made: 'fine', failed: 'overdue', next: 'due', later: 'quiet' };
const OUTCOMES: Record<string, Look> = { yes: 'fine', no: 'due', 'wrong-number': 'overdue', undelivered: 'overdue' };

export function stepLook(is: string): Look {
  return STEPS[is] ?? 'quiet';
}

export function outcomeLook(outcome: string): Look {
  return OUTCOMES[outcome] ?? 'quiet';
}
