// UCUM units as people read them, and ranges in them. The braces of UCUM hold words: those come from the catalogue.
import type { Plausible } from '$lib/api/index.ts';
import { maybe, number, t } from '$lib/words/index.ts';

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

/**
 * Between which values nobody is asked why. It says "plausible", not "usual" or "normal": an ALT of 5000 is neither.
 * The range is that of the unit it names, whichever unit is chosen in the field.
 */
export function plausibleShown({ low, high, unit }: Plausible): string {
  const [from, to] = [low, high].map((bound) => (Number.isFinite(Number(bound)) ? number(Number(bound)) : bound));
  const range = { low: from ?? low, high: to ?? high };
  return unit === '' || unit === '1'
    ? t('form-plausible', range)
    : t('form-plausible-unit', { ...range, unit: unitShown(unit) });
}
