// The protocol as people read it: which one is shown first, who may put one in force, what its faults weigh.
import type { FaultLine, ProtocolLine, Role } from '$lib/api/index.ts';

/** Place of the study's own text in the list of protocols. */
export const OWN = 'own';

/** The one asked for, else the first in force, else the first there is. */
export function first(lines: readonly ProtocolLine[], wanted: string): string {
  const own = lines.find((line) => line.adopted && !line.track);
  const found = lines.find((line) => line.reference === wanted) ?? own ?? lines.find((line) => !line.track) ?? lines[0];
  return found?.reference ?? '';
}

/** Mirrors the table of roles in Rust, which decides. */
export function mayAdopt(role: Role): boolean {
  return role === 'administrator' || role === 'investigator';
}

/** Those that stop come first, each group in the order of the text. */
export function weighed(faults: readonly FaultLine[]): FaultLine[] {
  return [...faults].sort((a, b) => Number(b.stops) - Number(a.stops) || a.line - b.line || a.column - b.column);
}

export function stopping(faults: readonly FaultLine[]): number {
  return faults.filter((fault) => fault.stops).length;
}

/** First and last character of a line of a text, lines counted from 1. */
export function span(text: string, line: number): [number, number] {
  const lines = text.split('\n');
  const from = lines.slice(0, Math.max(0, line - 1)).reduce((sum, one) => sum + one.length + 1, 0);
  return [Math.min(from, text.length), Math.min(from + (lines[line - 1]?.length ?? 0), text.length)];
}

/** Other versions of the same protocol that are in force here: an amendment is read against them. */
export function otherVersions(lines: readonly ProtocolLine[], reference: string): string[] {
  const id = (of: string) => of.slice(0, of.lastIndexOf('@'));
  const versions = lines.filter((line) => line.adopted && line.reference !== reference);
  return versions.map((line) => line.reference).filter((other) => id(other) === id(reference));
}
