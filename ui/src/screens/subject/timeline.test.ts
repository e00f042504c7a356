import { describe, expect, it } from 'vitest';
import { along } from '$lib/charts/scale.ts';
import type { Standing, SubjectPage, VisitLine } from '$lib/api/index.ts';
import { drawn, lay, leader, mark, months, moved, span, within } from './timeline.ts';

const visit = (earliest_on: string, latest_on: string, more: Partial<VisitLine> = {}) =>
  ({
    key: 'visit:M6',
    code: 'M6',
    earliest_on,
    due_on: earliest_on,
    latest_on,
    done_on: null,
    standing: { is: 'not-yet-open', days: 1 },
    ...more,
  }) as VisitLine;
const done = (timing: 'early' | 'in-window' | 'late', on: string) => ({
  done_on: on,
  standing: { is: 'done', timing } as Standing,
});
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
  it('ends no window of these years halfway', () => {
    const wide = { ...page, visits: [visit('2026-06-01', '2026-10-30', { due_on: '2026-08-31' })] };
    expect(span(wide, '2026-11-21', 'beginning').to).toBe('2026-10-30');
  });
  it('is the coming year', () =>
    expect(span(page, '2026-11-21', 'coming')).toEqual({ from: '2026-09-21', to: '2027-11-21' }));
  it('is not stretched by what is not required: an adult came of age long ago', () => {
    const long = {
      ...page,
      visits: [...page.visits, visit('1995-09-16', '1995-12-15', { standing: { is: 'not-required' } })],
    };
    expect(span(long, '2026-11-21', 'all').from).toBe('2024-08-01');
  });
  it('holds only visits whose window reaches into it', () =>
    expect(within(page.visits, { from: '2025-03-14', to: '2026-01-01' })).toHaveLength(1));
  it('holds a late visit on the day it took place', () => {
    const late = visit('2025-02-01', '2025-03-14', done('late', '2025-06-01'));
    expect(within([late], { from: '2025-05-01', to: '2026-01-01' })).toEqual([late]);
  });
});

describe('rows', () => {
  const part = { from: '2025-01-01', to: '2026-01-01' };
  const placed = (visits: VisitLine[], most: number) => lay(visits, (day) => along(part, day) * 1000, part, 1000, most);
  it('keep windows apart that overlap', () => {
    const visits = [
      visit('2025-01-01', '2025-02-01'),
      visit('2025-01-20', '2025-03-01'),
      visit('2025-03-10', '2025-04-01'),
    ];
    expect(placed(visits, 3).map((one) => one.row)).toEqual([0, 1, 0]);
  });
  it('keep a window off the mark of a visit that came late', () => {
    const visits = [visit('2025-01-01', '2025-02-01', done('late', '2025-03-15')), visit('2025-03-01', '2025-04-01')];
    expect(placed(visits, 3).map((one) => one.row)).toEqual([0, 1]);
  });
  it('leave out a name before they let windows cover one another', () => {
    const near = ['2025-06-01', '2025-06-12', '2025-06-23'].map((day) => visit(day, day, { code: 'M123456' }));
    const laid = placed(near, 1);
    expect(laid.map((one) => one.row)).toEqual([0, 0, 0]);
    expect(laid.map((one) => one.name === null)).toEqual([false, true, true]);
  });
  it('never lose a visit, however crowded', () => {
    const many = Array.from({ length: 30 }, () => visit('2025-06-01', '2025-07-01'));
    expect(placed(many, 4)).toHaveLength(30);
    expect(Math.max(...placed(many, 4).map((one) => one.row))).toBe(3);
  });
  it('keep names inside the drawing', () => expect(placed([visit('2025-01-01', '2025-01-02')], 1)[0]?.name).toBe(8));
});

describe('the mark', () => {
  it('tells on time, outside the window, missed and overdue apart', () => {
    const of = (standing: Standing) => mark({ standing });
    expect(of({ is: 'done', timing: 'in-window' })).toBe('done');
    expect(of({ is: 'done', timing: 'early' })).toBe('outside');
    expect(of({ is: 'missed' })).toBe('missed');
    expect(of({ is: 'overdue', days: 3 })).toBe('overdue');
    expect(of({ is: 'due-soon', days_left: 3 })).toBe('open');
    expect(of({ is: 'superseded' })).toBe('none');
  });
  const part = { from: '2025-01-01', to: '2025-04-11' };
  const placed = (visits: VisitLine[], most: number) => lay(visits, (day) => along(part, day) * 1000, part, 1000, most);
  it('of a late visit is tied to its window', () => {
    const [late] = placed([visit('2025-01-11', '2025-01-21', done('late', '2025-02-10'))], 1);
    expect(late && leader(late)).toEqual([200, 400]);
  });
  it('of an early one as well', () => {
    const [early] = placed([visit('2025-01-31', '2025-02-10', done('early', '2025-01-11'))], 1);
    expect(early && leader(early)).toEqual([100, 300]);
  });
  it('is not drawn when its day lies elsewhere', () => {
    const [late] = placed([visit('2025-01-11', '2025-01-21', done('late', '2025-09-10'))], 1);
    expect(late?.at).toBeNull();
  });
});

it('the keyboard stays on the line', () => {
  expect(moved('ArrowLeft', 0, 5)).toBe(0);
  expect(moved('ArrowRight', 1, 5)).toBe(2);
  expect(moved('End', 1, 5)).toBe(4);
  expect(moved('x', 1, 5)).toBeNull();
});

describe('what is to be signed', () => {
  it('is no contact and stands on no line of contacts', () => {
    const lines = ['visit:M6', 'consent:main:majority', 'version:p@2', 'test:liver:k'].map(
      (key) => ({ key }) as VisitLine,
    );
    expect(drawn(lines).map((one) => one.key)).toEqual(['visit:M6', 'test:liver:k']);
  });
});
