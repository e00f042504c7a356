// Where a value and a day lie in a drawing. A value below a limit lies at the limit; nothing lies at a false zero.
import type { Chart, Scale } from '$lib/api/index.ts';
import { daysBetween } from '$lib/words/index.ts';

export interface Span {
  from: string;
  to: string;
}

/** Share of the way from the first to the last day, 0 to 1. */
export function along(span: Span, day: string): number {
  const whole = Math.max(daysBetween(span.from, span.to), 1);
  return Math.min(1, Math.max(0, daysBetween(span.from, day) / whole));
}

export function inside(span: Span, day: string): boolean {
  return day >= span.from && day <= span.to;
}

const straight = (value: number) => value;
const LINES: Record<Scale, (value: number) => number> = { linear: straight, log10: Math.log10, log2: Math.log2 };

/** Fewer cycles mean more vector: such an axis runs downwards and has no use for a zero. */
export function isCycles(chart: Pick<Chart, 'key'>): boolean {
  return chart.key.endsWith(':{Ct}');
}

/** Lines that belong to the measure itself, not to a rule of the protocol: two deviations either side of the median. */
export function references(chart: Pick<Chart, 'key'>): number[] {
  return chart.key === 'growth' ? [-2, 0, 2] : [];
}

/** Limits that have a height on this scale. */
export function limitsOf(chart: Pick<Chart, 'scale' | 'limits'>): { value: number; label: string }[] {
  return chart.limits.flatMap(({ value, label }) =>
    value !== null && fits(chart.scale, value) ? [{ value, label }] : [],
  );
}

/** The lowest and highest height of a chart, on its own scale, with the limits inside; null without a value. */
export function extent(chart: Pick<Chart, 'key' | 'scale' | 'series' | 'limits'>): [number, number] | null {
  const values = chart.series
    .flatMap((series) => series.points)
    .flatMap((point) => (point.value !== null && fits(chart.scale, point.value) ? [point.value] : []));
  if (values.length === 0) return null;
  const lines = [...limitsOf(chart).map((limit) => limit.value), ...references(chart)];
  const heights = [...values, ...lines].map((value) => height(chart.scale, value));
  const [low, high] = [Math.min(...heights), Math.max(...heights)];
  if (chart.scale !== 'linear') return [Math.floor(low), Math.max(Math.ceil(high), Math.floor(low) + 1)];
  if (isCycles(chart)) return [low - 1, high + 1];
  const bottom = Math.min(low, 0);
  const room = (Math.max(high, 0) - bottom) * 0.08 || 1;
  return [bottom < 0 ? bottom - room : 0, Math.max(high, 0) + room];
}

/** A logarithm has no place for zero or less. */
export function fits(scale: Scale, value: number): boolean {
  return scale === 'linear' || value > 0;
}

export function height(scale: Scale, value: number): number {
  return LINES[scale](value);
}

/** Values at which lines are drawn across: whole powers, or about four round steps. */
export function ticks(scale: Scale, [low, high]: [number, number]): number[] {
  if (scale !== 'linear') {
    const step = Math.max(1, Math.ceil((high - low) / 6));
    const base = scale === 'log10' ? 10 : 2;
    return powers(low, high, step).map((power) => base ** power);
  }
  const rough = (high - low) / 4;
  const size = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((n) => n * size).find((n) => n >= rough) ?? size;
  const first = Math.ceil(low / step);
  const count = Math.floor(high / step) - first + 1;
  return Array.from({ length: Math.max(count, 0) }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

function powers(low: number, high: number, step: number): number[] {
  return Array.from({ length: Math.floor((high - low) / step) + 1 }, (_, i) => low + i * step);
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** From ten thousand on, a power of ten is read more easily as one. */
export function tickText(scale: Scale, tick: number, plain: (value: number) => string): string {
  if (scale !== 'log10' || tick < 10_000) return plain(tick);
  const power = String(Math.round(Math.log10(tick)));
  return `10${[...power].map((digit) => RAISED[Number(digit)]).join('')}`;
}

/** First of January of each year inside, thinned so that at most `most` are drawn. */
export function years(span: Span, most: number): string[] {
  const [first, last] = [Number(span.from.slice(0, 4)) + 1, Number(span.to.slice(0, 4))];
  const step = Math.max(1, Math.ceil((last - first + 1) / most));
  return Array.from(
    { length: Math.max(0, Math.floor((last - first) / step) + 1) },
    (_, i) => `${String(first + i * step)}-01-01`,
  );
}

/** Too short to be read by its years. */
export function isShort(span: Span): boolean {
  return daysBetween(span.from, span.to) < 1000;
}

/** So short that its days are named in full. */
export function isBrief(span: Span): boolean {
  return daysBetween(span.from, span.to) < 120;
}

export function shifted(day: string, by: number): string {
  const made = new Date(`${day}T00:00:00Z`);
  made.setUTCDate(made.getUTCDate() + by);
  return made.toISOString().slice(0, 10);
}

/** Days at which an axis of time is written on: Januaries of a long span, firsts of months of a short one. */
export function calendar(span: Span, most: number): string[] {
  if (!isShort(span)) return years(span, most);
  if (isBrief(span)) {
    const whole = daysBetween(span.from, span.to);
    const step = Math.max(7, Math.ceil(whole / Math.max(most, 1) / 7) * 7);
    return Array.from({ length: Math.floor(whole / step) }, (_, i) => shifted(span.from, (i + 1) * step));
  }
  for (const step of [1, 2, 3, 6, 12]) {
    const days = firsts(span, step);
    if (days.length <= most) return days;
  }
  return years(span, most);
}

function firsts(span: Span, step: number): string[] {
  const found: string[] = [];
  for (let year = Number(span.from.slice(0, 4)); year <= Number(span.to.slice(0, 4)); year += 1)
    for (let month = 1; month <= 12; month += step) found.push(`${String(year)}-${String(month).padStart(2, '0')}-01`);
  return found.filter((day) => inside(span, day));
}
