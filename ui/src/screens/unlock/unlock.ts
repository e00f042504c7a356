// What the first screen offers, and what it checks before it asks Rust.
import type { NewStore, StoreFound } from '$lib/api/index.ts';

export type Step = 'choose' | 'login' | 'create' | 'kit' | 'recover';

/** Real stores; the practice study has a door of its own. */
export function real(stores: readonly StoreFound[]): StoreFound[] {
  return stores.filter((store) => !store.practice);
}

/** With a store there is someone to let in; without one there is something to choose. */
export function firstStep(stores: readonly StoreFound[]): Step {
  return real(stores).length > 0 ? 'login' : 'choose';
}

export function blankStore(path: string, language: string): NewStore {
  return {
    path,
    site_name: '',
    telephone: '',
    address: '',
    admin_login: '',
    admin_name: '',
    admin_role: 'investigator',
    passphrase: '',
    language,
  };
}

/** Fields that must hold something, in the order of the form. */
const NEEDED: (keyof NewStore)[] = ['path', 'site_name', 'telephone', 'admin_name', 'admin_login', 'passphrase'];

export interface Lack {
  field: string;
  key: string;
}

/** Every lack at once, by Fluent key; Rust checks again and more. */
export function lacks(form: NewStore, repeated: string): Lack[] {
  const empty = NEEDED.filter((field) => form[field].trim() === '').map((field) => ({ field, key: 'unlock-needed' }));
  const differs = form.passphrase !== '' && form.passphrase !== repeated;
  return differs ? [...empty, { field: 'repeated', key: 'unlock-differs' }] : empty;
}

/** Two places of the kit to be typed back, so that the paper is known to be readable. */
export function asked(count: number, chance: () => number): [number, number] {
  const half = Math.max(1, Math.floor(count / 2));
  return [Math.floor(chance() * half), half + Math.floor(chance() * (count - half))];
}

/** Typed words equal the kit's, case and spaces aside. */
export function matches(words: readonly string[], places: readonly number[], typed: readonly string[]): boolean {
  return places.every((place, i) => words[place] === typed[i]?.trim().toLowerCase());
}
