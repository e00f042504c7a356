// THE LIST. A screen is one folder and one entry here: menu, shortcut and role guard follow from it.
// Its title is the message `screen-<key>`.
import type { Component } from 'svelte';
import type { Role } from '$lib/api/index.ts';
import type { GlyphName } from '$lib/parts/index.ts';
import type { Params } from '../place.svelte.ts';

export interface ScreenProps {
  params: Params;
}
export interface Screen {
  key: string;
  glyph: GlyphName;
  /** Stands in the rail; the others are reached from a row or the palette. */
  rail: boolean;
  shortcut?: string;
  /** Who sees it; everyone when absent. Rust decides what may be done. */
  roles?: Role[];
  load: () => Promise<{ default: Component<ScreenProps> }>;
}

const CLINICAL: Role[] = ['coordinator', 'investigator'];

export const screens: Screen[] = [
  { key: 'today', glyph: 'today', rail: true, shortcut: 'Alt+1', load: () => import('./today/Today.svelte') },
  {
    key: 'subjects',
    glyph: 'subjects',
    rail: true,
    shortcut: 'Alt+2',
    load: () => import('./subjects/Subjects.svelte'),
  },
  {
    key: 'calendar',
    glyph: 'calendar',
    rail: true,
    shortcut: 'Alt+3',
    load: () => import('./calendar/Calendar.svelte'),
  },
  { key: 'signals', glyph: 'signals', rail: true, shortcut: 'Alt+4', load: () => import('./signals/Signals.svelte') },
  { key: 'print', glyph: 'print', rail: true, shortcut: 'Alt+5', load: () => import('./print/Print.svelte') },
  { key: 'study', glyph: 'study', rail: true, shortcut: 'Alt+6', load: () => import('./study/Study.svelte') },
  { key: 'audit', glyph: 'audit', rail: true, shortcut: 'Alt+7', load: () => import('./audit/Audit.svelte') },
  {
    key: 'settings',
    glyph: 'settings',
    rail: true,
    shortcut: 'Alt+8',
    load: () => import('./settings/Settings.svelte'),
  },
  { key: 'enrol', glyph: 'enrol', rail: false, roles: CLINICAL, load: () => import('./enrol/Enrol.svelte') },
  { key: 'subject', glyph: 'people', rail: false, load: () => import('./subject/Subject.svelte') },
  { key: 'clones', glyph: 'signals', rail: false, load: () => import('./clones/Clones.svelte') },
  { key: 'import', glyph: 'visit', rail: false, roles: CLINICAL, load: () => import('./import/Import.svelte') },
  { key: 'kits', glyph: 'flask', rail: false, load: () => import('./kits/Kits.svelte') },
  { key: 'cohort', glyph: 'people', rail: false, load: () => import('./cohort/Cohort.svelte') },
  { key: 'visit', glyph: 'visit', rail: false, roles: CLINICAL, load: () => import('./visit/Visit.svelte') },
];

export function allowed(screen: Screen, role: Role): boolean {
  return screen.roles?.includes(role) ?? true;
}

/** The screen of a key; an unknown or forbidden one leads home. */
export function screenOf(key: string, role: Role): Screen {
  const home = screens[0] as Screen;
  const found = screens.find((screen) => screen.key === key);
  return found && allowed(found, role) ? found : home;
}
