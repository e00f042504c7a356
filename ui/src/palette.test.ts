import { describe, expect, it } from 'vitest';
import { languages, maybe, speak } from '$lib/words/index.ts';
import { deeds, matching, pastDay } from './palette.ts';

const entries = [{ text: 'Print' }, { text: 'Settings' }, { text: 'Today' }, { text: 'Enter a result today' }];

it('finds in the middle of words, beginnings first', () =>
  expect(matching(entries, 'today').map((entry) => entry.text)).toEqual(['Today', 'Enter a result today']));
it('offers everything when nothing is typed', () => expect(matching(entries, ' ')).toHaveLength(4));

describe('a day that is typed', () => {
  it('is one to look at when it is past', () => expect(pastDay('2029-03-03', '2029-03-04')).toBe('2029-03-03'));
  it.each(['2029-03-04', '2029-03-05', '2029-02-30', 'S-014', '14', ''])('is none: %s', (typed) =>
    expect(pastDay(typed, '2029-03-04')).toBeNull(),
  );
});

describe('what can be done', () => {
  const keys = (params: Record<string, string>, role: 'coordinator' | 'monitor' | 'administrator') =>
    deeds({ params }, role).map((deed) => deed.key);
  const always = ['backup', 'verify', 'light', 'dark', 'system'];

  it('about the subject on screen, by those who record', () => {
    expect(keys({ subject: 's' }, 'coordinator')).toEqual(['visit', 'print', ...always]);
    expect(keys({ subject: 's' }, 'monitor')).toEqual(always);
    expect(keys({ subject: 's' }, 'administrator')).toEqual(always);
  });
  it('where no subject is on screen', () => expect(keys({}, 'coordinator')).toEqual(always));
  it('leads to that subject', () => {
    const ways = deeds({ params: { subject: 's', key: 'k' } }, 'coordinator').filter((deed) => deed.is === 'go');
    expect(ways[0]).toMatchObject({ screen: 'visit', params: { subject: 's' } });
    expect(ways[0]?.params).not.toHaveProperty('key');
  });
  it.each(languages)('has its words in %s', (tag) => {
    speak(tag);
    const all = deeds({ params: { subject: 's' } }, 'coordinator');
    expect(all.filter((deed) => maybe(`palette-${deed.key}`) === null)).toEqual([]);
    speak('en');
  });
});
