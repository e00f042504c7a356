// Where a kit can go from where it is, and how a line looks.
import type { KitLine, KitState } from '$lib/api/index.ts';
import type { Look } from '$lib/parts/index.ts';

const NEXT: Record<KitState, KitState[]> = {
  'to-order': ['sent'],
  sent: ['taken', 'posted', 'received', 'lost'],
  taken: ['posted', 'received', 'lost'],
  posted: ['received', 'lost'],
  received: [],
  lost: ['sent', 'received'],
};

/** The likely one first; what was written down by mistake can be taken back to any earlier state in its history. */
export function nextStates(state: KitState): KitState[] {
  return NEXT[state];
}

export function lookOf(line: Pick<KitLine, 'late' | 'step' | 'state'>): Look {
  if (line.late) return 'overdue';
  if (line.state === 'received') return 'fine';
  return line.step === 'wait' ? 'quiet' : 'due';
}
