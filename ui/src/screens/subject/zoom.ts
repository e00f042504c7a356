// How many years of the line are drawn around a day: a few fixed widths, so that each step looks like a step.
import { inside, type Span } from '$lib/charts/index.ts';
import { daysBetween } from '$lib/words/index.ts';
import { months } from './timeline.ts';

const YEARS = [1, 2, 4, 8];
const DAYS_PER_YEAR = 365.25;
/** A day nearer to the edge than this share of the width is no longer seen in its surroundings. */
const EDGE = 0.12;

/** The next narrower or wider part; null when it would hold everything. The narrowest stays as it is. */
export function zoomed(part: Span, whole: Span, around: string, step: 'narrower' | 'wider'): Span | null {
  const now = daysBetween(part.from, part.to) / DAYS_PER_YEAR;
  if (step === 'narrower') {
    const years = YEARS.findLast((one) => one < now * 0.98);
    return years === undefined ? part : placed(years, whole, around);
  }
  const years = YEARS.find((one) => one > now * 1.02);
  const most = daysBetween(whole.from, whole.to) / DAYS_PER_YEAR;
  return years === undefined || years >= most ? null : placed(years, whole, around);
}

/** The same width moved to a day that came to its edge or left it; else the part as it is. */
export function followed(part: Span, whole: Span, day: string): Span {
  const margin = daysBetween(part.from, part.to) * EDGE;
  const well = daysBetween(part.from, day) >= margin && daysBetween(day, part.to) >= margin;
  const atEnd = (day >= part.from && part.from === whole.from) || (day <= part.to && part.to === whole.to);
  if (well || (atEnd && inside(part, day))) return part;
  return placed(Math.max(1, Math.round(daysBetween(part.from, part.to) / DAYS_PER_YEAR)), whole, day);
}

/** So many years with the day in their middle, without leaving what there is to draw. */
function placed(years: number, whole: Span, day: string): Span {
  const from = months(day, -6 * years);
  if (from < whole.from) return { from: whole.from, to: months(whole.from, 12 * years) };
  const to = months(from, 12 * years);
  return to > whole.to ? { from: months(whole.to, -12 * years), to: whole.to } : { from, to };
}
