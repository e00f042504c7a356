import { describe, expect, it } from 'vitest';
import { flags, rowsOf } from './flags.ts';
import { LANE_HIGH, lanes } from './lanes.ts';
import { along } from './scale.ts';

const SPAN = { from: '2026-01-01', to: '2026-04-11' };
const x = (day: string) => along(SPAN, day) * 1000;

describe('a course beside the curve', () => {
  const step = (from: string, to: string | null, dose: number | null) => ({ from, to, dose, shown: '' });
  const drawn = (...steps: ReturnType<typeof step>[]) =>
    lanes([{ label: 'Prednisolone', taper: '', steps }], SPAN, x, 200)[0]?.steps ?? [];
  it('steps down as the dose does', () => {
    const steps = drawn(
      step('2026-01-01', '2026-01-30', 1),
      step('2026-01-31', '2026-02-13', 0.5),
      step('2026-02-14', null, 0.25),
    );
    expect(steps.map((one) => one.high)).toEqual([LANE_HIGH, LANE_HIGH / 2, LANE_HIGH / 4]);
    expect(new Set(steps.map((one) => one.y + one.high)).size).toBe(1);
  });
  it('leaves no gap between one dose and the next, and what goes on reaches the end', () => {
    const [first, second] = drawn(step('2026-01-01', '2026-01-10', 1), step('2026-01-11', null, 0.5));
    expect((first?.x ?? 0) + (first?.wide ?? 0)).toBeCloseTo(second?.x ?? 0);
    expect((second?.x ?? 0) + (second?.wide ?? 0)).toBeCloseTo(1000);
  });
  it('of an unknown dose is never drawn as none', () =>
    expect(drawn(step('2026-01-01', null, null))[0]).toMatchObject({ high: LANE_HIGH, unknown: true }));
  it('outside the days shown is left out', () => expect(drawn(step('2025-01-01', '2025-02-01', 1))).toEqual([]));
});

describe('days told in words', () => {
  const event = (on: string, text: string) => ({ on, text, of: 'cleared' as const, mark: 0 });
  it('stand in rows, none over another', () => {
    const told = flags([event('2026-01-02', 'Urine: cleared'), event('2026-01-03', 'Saliva: cleared')], SPAN, x, 1000);
    expect(told.map((flag) => flag.row)).toEqual([0, 1]);
    expect(rowsOf(told)).toBe(2);
  });
  it('share a row where there is room', () => {
    const told = flags([event('2026-03-20', 'Urine: cleared'), event('2026-01-02', 'Saliva: cleared')], SPAN, x, 1000);
    expect(told.map((flag) => flag.event.text)).toEqual(['Saliva: cleared', 'Urine: cleared']);
    expect(rowsOf(told)).toBe(1);
  });
  it('turn inwards at the edge and are left out beyond it', () => {
    expect(flags([event('2026-04-10', 'Urine: cleared')], SPAN, x, 1000)[0]?.anchor).toBe('end');
    expect(flags([event('2027-01-01', 'Urine: cleared')], SPAN, x, 1000)).toEqual([]);
  });
});
