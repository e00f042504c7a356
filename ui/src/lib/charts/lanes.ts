// Courses of treatment under a drawing, on its days: each dose as high as it is against the highest of its course.
import { max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import type { Chart } from '$lib/api/index.ts';
import { shifted, type Span } from './scale.ts';

type Course = Chart['courses'][number];
export interface Dosed {
  x: number;
  wide: number;
  y: number;
  high: number;
  /** Drawn as high as the lane, and said to be unknown. */
  unknown: boolean;
  shown: string;
  from: string;
  to: string | null;
}
export interface Lane {
  label: string;
  taper: string;
  top: number;
  foot: number;
  steps: Dosed[];
}
export const LANE_HIGH = 26;
export const LANE_GAP = 20;

export function lanesHigh(courses: Course[]): number {
  return courses.length * (LANE_HIGH + LANE_GAP);
}

export function lanes(courses: Course[], span: Span, x: (day: string) => number, top: number): Lane[] {
  return courses.map((course, i) => {
    const foot = top + (i + 1) * (LANE_HIGH + LANE_GAP);
    const highest = max(course.steps, (step) => step.dose ?? 0) ?? 0;
    const tall = scaleLinear([0, highest > 0 ? highest : 1], [0, LANE_HIGH]);
    const steps = course.steps.flatMap((step) => {
      // The last day is a day of treatment to its end; what goes on is drawn to the end of the days shown.
      const to = step.to === null ? span.to : shifted(step.to, 1);
      if (to < span.from || step.from > span.to) return [];
      const [left, right] = [x(step.from), x(to)];
      const high = step.dose === null ? LANE_HIGH : Math.max(1, tall(step.dose));
      const { shown, from } = step;
      return [
        {
          x: left,
          wide: Math.max(2, right - left),
          y: foot - high,
          high,
          unknown: step.dose === null,
          shown,
          from,
          to: step.to,
        },
      ];
    });
    return { label: course.label, taper: course.taper, top: foot - LANE_HIGH, foot, steps };
  });
}
