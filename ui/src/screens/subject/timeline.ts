// What part of the fifteen years is drawn, and which visits lie in it.
import type { SubjectPage, VisitLine } from '$lib/api/index.ts';
import type { Span } from '$lib/charts/index.ts';

export type Reach = 'all' | 'beginning' | 'coming';
export const REACHES: Reach[] = ['all', 'beginning', 'coming'];

/** Moves a day by whole months; the last day of a shorter month stands for one it lacks. */
export function months(day: string, by: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + by, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, last));
  return first.toISOString().slice(0, 10);
}

export function span(page: SubjectPage, today: string, reach: Reach): Span {
  const begin = page.first_dosed_on ?? page.enrolled_on;
  if (reach === 'coming') return { from: months(today, -2), to: months(today, 12) };
  if (reach === 'beginning') return { from: page.enrolled_on, to: months(begin, 24) };
  const last =
    page.visits
      .map((visit) => visit.latest_on)
      .sort()
      .at(-1) ?? today;
  const end = [page.until ?? today, last, today].sort().at(-1) ?? today;
  return { from: page.enrolled_on < begin ? page.enrolled_on : begin, to: end };
}

export function within(visits: VisitLine[], { from, to }: Span): VisitLine[] {
  return visits.filter((visit) => visit.latest_on >= from && visit.earliest_on <= to);
}

/** The row of each visit, so that windows that overlap do not hide one another. */
export function lanes(visits: VisitLine[], most: number): number[] {
  const free: string[] = [];
  return visits.map((visit) => {
    const found = free.findIndex((until) => until < visit.earliest_on);
    const lane = found === -1 ? Math.min(free.length, most - 1) : found;
    free[lane] = visit.latest_on;
    return lane;
  });
}
