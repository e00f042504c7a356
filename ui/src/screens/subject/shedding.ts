// How the state of a matrix looks beside its word.
import type { SubjectPage } from '$lib/api/index.ts';
import type { Look } from '$lib/parts/index.ts';

type Line = SubjectPage['shedding'][number];

export function stateLook(state: Line['state']): Look {
  return ({ cleared: 'fine', 'not-yet': 'due', 'not-sampled': 'quiet', returned: 'signal' } as const)[state];
}

/** Matrices that the vector has not left, as far as anybody looked. */
export function uncleared(lines: Line[]): number {
  return lines.filter((line) => line.state !== 'cleared').length;
}
