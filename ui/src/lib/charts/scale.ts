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

const straight = (value: number) => value;
const LINES: Record<Scale, (value: number) => number> = { linear: straight, log10: Math.log10, log2: Math.log2 };

/** The lowest and highest height of a chart, on its own scale, with the limits inside; null without a value. */
export function extent(chart: Pick<Chart, 'scale' | 'series' | 'limits'>): [number, number] | null {
  const points = chart.series.flatMap((series) => series.points).map((point) => point.value);
  const values = [...points, ...chart.limits.map((limit) => limit.value)];
  const heights = values
    .filter((value) => value !== null && fits(chart.scale, value))
    .map((value) => height(chart.scale, value ?? 0));
  if (heights.length === 0) return null;
  const low = Math.min(...heights, chart.scale === 'linear' ? 0 : Infinity);
  const high = Math.max(...heights);
  if (chart.scale !== 'linear') return [Math.floor(low), Math.max(Math.ceil(high), Math.floor(low) + 1)];
  const room = (high - low) * 0.08 || 1;
  return [low < 0 ? low - room : 0, high + room];
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

/** First of January of each year inside, thinned so that at most `most` are drawn. */
export function years(span: Span, most: number): string[] {
  const [first, last] = [Number(span.from.slice(0, 4)) + 1, Number(span.to.slice(0, 4))];
  const step = Math.max(1, Math.ceil((last - first + 1) / most));
  return Array.from(
    { length: Math.max(0, Math.floor((last - first) / step) + 1) },
    (_, i) => `${String(first + i * step)}-01-01`,
  );
}
