// A status is always word + shape + colour; this says which shape and hue a state wears.
export type Look = 'fine' | 'due' | 'overdue' | 'signal' | 'quiet';

const LOOKS: Record<string, Look> = {
  // accounted-for states
  'up-to-date': 'fine',
  due: 'due',
  overdue: 'overdue',
  'not-judged': 'quiet',
  lost: 'overdue',
  withdrawn: 'quiet',
  transferred: 'quiet',
  deceased: 'quiet',
  completed: 'fine',
  // severities of a finding
  alarm: 'overdue',
  caution: 'due',
  notice: 'quiet',
  // groups of the worklist
  awaited: 'due',
  kit: 'due',
  signal: 'signal',
  coming: 'fine',
  // standings of an obligation
  'not-yet-open': 'quiet',
  open: 'fine',
  'due-soon': 'due',
  waits: 'due',
  done: 'fine',
  missed: 'overdue',
  'not-required': 'quiet',
  superseded: 'quiet',
};

export function look(state: string): Look {
  return LOOKS[state] ?? 'quiet';
}

/** How a finding stands: its `open` asks for someone, other than that of an obligation. */
const FINDINGS: Record<string, Look> = {
  open: 'signal',
  reopened: 'signal',
  taken: 'due',
  reviewed: 'fine',
  reported: 'fine',
  dismissed: 'quiet',
};

export function findingLook(standing: string): Look {
  return FINDINGS[standing] ?? 'quiet';
}
