// The catalogues as one: same keys and placeholders in every language, no key twice, none missing that the window asks for.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { FluentResource } from '@fluent/bundle';
import { describe, expect, it } from 'vitest';
import { date, dateLong, datePartial, daysBetween } from './dates.ts';
import { languages, maybe, speak, t } from './words.svelte.ts';

const ROOT = new URL('../../../../', import.meta.url).pathname;
const LOCALES = join(ROOT, 'assets/locales');
/** The files the window writes into; the crates keep theirs by `cargo xtask check words`. */
const OWN = ['app.ftl', 'screens.ftl'];

function keys(tag: string, file: string): string[] {
  const path = join(LOCALES, tag, file);
  try {
    return [...readFileSync(path, 'utf8').matchAll(/^([a-z][a-z0-9-]*) =/gm)].map((found) => found[1] ?? '');
  } catch {
    return [];
  }
}
function placeholders(tag: string, file: string): string[] {
  const path = join(LOCALES, tag, file);
  const lines = readFileSync(path, 'utf8').split(/\n(?=[a-z])/);
  return lines
    .filter((line) => / =/.test(line))
    .map(
      (line) => `${line.split(' ')[0]}: ${[...new Set([...line.matchAll(/\$[a-z_]+/g)].map(String))].sort().join(' ')}`,
    )
    .sort();
}
function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return sources(path);
    return /\.(svelte|ts)$/.test(name) && !name.endsWith('.test.ts') ? [readFileSync(path, 'utf8')] : [];
  });
}

describe.each(languages.filter((tag) => tag !== 'en'))('the words of %s', (tag) => {
  it.each(OWN)('have the keys of English in %s', (file) =>
    expect(keys(tag, file).sort()).toEqual(keys('en', file).sort()),
  );
  it('carry the same placeholders', () => expect(placeholders(tag, 'app.ftl')).toEqual(placeholders('en', 'app.ftl')));
});

describe.each(languages)('the catalogue of %s', (tag) => {
  it('says no key twice', () => {
    const all = readdirSync(join(LOCALES, tag))
      .filter((file) => file.endsWith('.ftl'))
      .flatMap((file) => keys(tag, file));
    expect(all.filter((key, i) => all.indexOf(key) !== i)).toEqual([]);
  });
  it('can be read whole', () => {
    for (const file of OWN) {
      const said = keys(tag, file);
      if (said.length === 0) continue;
      const read = [...new FluentResource(readFileSync(join(LOCALES, tag, file), 'utf8')).body].map(
        (message) => message.id,
      );
      expect(read).toEqual(said);
    }
  });
});

it('every key that the window asks for by name is there', () => {
  speak('en');
  const asked = sources(join(ROOT, 'ui/src')).flatMap((text) =>
    [...text.matchAll(/\bt\(\s*'([a-z0-9.-]+)'/g)].map((found) => found[1] ?? ''),
  );
  expect([...new Set(asked)].filter((key) => maybe(key) === null)).toEqual([]);
});

it('a missing key is seen', () => expect(t('no-such-key')).toBe('⟦no-such-key⟧'));

it('a language falls back to English, unknown tags too', () => {
  speak('xx');
  expect(t('action-close')).toBe('Close');
});

describe('dates', () => {
  it('are spelled out, never ambiguous', () => {
    speak('en');
    expect(date('2025-03-04')).toMatch(/4.*Mar.*2025/);
    expect(dateLong('2025-03-04')).toMatch(/Tuesday.*4 March 2025/);
    speak('ja');
    expect(date('2025-03-04')).toBe('2025年3月4日');
    expect(dateLong('2025-03-04')).toBe('2025年3月4日（火）');
    speak('zh-Hans');
    expect(dateLong('2025-03-04')).toBe('2025年3月4日（星期二）');
  });
  it('may be known to the month or the year, or estimated', () => {
    speak('en');
    expect(datePartial('2024')).toBe('2024');
    expect(datePartial('2024-05')).toBe('May 2024');
    expect(datePartial('2024-05~')).toMatch(/about.*May 2024/);
    expect(datePartial('2024-13')).toBeNull();
    expect(datePartial('soon')).toBeNull();
  });
  it('count whole days over a change to summer time', () => expect(daysBetween('2025-03-29', '2025-03-31')).toBe(2));
});
