// Bars of the work ahead, as geometry: visits from the foot up, tests on top of them.
import { max } from 'd3-array';
import { scaleBand, scaleLinear } from 'd3-scale';
import type { Bar } from './calendar.ts';

export const HIGH = 190;
const HEAD = 14;
const FOOT = 20;
const LEFT = 44;

export interface DrawnBar extends Bar {
  x: number;
  width: number;
  /** Top of the visits and of the tests above them. */
  visitsY: number;
  testsY: number;
  footY: number;
  /** The label stands below when it has room. */
  labelled: boolean;
}

export interface Drawing {
  bars: DrawnBar[];
  ticks: { y: number; value: number }[];
  left: number;
  right: number;
}

/** Room that a label needs, in pixels. */
const LABEL = 44;

export function draw(bars: readonly Bar[], width: number): Drawing {
  const right = Math.max(width - 4, LEFT + 1);
  const across = scaleBand<string>()
    .domain(bars.map((bar) => bar.label))
    .range([LEFT, right])
    .paddingInner(bars.length > 60 ? 0.1 : 0.25);
  const most = max(bars, (bar) => bar.visits + bar.tests) ?? 0;
  const up = scaleLinear()
    .domain([0, Math.max(most, 1)])
    .nice(4)
    .range([HIGH - FOOT, HEAD]);
  const every = Math.max(1, Math.ceil(LABEL / Math.max(across.step(), 1)));
  return {
    bars: bars.map((bar, at) => ({
      ...bar,
      x: across(bar.label) ?? LEFT,
      width: across.bandwidth(),
      visitsY: up(bar.visits),
      testsY: up(bar.visits + bar.tests),
      footY: up(0),
      labelled: at % every === 0,
    })),
    // Whole numbers alone: nobody makes half a visit.
    ticks: up
      .ticks(4)
      .filter(Number.isInteger)
      .map((value) => ({ value, y: up(value) })),
    left: LEFT,
    right,
  };
}
