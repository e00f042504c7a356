import { expect, it } from 'vitest';
import { matching } from './palette.ts';

const entries = [{ text: 'Print' }, { text: 'Settings' }, { text: 'Today' }, { text: 'Enter a result today' }];

it('finds in the middle of words, beginnings first', () =>
  expect(matching(entries, 'today').map((entry) => entry.text)).toEqual(['Today', 'Enter a result today']));
it('offers everything when nothing is typed', () => expect(matching(entries, ' ')).toHaveLength(4));
