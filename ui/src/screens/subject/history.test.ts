import { describe, expect, it } from 'vitest';
import type { AssessmentShown, AuditLine, ContactLine, SubjectPage } from '$lib/api/index.ts';
import { corrected, filtered, kinds, moments, spoken, versions } from './history.ts';

const form = (record: string, collected_on: string, visit_label: string, more: Partial<AssessmentShown> = {}) =>
  ({ record, collected_on, visit_label, kind: 'liver', title: 'Liver', awaited: false, ...more }) as AssessmentShown;
const contact = (record: string, on: string, label: string) => ({ record, on, label }) as ContactLine;
const page = {
  contacts: [contact('v2', '2026-05-02', 'Month 6'), contact('v1', '2025-11-03', 'Baseline')],
  assessments: [
    form('a3', '2026-05-09', 'Month 6', { awaited: true, kind: 'shedding', title: 'Shedding' }),
    form('a2', '2026-05-02', 'Month 6'),
    form('a1', '2025-11-03', 'Baseline'),
  ],
  dosings: [{ record: 'd1', on: '2025-11-10', number: 1 }],
  statuses: [{ record: 's1', on: '2026-06-01', text: 'lost' }],
} as SubjectPage;
const line = (record: string, version: number, more: Partial<AuditLine> = {}) =>
  ({ record, version, kind: 'assessment', changes: [], ...more }) as AuditLine;
const none = versions([]);

describe('the history', () => {
  it('goes back from the newest day, with what stands by itself', () =>
    expect(moments(page).map((one) => [one.on, one.is])).toEqual([
      ['2026-06-01', 'status'],
      ['2026-05-09', 'loose'],
      ['2026-05-02', 'contact'],
      ['2025-11-10', 'dosing'],
      ['2025-11-03', 'contact'],
    ]));
  it('shows each record exactly once', () => {
    const shown = moments(page).flatMap((one) => one.records.map((record) => record.record));
    expect(shown.sort()).toEqual(['a1', 'a2', 'a3']);
  });
  it('does so too when two contacts of a day bear the same name', () => {
    const twice = { ...page, contacts: [...page.contacts, contact('v3', '2026-05-02', 'Month 6')] };
    expect(moments(twice).flatMap((one) => one.records)).toHaveLength(3);
  });
  it('can be asked for what is awaited, corrected or of one kind', () => {
    const all = moments(page);
    const of = (only: string, known = none) =>
      filtered(all, only, known).flatMap((one) => one.records.map((record) => record.record));
    expect(filtered(all, '', none)).toBe(all);
    expect(of('awaited')).toEqual(['a3']);
    expect(of('liver')).toEqual(['a2', 'a1']);
    expect(of('corrected', versions([line('a1', 2), line('a1', 1), line('a2', 1)]))).toEqual(['a1']);
  });
  it('finds a dosing that was corrected', () =>
    expect(filtered(moments(page), 'corrected', versions([line('d1', 2)])).map((one) => one.key)).toEqual(['d1']));
  it('counts each kind', () =>
    expect(kinds(page).map(({ kind, count }) => [kind, count])).toEqual([
      ['liver', 2],
      ['shedding', 1],
    ]));
});

describe('the ledger', () => {
  it('tells which records were corrected, newest version first', () => {
    const known = versions([line('a', 1), line('a', 3), line('a', 2), line('b', 1)]);
    expect(known.get('a')?.map((one) => one.version)).toEqual([3, 2, 1]);
    expect([corrected(known, 'a'), corrected(known, 'b'), corrected(known, 'c')]).toEqual([true, false, false]);
  });
  it('tells what the family speaks, as last written', () => {
    const enrolment = (version: number, after: string) =>
      line('e', version, { kind: 'enrolment', changes: [{ field: 'language', label: '', before: '', after }] });
    expect(spoken([enrolment(2, 'ja'), enrolment(1, 'en')])).toBe('ja');
    expect(spoken([line('a', 1)])).toBeNull();
  });
});
