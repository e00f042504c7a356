// Checks of the settings forms before Rust is asked.
import type { NewUserForm, Role } from '$lib/api/index.ts';

export const ROLES: Role[] = ['coordinator', 'investigator', 'monitor', 'administrator'];
export const LOCK_MINUTES = [2, 5, 10, 15, 30];

/** Who may change what the clinic is called; Rust decides, this only spares a refusal. */
export function administers(role: Role): boolean {
  return role === 'administrator' || role === 'investigator';
}

/** Who may keep a laboratory's table; everyone else reads it. */
export function keepsRanges(role: Role): boolean {
  return role !== 'monitor';
}

export function blankUser(): NewUserForm {
  return { login: '', name: '', role: 'coordinator', passphrase: '' };
}

export function complete(form: NewUserForm): boolean {
  return [form.login, form.name, form.passphrase].every((text) => text.trim() !== '');
}

/** The minutes offered, with the one in force even when it is not among them. */
export function offered(inForce: number): number[] {
  return [...new Set([...LOCK_MINUTES, inForce])].filter((minutes) => minutes > 0).sort((a, b) => a - b);
}

/** The deed that the screen was opened for, by the palette. */
export function wanted(run: string | undefined): 'backup' | 'verify' | null {
  return run === 'backup' || run === 'verify' ? run : null;
}
