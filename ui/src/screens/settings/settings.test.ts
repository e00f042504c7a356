import { expect, it } from 'vitest';
import { blankUser, complete, offered, wanted } from './settings.ts';

it('a new user needs a login, a name and a passphrase', () => {
  expect(complete(blankUser())).toBe(false);
  expect(complete({ login: 'a', name: 'b', role: 'monitor', passphrase: 'c' })).toBe(true);
});
it('offers the minutes in force among the others', () => expect(offered(7)).toEqual([2, 5, 7, 10, 15, 30]));
it('does on arrival only what is known here', () =>
  expect(['backup', 'verify', 'export', ''].map(wanted)).toEqual(['backup', 'verify', null, null]));
