import { describe, expect, it } from 'vitest';
import type { AssessmentShown, AuditLine, ContactLine, SubjectPage } from '$lib/api/index.ts';
import { corrected, filtered, kinds, laterVersions, moments } from './history.ts';

const form = (record: string, collected_on: string, visit: string | null, more: Partial<AssessmentShown> = {}) =>
  ({
    record,
    version: 1,
    collected_on,
    visit,
    kind: 'liver',
    title: 'Liver',
    awaited: false,
    ...more,
  }) as AssessmentShown;
const contact = (record: string, on: string, label: string) => ({ record, version: 1, on, label }) as ContactLine;
const page = {
  contacts: [contact('v2', '2026-05-02', 'Month 6'), contact('v1', '2025-11-03', 'Baseline')],
  assessments: [
    form('a3', '2026-05-09', 'v2', { awaited: true, kind: 'shedding', title: 'Shedding' }),
    form('a2', '2026-05-02', 'v2'),
    form('a1', '2025-11-03', 'v1', { version: 2 }),
  ],
  dosings: [{ record: 'd1', version: 2, on: '2025-11-10', number: 1 }],
  statuses: [{ record: 's1', version: 1, on: '2026-06-01', text: 'lost' }],
  missed: [{ record: 'm1', version: 1, on: '2026-05-20', label: 'Month 5', because: 'travelling' }],
} as SubjectPage;
const line = (record: string, version: number) => ({ record, version }) as AuditLine;

describe('the history', () => {
  it('goes back from the newest day, with what stands by itself', () =>
    expect(moments(page).map((one) => [one.on, one.is])).toEqual([
      ['2026-06-01', 'status'],
      ['2026-05-20', 'missed'],
      ['2026-05-09', 'loose'],
      ['2026-05-02', 'contact'],
      ['2025-11-10', 'dosing'],
      ['2025-11-03', 'contact'],
    ]));
  it('shows each record exactly once', () => {
    const shown = moments(page).flatMap((one) => one.records.map((record) => record.record));
    expect(shown.sort()).toEqual(['a1', 'a2', 'a3']);
  });
  it('puts a record to its own visit when two of a day bear the same name', () => {
    const contacts = [contact('v3', '2026-05-02', 'Month 6'), ...page.contacts];
    const own = moments({ ...page, contacts }).filter((one) => one.is === 'contact');
    expect(own.map((one) => [one.key, one.records.length])).toEqual([
      ['v3', 0],
      ['v2', 1],
      ['v1', 1],
    ]);
  });
  it('can be asked for what is awaited, corrected or of one kind', () => {
    const all = moments(page);
    const of = (only: string) => filtered(all, only).flatMap((one) => one.records.map((record) => record.record));
    expect(filtered(all, '')).toBe(all);
    expect(of('awaited')).toEqual(['a3']);
    expect(of('liver')).toEqual(['a2', 'a1']);
    expect(of('corrected')).toEqual(['a1']);
  });
  it('finds a dosing that was corrected', () =>
    expect(filtered(moments(page), 'corrected').map((one) => one.key)).toEqual(['d1', 'v1']));
  it('counts each kind', () =>
    expect(kinds(page).map(({ kind, count }) => [kind, count])).toEqual([
      ['liver', 2],
      ['shedding', 1],
    ]));
});

it('the ledger tells what changed a record after its first version, newest first', () => {
  const lines = [line('a', 1), line('b', 2), line('a', 3), line('a', 2)];
  expect(laterVersions(lines, 'a').map((one) => one.version)).toEqual([3, 2]);
  expect([corrected(line('a', 1)), corrected(line('a', 2))]).toEqual([false, true]);
});
