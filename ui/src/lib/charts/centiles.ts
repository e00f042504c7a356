// A centile chart laid out: curves, the child's points at both ages, the target range, an axis in years and months.
// Plain data comes in; drawn by Centiles.svelte.
import { extent } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { GrowthChart } from '$lib/api/index.ts';
import type { Sheet } from './plot.ts';

type Spot = GrowthChart['points'][number]['spot'];
type Placed = { x: number; y: number };
export interface Centiles {
  curves: { label: string; centile: number; path: string; end: Placed | null; name: Placed | null }[];
  /** Joins the points at the age since birth. */
  course: string;
  points: { at: Placed; corrected: Placed | null; point: GrowthChart['points'][number] }[];
  target: { low: number; mid: number; high: number } | null;
  x: (at: number) => number;
  y: (value: number) => number;
  across: AgeTick[];
  ticks: number[];
}
export interface AgeTick {
  at: number;
  x: number;
  years: number;
  months: number;
}

const DAYS_PER_MONTH = 30.4375;
const STEPS = [1, 2, 3, 6, 12, 24, 36];

/** Months of age at which the axis is written on: as many as have room, whole years among them. */
export function ages(from: number, to: number, most: number): { months: number; days: number }[] {
  const [first, last] = [Math.ceil(from / DAYS_PER_MONTH), Math.floor(to / DAYS_PER_MONTH)];
  const step = STEPS.find((one) => (last - first) / one <= most) ?? 48;
  return Array.from({ length: last - first + 1 }, (_, i) => first + i)
    .filter((months) => months >= 0 && months % step === 0)
    .map((months) => ({ months, days: months * DAYS_PER_MONTH }));
}

/** Null when there is neither a line nor a point. */
export function centiles(chart: GrowthChart, sheet: Sheet): Centiles | null {
  const corrected = chart.points.flatMap((point) => (point.corrected ? [point.corrected] : []));
  const own = [...chart.points.map((point) => point.spot), ...corrected];
  const spots = [...chart.curves.flatMap((curve) => curve.spots), ...own].filter(known);
  const [low, high] = extent(spots, (spot) => spot.y);
  if (low === undefined || high === undefined) return null;
  // A child born preterm has been measured before the day of term.
  const from = Math.min(chart.from ?? 0, ...own.filter(known).map((spot) => spot.x));
  const x = scaleLinear([from, chart.to ?? 1], [sheet.left, sheet.wide - sheet.right]);
  const target = chart.target && inside(chart.target, low, high) ? chart.target : null;
  const y = scaleLinear([low, high], [sheet.high - sheet.foot, sheet.top]).nice(6);
  const place = (spot: Known): Placed => ({ x: x(spot.x), y: y(spot.y) });
  const trace = line<Placed>(
    (at) => at.x,
    (at) => at.y,
  ).digits(1);
  const points = chart.points.flatMap((point) =>
    known(point.spot)
      ? [
          {
            at: place(point.spot),
            corrected: point.corrected && known(point.corrected) ? place(point.corrected) : null,
            point,
          },
        ]
      : [],
  );
  const curves = chart.curves.map((curve) => {
    const places = curve.spots.filter(known).map(place);
    return { label: curve.label, centile: curve.centile ?? 0, path: trace(places) ?? '', end: places.at(-1) ?? null };
  });
  return {
    curves: apart(curves),
    course: trace(points.map((one) => one.at)) ?? '',
    points,
    target: target && { low: y(target.low ?? 0), mid: y(target.mid ?? 0), high: y(target.high ?? 0) },
    x,
    y,
    across: axis(chart, from, x, sheet),
    ticks: y.ticks(6),
  };
}

const NAME_HIGH = 12;
/** Names at the ends of lines that run close together are pushed apart, from the lowest upwards. */
function apart<T extends { end: Placed | null }>(curves: T[]): (T & { name: Placed | null })[] {
  let above = Infinity;
  return [...curves]
    .sort((a, b) => (b.end?.y ?? 0) - (a.end?.y ?? 0))
    .map((curve) => {
      if (!curve.end) return { ...curve, name: null };
      above = Math.min(curve.end.y, above - NAME_HIGH);
      return { ...curve, name: { x: curve.end.x, y: above } };
    });
}

type Known = { x: number; y: number };
function known(spot: Spot): spot is Known {
  return spot.x !== null && spot.y !== null;
}

/** The adult height belongs to a chart that reaches it. */
function inside(target: NonNullable<GrowthChart['target']>, low: number, high: number): boolean {
  return (target.low ?? 0) >= low && (target.high ?? 0) <= high * 1.05;
}

function axis(chart: GrowthChart, from: number, x: (at: number) => number, sheet: Sheet): AgeTick[] {
  if (chart.across === 'height')
    return scaleLinear([from, chart.to ?? 1])
      .ticks(8)
      .map((at) => ({ at, x: x(at), years: 0, months: 0 }));
  const most = Math.max(2, Math.floor((sheet.wide - sheet.left - sheet.right) / 56));
  return ages(from, chart.to ?? 1, most).map(({ months, days }) => ({
    at: days,
    x: x(days),
    years: Math.floor(months / 12),
    months: months % 12,
  }));
}
