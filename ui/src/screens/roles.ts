// Who may record here; Rust decides, the page only leaves out what would be refused.
import type { Role } from '$lib/api/index.ts';
import { desk } from '../session.svelte.ts';

export function enters(role: Role): boolean {
  return role === 'coordinator' || role === 'investigator';
}

export function entersClinical(): boolean {
  return enters(desk.role);
}

/** While a past day is shown nothing is recorded, but its papers can be printed. */
export function mayPrint(): boolean {
  return enters(desk.open?.user.role ?? 'monitor');
}
