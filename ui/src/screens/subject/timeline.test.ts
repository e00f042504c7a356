import { describe, expect, it } from 'vitest';
import type { SubjectPage, VisitLine } from '$lib/api/index.ts';
import { lanes, months, span, within } from './timeline.ts';

const visit = (earliest_on: string, latest_on: string) =>
  ({ earliest_on, due_on: earliest_on, latest_on }) as VisitLine;
const page = {
  enrolled_on: '2024-08-01',
  first_dosed_on: '2024-08-31',
  until: '2039-08-31',
  visits: [visit('2025-02-01', '2025-03-14'), visit('2039-08-03', '2039-09-28')],
} as SubjectPage;

describe('months', () => {
  it('end on the last day of a shorter month', () => expect(months('2024-08-31', 6)).toBe('2025-02-28'));
  it('go back over a year', () => expect(months('2024-01-15', -2)).toBe('2023-11-15'));
});

describe('the part that is drawn', () => {
  it('is everything to the end of the last window', () =>
    expect(span(page, '2026-11-21', 'all')).toEqual({ from: '2024-08-01', to: '2039-09-28' }));
  it('is the dense first two years', () => expect(span(page, '2026-11-21', 'beginning').to).toBe('2026-08-31'));
  it('is the coming year', () =>
    expect(span(page, '2026-11-21', 'coming')).toEqual({ from: '2026-09-21', to: '2027-11-21' }));
  it('holds only visits whose window reaches into it', () =>
    expect(within(page.visits, { from: '2025-03-14', to: '2026-01-01' })).toHaveLength(1));
});

it('windows that overlap lie in different rows', () => {
  const visits = [
    visit('2025-01-01', '2025-02-01'),
    visit('2025-01-20', '2025-03-01'),
    visit('2025-02-02', '2025-04-01'),
  ];
  expect(lanes(visits, 3)).toEqual([0, 1, 0]);
});
