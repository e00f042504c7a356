// A chart laid out on a sheet: every mark, line and limit with its place. Drawn by Plot.svelte, tested without a window.
import { line } from 'd3-shape';
import type { Chart, Point } from '$lib/api/index.ts';
import {
  along,
  fits,
  inside,
  isCycles,
  length,
  limitsOf,
  measure,
  references,
  shifted,
  ticks,
  type Span,
} from './scale.ts';

export interface Sheet {
  wide: number;
  high: number;
  left: number;
  right: number;
  top: number;
  foot: number;
}
export interface Mark {
  x: number;
  y: number;
  /** At its limit, drawn open. */
  below: boolean;
  point: Point;
}
export interface Line {
  name: string;
  /** Its mark, the same in every chart. */
  mark: number;
  dashed: boolean;
  marks: Mark[];
  /** Path between measured values. */
  firm: string;
  /** Path to or from a mark at its limit: the true value lies elsewhere. */
  loose: string;
}
/** A limit of the assay at which open marks lie: right across, or only beside its marks when there are many limits. */
export interface Floor {
  value: number;
  y: number;
  from: number;
  to: number;
  whole: boolean;
}
export interface Plotted {
  ticks: number[];
  x: (day: string) => number;
  y: (value: number) => number;
  lines: Line[];
  floors: Floor[];
  references: number[];
  /** Of the protocol, the assay or the laboratory, each with its words. */
  limits: (ReturnType<typeof limitsOf>[number] & { side: 'start' | 'end' })[];
}

const MOST_FLOORS = 2;
const BESIDE = 8;
const ASIDE = 7;
const NAME_HIGH = 15;

/** A point that has no height on this scale: it stands in the table, and the chart says so. */
export function undrawn(chart: Pick<Chart, 'scale' | 'series'>): number {
  return chart.series
    .flatMap((series) => series.points)
    .filter((point) => point.value === null || !fits(chart.scale, point.value)).length;
}

/** Null when nothing has a height. */
export function plot(chart: Chart, span: Span, sheet: Sheet): Plotted | null {
  const scale = measure(chart);
  if (!scale) return null;
  const x = (day: string) => sheet.left + along(span, day) * (sheet.wide - sheet.left - sheet.right);
  const ends = [sheet.high - sheet.foot, sheet.top];
  const y = scale.copy().range(isCycles(chart) ? ends.reverse() : ends);
  const placed = chart.series.map((series) =>
    series.points.flatMap((point) =>
      point.value !== null && fits(chart.scale, point.value) && inside(span, point.on)
        ? [{ x: x(point.on), y: y(point.value), below: point.below_limit, point }]
        : [],
    ),
  );
  apart(placed);
  const lines = placed.map((marks, i) => {
    const { name = '', mark = i, stroke = 'firm' } = chart.series[i] ?? {};
    return { name, mark, dashed: stroke === 'dashed', marks, ...paths(marks) };
  });
  const limits = sided(limitsOf(chart), y);
  return {
    ticks: ticks(chart.scale, scale),
    x,
    y,
    lines,
    floors: floors(
      lines.flatMap((line) => line.marks),
      sheet,
    ),
    references: references(chart).filter((value) => limits.every((limit) => limit.value !== value)),
    limits,
  };
}

/** Two limits so near that their names would lie over one another: the lower one is named at the other end. */
function sided(limits: ReturnType<typeof limitsOf>, y: (value: number) => number): Plotted['limits'] {
  const places: { y: number; side: 'start' | 'end' }[] = [];
  return [...limits]
    .sort((a, b) => y(a.value) - y(b.value))
    .map((limit) => {
      const at = y(limit.value);
      const taken = places.some((one) => one.side === 'end' && Math.abs(one.y - at) < NAME_HIGH);
      const side = taken ? ('start' as const) : ('end' as const);
      places.push({ y: at, side });
      return { ...limit, side };
    });
}

/** Equal values of one day in several series would hide one another: they stand side by side. */
function apart(series: Mark[][]): void {
  const places = new Map<string, Mark[]>();
  for (const mark of series.flat()) {
    const place = `${String(Math.round(mark.x / 2))}/${String(Math.round(mark.y / 3))}`;
    places.set(place, [...(places.get(place) ?? []), mark]);
  }
  for (const marks of places.values())
    marks.forEach((mark, i) => {
      mark.x += (i - (marks.length - 1) / 2) * ASIDE;
    });
}

const trace = line<Mark>(
  (mark) => mark.x,
  (mark) => mark.y,
).digits(1);

/** Measured values are joined by a firm line, as far as they follow one another; the rest loosely, pair by pair. */
function paths(marks: Mark[]): Pick<Line, 'firm' | 'loose'> {
  const pairs = marks.slice(1).map((to, i) => [marks[i] ?? to, to] as const);
  const drawn = (open: boolean) =>
    pairs
      .filter(([from, to]) => (from.below || to.below) === open)
      .map((pair) => trace(pair) ?? '')
      .join('');
  return { firm: drawn(false), loose: drawn(true) };
}

function floors(marks: Mark[], sheet: Sheet): Floor[] {
  const below = marks.filter((mark) => mark.below);
  const values = [...new Set(below.map((mark) => mark.point.value ?? 0))];
  if (values.length > MOST_FLOORS)
    return below.map(({ x, y, point }) => ({
      value: point.value ?? 0,
      y,
      from: x - BESIDE,
      to: x + BESIDE,
      whole: false,
    }));
  return values.map((value) => ({
    value,
    y: below.find((mark) => mark.point.value === value)?.y ?? 0,
    from: sheet.left,
    to: sheet.wide - sheet.right,
    whole: true,
  }));
}

/** The newest value of all series, for the sentence that stands for the drawing. */
export function newest(chart: Pick<Chart, 'series'>): Point | null {
  const points = chart.series.flatMap((series) => series.points);
  return points.reduce<Point | null>((best, point) => (best === null || point.on >= best.on ? point : best), null);
}

/** Days of all charts, so that they stand under one another on one axis of time. */
export function reach(charts: Pick<Chart, 'series'>[], from: string, to: string): Span {
  const days = charts.flatMap((chart) => chart.series).flatMap((series) => series.points.map((point) => point.on));
  const all = [...days, from, to].sort();
  return { from: all[0] ?? from, to: all.at(-1) ?? to };
}

/** The days of one chart alone, with a little room on both sides; what is not drawn takes no room. */
export function own(chart: Pick<Chart, 'scale' | 'series'>, otherwise: Span): Span {
  const days = chart.series
    .flatMap((series) => series.points)
    .flatMap((point) => (point.value !== null && fits(chart.scale, point.value) ? [point.on] : []))
    .sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return otherwise;
  const room = Math.max(14, Math.round(length({ from: first, to: last }) * 0.05));
  return { from: shifted(first, -room), to: shifted(last, room) };
}
