import { describe, expect, it } from 'vitest';
import { asked, blankStore, firstStep, lacks, matches } from './unlock.ts';

const practice = { path: 'p', practice: true, locked_by_another: false };
const site = { path: 's', practice: false, locked_by_another: false };

describe('the first screen', () => {
  it('offers the choice while only the practice study is there', () => expect(firstStep([practice])).toBe('choose'));
  it('asks for a login as soon as there is a store', () => expect(firstStep([practice, site])).toBe('login'));
});

describe('a new store', () => {
  it('names every missing field at once', () => {
    const fields = lacks(blankStore('', 'en'), '').map((lack) => lack.field);
    expect(fields).toEqual(['path', 'site_name', 'telephone', 'admin_name', 'admin_login', 'passphrase']);
  });
  it('wants the same passphrase twice', () => {
    const form = {
      ...blankStore('a', 'en'),
      site_name: 'b',
      telephone: '1',
      admin_name: 'c',
      admin_login: 'd',
      passphrase: 'e',
    };
    expect(lacks(form, 'f')).toEqual([{ field: 'repeated', key: 'unlock-differs' }]);
    expect(lacks(form, 'e')).toEqual([]);
  });
});

describe('the recovery kit', () => {
  it('asks for two different words inside the kit', () => {
    for (const chance of [0, 0.5, 0.999]) {
      const [first, second] = asked(24, () => chance);
      expect(first).toBeLessThan(second);
      expect(second).toBeLessThan(24);
    }
  });
  it('takes the words whatever their case', () =>
    expect(matches(['able', 'baker'], [0, 1], [' Able', 'BAKER '])).toBe(true));
  it('does not take a wrong word', () => expect(matches(['able', 'baker'], [0, 1], ['able', 'able'])).toBe(false));
});
