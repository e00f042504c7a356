// UCUM units as people read them. The braces of UCUM hold words: those come from the catalogue.
import { maybe } from '$lib/words/index.ts';

const SUPERSCRIPT: Record<string, string> = {
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
};

export function unitShown(ucum: string): string {
  return ucum
    .replace(
      /10\*(\d+)\.?/g,
      (_, power: string) => `10${[...power].map((digit) => SUPERSCRIPT[digit] ?? digit).join('')} `,
    )
    .replace(
      /\{([^}]+)\}/g,
      (_, word: string) => maybe(`unit-${word.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`) ?? word,
    )
    .replace(/\[([^\]]+)\]/g, '$1')
    .replace(/(^|\/)u(?=mol|g|L|kat)/g, '$1µ')
    .replace(/ (?=\/|$)/g, '');
}
