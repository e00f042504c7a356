import { describe, expect, it } from 'vitest';
import type { CohortEvent, CohortStudy, StoppingLine } from '$lib/api/index.ts';
import { destination, isNow, ordered, shown } from './cohort.ts';

const event = (more: Partial<CohortEvent>): CohortEvent => ({
  subject: 's',
  code: 'S-001',
  on: '2026-01-01',
  what: '',
  key: null,
  record: null,
  ...more,
});

describe('an event', () => {
  it('leads to the finding, else to the record, else to the person', () => {
    expect(destination(event({ key: 'new-malignancy:1', record: 'r' }))).toEqual({
      screen: 'signals',
      params: { subject: 's', key: 'new-malignancy:1' },
    });
    expect(destination(event({ record: 'r' }))).toEqual({ screen: 'subject', params: { subject: 's', record: 'r' } });
    expect(destination(event({}))).toEqual({ screen: 'subject', params: { subject: 's' } });
  });
});

describe('a boundary', () => {
  const line = (judged: number, reached = false) => ({ judged, reached }) as StoppingLine;
  it('marks the row of the subjects judged now, both ends included', () => {
    const row = { from: 3, to: 4, events: 3 };
    expect([2, 3, 4, 5].map((judged) => isNow(row, line(judged)))).toEqual([false, true, true, false]);
  });
  it('that is reached stands before those that are not', () =>
    expect(ordered([line(1), line(2, true), line(3)]).map((one) => one.judged)).toEqual([2, 1, 3]));
});

it('studies with something to watch come first, and one can be chosen', () => {
  const study = (protocol: string, rules: number) =>
    ({ protocol, stopping: Array.from({ length: rules }), observed: null }) as unknown as CohortStudy;
  const all = [study('a', 0), study('b', 2)];
  expect(shown(all, '').map((one) => one.protocol)).toEqual(['b', 'a']);
  expect(shown(all, 'a').map((one) => one.protocol)).toEqual(['a']);
});
