// The list of subjects: which states can be picked, what a line says.
import type { SubjectLine } from '$lib/api/index.ts';

export const STATES = [
  'up-to-date',
  'due',
  'overdue',
  'not-judged',
  'lost',
  'withdrawn',
  'transferred',
  'deceased',
  'completed',
];

/** The state asked for when the screen was opened; an unknown one shows everyone. */
export function asked(state: string | undefined): string {
  return STATES.find((one) => one === state) ?? '';
}

/** Still followed: a next visit is expected of them. */
export function followed(line: SubjectLine): boolean {
  return ['up-to-date', 'due', 'overdue', 'not-judged', 'lost'].includes(line.accounted);
}

/** A whole code that was typed and found alone: Enter in the search opens it. */
export function exact(lines: readonly SubjectLine[], search: string): SubjectLine | null {
  const wanted = search.trim().toLowerCase();
  return lines.find((line) => line.code.toLowerCase() === wanted) ?? (lines.length === 1 ? (lines[0] ?? null) : null);
}
