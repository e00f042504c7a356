import { expect, it } from 'vitest';
import { blankUser, complete, offered } from './settings.ts';

it('a new user needs a login, a name and a passphrase', () => {
  expect(complete(blankUser())).toBe(false);
  expect(complete({ login: 'a', name: 'b', role: 'monitor', passphrase: 'c' })).toBe(true);
});
it('offers the minutes in force among the others', () => expect(offered(7)).toEqual([2, 5, 7, 10, 15, 30]));
