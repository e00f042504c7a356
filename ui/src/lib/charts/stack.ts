// Shares of a whole over time, laid out as stacked bars or areas: named parts from the foot up, all else on top. Plain
// data comes in, so that whoever has shares can draw them. Drawn by StackedShares.svelte.
import { max } from 'd3-array';
import { scaleBand, scaleLinear, scalePoint, scaleUtc } from 'd3-scale';
import { area, stack } from 'd3-shape';
import { textWide } from './marks.ts';
import type { Sheet } from './plot.ts';
import { instant } from './scale.ts';

export interface Part {
  key: string;
  name: string;
  /** Share of the whole, 0 to 1, at each time; 0 where it was not seen. */
  shares: number[];
  /** To be seen at once: near a gene that is watched. */
  watched?: boolean;
  /** A few words more, for the table and the mark under the pointer. */
  note?: string;
}
export interface Time {
  key: string;
  name: string;
  /** Civil date; with all of them given, areas keep the distances between days. */
  on?: string;
}
export interface Shares {
  title: string;
  times: Time[];
  parts: Part[];
  /** What everything not named is called. */
  rest: string;
}
export type As = 'bars' | 'areas';

export interface Layer {
  part: Part;
  /** Which colour and texture; null for the rest, which has neither. */
  look: number | null;
  bars: { x: number; y: number; wide: number; high: number; share: number; time: Time }[];
  /** Of the area; empty when drawn as bars. */
  path: string;
  /** Where its name stands in it; null when there is no room. */
  label: { x: number; y: number } | null;
}
export interface Stacked {
  layers: Layer[];
  /** Middle of each time. */
  at: { x: number; time: Time }[];
  y: (share: number) => number;
  ticks: number[];
}

const LINE_HIGH = 14;

/** Everything that no part names; never below nothing. */
export function restOf(shares: Shares): number[] {
  return shares.times.map((_, i) =>
    Math.max(0, 1 - shares.parts.reduce((sum, part) => sum + (part.shares[i] ?? 0), 0)),
  );
}

/** The parts with the rest as the last of them. */
export function whole(shares: Shares): Part[] {
  return [...shares.parts, { key: '\u0000rest', name: shares.rest, shares: restOf(shares) }];
}

/** Times as they lie across; without any there is nothing to draw. */
export function stacked(shares: Shares, sheet: Sheet, as: As): Stacked | null {
  if (shares.times.length === 0) return null;
  const parts = whole(shares);
  const across: [number, number] = [sheet.left, sheet.wide - sheet.right];
  const sums = shares.times.map((_, i) => parts.reduce((sum, part) => sum + (part.shares[i] ?? 0), 0));
  // Rounded shares may make a little more than the whole: it is drawn, not cut off.
  const y = scaleLinear()
    .domain([0, Math.max(1, max(sums) ?? 1)])
    .range([sheet.high - sheet.foot, sheet.top]);
  const columns = shares.times.map((_, i) => i);
  const piled = stack<unknown, number, number>()
    .keys(parts.map((_, i) => i))
    .value((i, part) => parts[part]?.shares[i] ?? 0)(columns);
  const { middle, wide } = places(shares.times, across, as);
  const outline = area<(typeof piled)[number][number]>()
    .x((at) => middle[at.data] ?? 0)
    .y0((at) => y(at[0]))
    .y1((at) => y(at[1]))
    .digits(1);
  const layers = parts.map((part, n) => {
    const heaps = piled[n] ?? [];
    const bars = shares.times.map((time, i) => {
      const [low = 0, high = 0] = heaps[i] ?? [];
      return {
        x: (middle[i] ?? 0) - wide / 2,
        y: y(high),
        wide,
        high: y(low) - y(high),
        share: part.shares[i] ?? 0,
        time,
      };
    });
    const look = n < shares.parts.length ? n : null;
    const path = as === 'areas' ? (outline(heaps) ?? '') : '';
    return { part, look, bars, path, label: roomFor(named(part), bars, middle, across, as) };
  });
  return {
    layers,
    at: shares.times.map((time, i) => ({ x: middle[i] ?? 0, time })),
    y,
    ticks: [0, 0.25, 0.5, 0.75, 1],
  };
}

/** A watched part is told by a sign as well, wherever its name stands. */
export function named(part: Pick<Part, 'name' | 'watched'>): string {
  return part.watched ? `★ ${part.name}` : part.name;
}

function places(times: Time[], across: [number, number], as: As): { middle: number[]; wide: number } {
  const keys = times.map((time) => time.key);
  if (as === 'bars') {
    const band = scaleBand(keys, across).paddingInner(0.25).paddingOuter(0.1);
    const wide = Math.min(band.bandwidth(), 96);
    return { middle: keys.map((key) => (band(key) ?? 0) + band.bandwidth() / 2), wide };
  }
  const days = times.flatMap((time) => (time.on === undefined ? [] : [instant(time.on)]));
  const [first, last] = [days[0], days.at(-1)];
  if (days.length === times.length && first && last && first < last) {
    const day = scaleUtc([first, last], across);
    return { middle: days.map((at) => day(at)), wide: 0 };
  }
  const point = scalePoint(keys, across).padding(times.length === 1 ? 0.5 : 0);
  return { middle: keys.map((key) => point(key) ?? 0), wide: 0 };
}

/** In the newest bar that holds the name; in an area where it is thickest, if it stays thick as far as the name goes. */
function roomFor(
  name: string,
  bars: Layer['bars'],
  middle: number[],
  [left, right]: [number, number],
  as: As,
): Layer['label'] {
  const long = textWide(name) + 6;
  if (as === 'bars') {
    const held = bars.findLastIndex((bar) => bar.high >= LINE_HIGH && bar.wide >= long);
    const bar = bars[held];
    return bar ? { x: middle[held] ?? 0, y: bar.y + bar.high / 2 } : null;
  }
  const thickest = bars.reduce((best, bar, i) => (bar.high > (bars[best]?.high ?? 0) ? i : best), 0);
  const x = Math.min(right - long / 2, Math.max(left + long / 2, middle[thickest] ?? 0));
  const ends = [x - long / 2, x, x + long / 2].map((at) => between(at, bars, middle));
  const top = Math.max(...ends.map((end) => end.y));
  const foot = Math.min(...ends.map((end) => end.y + end.high));
  return right - left >= long && foot - top >= LINE_HIGH ? { x, y: (top + foot) / 2 } : null;
}

/** An area between two of its times. */
function between(x: number, bars: Layer['bars'], middle: number[]): { y: number; high: number } {
  const after = middle.findIndex((at) => at >= x);
  const [a, b] = [bars[Math.max(after - 1, 0)], bars[after < 0 ? bars.length - 1 : after]];
  if (!a || !b) return { y: 0, high: 0 };
  const [from, to] = [middle[Math.max(after - 1, 0)] ?? 0, middle[after] ?? 0];
  const share = to > from ? (x - from) / (to - from) : 0;
  return { y: a.y + (b.y - a.y) * share, high: a.high + (b.high - a.high) * share };
}
