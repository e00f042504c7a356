// The catalogues of assets/locales, the same files that the papers and the command line speak from.
// A language is a folder there: nothing is listed here.
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';

const sources = import.meta.glob<string>('../../../../assets/locales/*/*.ftl', {
  query: '?raw',
  import: 'default',
  eager: true,
});

export type Args = Record<string, string | number>;

const FALLBACK = 'en';

function build(tag: string): FluentBundle {
  const bundle = new FluentBundle(tag, { useIsolating: false });
  for (const [path, text] of Object.entries(sources)) {
    if (path.split('/').at(-2) === tag) bundle.addResource(new FluentResource(text));
  }
  return bundle;
}

const built: Record<string, FluentBundle> = {};

function bundleOf(tag: string): FluentBundle {
  return (built[tag] ??= build(tag));
}

/** Tags that have a folder. */
export const languages: string[] = Object.keys(sources)
  .map((path) => path.split('/').at(-2) ?? FALLBACK)
  .filter((tag, index, all) => all.indexOf(tag) === index);

const chosen = $state({ tag: FALLBACK });

export function language(): string {
  return chosen.tag;
}

/** Unknown tags fall back to English, as in the papers. */
export function speak(tag: string): void {
  chosen.tag = languages.includes(tag) ? tag : FALLBACK;
  if (typeof document !== 'undefined') document.documentElement.lang = chosen.tag;
}

function find(key: string): { bundle: FluentBundle; pattern: NonNullable<FluentPattern> } | null {
  const [id = key, attribute] = key.split('.');
  for (const tag of [chosen.tag, FALLBACK]) {
    const bundle = bundleOf(tag);
    const message = bundle.getMessage(id);
    const pattern = attribute ? message?.attributes[attribute] : message?.value;
    if (pattern) return { bundle, pattern };
  }
  return null;
}
type FluentPattern = Parameters<FluentBundle['formatPattern']>[0] | null;

/** The sentence of a key; a missing one stands in ⟦⟧ so that a test, and a person, sees it. */
export function t(key: string, args?: Args): string {
  const found = find(key);
  if (!found) return `⟦${key}⟧`;
  return found.bundle.formatPattern(found.pattern, args as Record<string, FluentVariable> | undefined, []);
}

/** The sentence of a key, or null when the catalogue has none (optional help texts). */
export function maybe(key: string, args?: Args): string | null {
  return find(key) ? t(key, args) : null;
}

/** An answer offered by a field: its own word, the word that several forms share, or the code itself. */
export function option(prefix: string, code: string): string {
  return maybe(`${prefix}-${code}`) ?? maybe(`option-${code}`) ?? code;
}

/** A number as this language writes it. */
export function number(value: number, decimals?: number): string {
  return new Intl.NumberFormat(chosen.tag, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals ?? 6,
  }).format(value);
}
