// The findings of one subject as they are read: what stands open first, then the newest.
import type { FindingLine } from '$lib/api/index.ts';

export function ordered(findings: readonly FindingLine[]): FindingLine[] {
  return [...findings].sort((a, b) => Number(b.open) - Number(a.open) || b.seen_on.localeCompare(a.seen_on));
}
