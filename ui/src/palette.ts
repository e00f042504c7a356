// What the palette offers: what can be done from where one stands, and what fits what was typed.
import type { Role } from '$lib/api/index.ts';
import type { GlyphName } from '$lib/parts/index.ts';
import { readDate } from '$lib/parts/civil.ts';
import type { Place } from './place.svelte.ts';
import type { Theme } from './theme.svelte.ts';

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

/** The day that was typed, when it lies before today; null for anything else. */
export function pastDay(typed: string, today: string): string | null {
  const read = readDate(typed);
  return 'iso' in read && read.iso < today ? read.iso : null;
}

/** An action besides the screens; its words are the message `palette-<key>`. */
export type Deed = { key: string; glyph: GlyphName } & (
  { is: 'go'; screen: string; params: Place['params'] } | { is: 'wear'; theme: Theme }
);

/** Mirrors the table of roles in Rust, which decides: who records, and prints for families. */
const CLINICAL: Role[] = ['coordinator', 'investigator'];

export function deeds(here: Pick<Place, 'params'>, role: Role): Deed[] {
  const { subject } = here.params;
  const own: Deed[] =
    subject && CLINICAL.includes(role)
      ? [
          { key: 'visit', glyph: 'visit', is: 'go', screen: 'visit', params: { subject } },
          { key: 'print', glyph: 'print', is: 'go', screen: 'print', params: { subject } },
        ]
      : [];
  const keeping = (run: string) => ({ is: 'go' as const, screen: 'settings', params: { at: 'keeping', run } });
  return [
    ...own,
    { key: 'backup', glyph: 'disk', ...keeping('backup') },
    { key: 'verify', glyph: 'check', ...keeping('verify') },
    ...(['light', 'dark', 'system'] as const).map((theme): Deed => ({
      key: theme,
      glyph: 'settings',
      is: 'wear',
      theme,
    })),
  ];
}
