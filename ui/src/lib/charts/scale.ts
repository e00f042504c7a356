// Where a value and a day lie in a drawing, by d3's scales. A value below a limit lies at the limit; nothing lies at a
// false zero.
import { extent as reachOf } from 'd3-array';
import { scaleLinear, scaleLog, scaleUtc, type ScaleContinuousNumeric } from 'd3-scale';
import { utcDay, utcMonth, utcYear } from 'd3-time';
import type { Chart, Scale } from '$lib/api/index.ts';

export interface Span {
  from: string;
  to: string;
}
export type Measure = ScaleContinuousNumeric<number, number>;

/** A civil date as the instant that d3 counts with; never a local time. */
export function instant(day: string): Date {
  return new Date(`${day.slice(0, 10)}T00:00:00Z`);
}

export function civil(at: Date): string {
  return at.toISOString().slice(0, 10);
}

/** Whole days from the first to the last. */
export function length({ from, to }: Span): number {
  return utcDay.count(instant(from), instant(to));
}

/** Share of the way from the first to the last day, 0 to 1. */
export function along(span: Span, day: string): number {
  const last = span.to > span.from ? span.to : shifted(span.from, 1);
  return scaleUtc()
    .domain([instant(span.from), instant(last)])
    .clamp(true)(instant(day));
}

export function inside(span: Span, day: string): boolean {
  return day >= span.from && day <= span.to;
}

/** Fewer cycles mean more vector: such an axis runs downwards and has no use for a zero. */
export function isCycles(chart: Pick<Chart, 'key'>): boolean {
  return chart.key.endsWith(':{Ct}');
}

/** Lines that belong to the measure itself, not to a rule of the protocol: two deviations either side of the median. */
export function references(chart: Pick<Chart, 'key'>): number[] {
  return chart.key === 'growth' ? [-2, 0, 2] : [];
}

type Limit = Chart['limits'][number] & { value: number };
/** Beyond these, limits of assays are drawn beside their marks only: as lines across they would say nothing. */
const MOST_OF_ASSAYS = 4;

/** Limits that have a height on this scale. */
export function limitsOf(chart: Pick<Chart, 'scale' | 'limits'>): Limit[] {
  const limits = chart.limits.flatMap((limit) =>
    limit.value !== null && fits(chart.scale, limit.value) ? [{ ...limit, value: limit.value }] : [],
  );
  const crowded = limits.filter((limit) => limit.of === 'assay').length > MOST_OF_ASSAYS;
  return limits.filter((limit) => !crowded || limit.of !== 'assay');
}

/** A logarithm has no place for zero or less. */
export function fits(scale: Scale, value: number): boolean {
  return scale === 'linear' || value > 0;
}

/** The scale of a chart with its values, limits and references inside, not yet laid out; null without a value. */
export function measure(chart: Pick<Chart, 'key' | 'scale' | 'series' | 'limits'>): Measure | null {
  const values = chart.series
    .flatMap((series) => series.points)
    .flatMap((point) => (point.value !== null && fits(chart.scale, point.value) ? [point.value] : []));
  if (values.length === 0) return null;
  const lines = [...limitsOf(chart).map((limit) => limit.value), ...references(chart)];
  const [low = 0, high = 0] = reachOf([...values, ...lines]) as [number, number];
  if (chart.scale !== 'linear') return wholePowers(chart.scale, low, high);
  if (isCycles(chart)) return scaleLinear().domain([low - 1, high + 1]);
  const bottom = Math.min(low, 0);
  const room = (Math.max(high, 0) - bottom) * 0.08 || 1;
  return scaleLinear().domain([bottom < 0 ? bottom - room : 0, Math.max(high, 0) + room]);
}

/** From one whole power to another, one apart at least: a logarithm between powers cannot be read. */
function wholePowers(scale: Scale, low: number, high: number): Measure {
  const base = scale === 'log10' ? 10 : 2;
  const made = scaleLog().base(base).domain([low, high]).nice();
  const [first = low, last = high] = made.domain();
  return first < last ? made : made.domain([first, first * base]);
}

/** Values at which lines are drawn across: whole powers, or a few round steps. */
export function ticks(scale: Scale, made: Measure): number[] {
  if (scale === 'linear') return made.ticks(3);
  const [low = 1, high = 1] = made.domain();
  const powers = Math.round(Math.log(high / low) / Math.log(scale === 'log10' ? 10 : 2));
  return made.ticks(Math.min(powers, 6));
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
  const all = utcYear.range(instant(shifted(span.from, 1)), instant(shifted(span.to, 1)));
  const step = Math.max(1, Math.ceil(all.length / Math.max(most, 1)));
  return all.filter((_, i) => i % step === 0).map(civil);
}

/** Too short to be read by its years. */
export function isShort(span: Span): boolean {
  return length(span) < 1000;
}

/** So short that its days are named in full. */
export function isBrief(span: Span): boolean {
  return length(span) < 120;
}

export function shifted(day: string, by: number): string {
  return civil(utcDay.offset(instant(day), by));
}

/** Days at which an axis of time is written on: Januaries of a long span, firsts of months of a short one. */
export function calendar(span: Span, most: number): string[] {
  if (!isShort(span)) return years(span, most);
  if (isBrief(span)) {
    const whole = length(span);
    const step = Math.max(7, Math.ceil(whole / Math.max(most, 1) / 7) * 7);
    return utcDay.range(instant(shifted(span.from, step)), instant(shifted(span.to, 1)), step).map(civil);
  }
  for (const step of [1, 2, 3, 6, 12]) {
    const days = (utcMonth.every(step) ?? utcMonth).range(instant(span.from), instant(shifted(span.to, 1))).map(civil);
    if (days.length <= most) return days;
  }
  return years(span, most);
}
