// What the palette offers for what was typed.
import type { GlyphName } from '$lib/parts/index.ts';

export interface Entry {
  key: string;
  glyph: GlyphName;
  text: string;
  more?: string;
  act: () => void;
}

/** Entries whose words hold what was typed; those that begin with it come first. */
export function matching<E extends { text: string }>(entries: readonly E[], typed: string): E[] {
  const wanted = typed.trim().toLocaleLowerCase();
  const found = entries.filter((entry) => entry.text.toLocaleLowerCase().includes(wanted));
  const begins = (entry: E) => (entry.text.toLocaleLowerCase().startsWith(wanted) ? 0 : 1);
  return found.sort((a, b) => begins(a) - begins(b));
}
