import { describe, expect, it } from 'vitest';
import type { CallLine, FindingLine, SameCause, VisitLine } from '$lib/api/index.ts';
import {
  asks,
  calls,
  counted,
  findingKey,
  goesAlso,
  may,
  narrowed,
  nearest,
  offered,
  readSaid,
  recipients,
  reportState,
  wantsWords,
} from './signals.ts';

function call(more: Partial<CallLine> = {}): CallLine {
  const none = { text: '', by: null, done: false, to: '', to_text: '', elsewhere: false, clock: null, sent: null };
  return { ...none, report: true, owed: true, ...more };
}
export function line(more: Partial<FindingLine> = {}): FindingLine {
  return {
    subject: 's',
    code: 'S-007',
    key: 'serious-adverse-event:sepsis:2026-11-17',
    rule: 'serious-adverse-event',
    name: 'Serious adverse event',
    sentence: 'Sepsis, grade 4',
    severity: 'alarm',
    severity_text: 'Alarm',
    standing: 'open',
    standing_text: 'Open',
    open: true,
    seen_on: '2026-11-20',
    calls: [
      call({ text: 'Report to the authority within 7 days', by: '2026-11-27', to: 'authority' }),
      call({ text: 'Report to the sponsor within 24 hours', by: '2026-11-21', to: 'sponsor' }),
      call({ text: 'Evaluate', by: null, report: false, owed: false }),
    ],
    others: [],
    ...more,
  };
}
const duty = (key: string, latest_on: string) => ({ key, latest_on }) as VisitLine;

describe('the list', () => {
  it('counts every severity, also those that nobody has', () =>
    expect(counted([line(), line({ severity: 'notice' })])).toEqual([
      { severity: 'alarm', count: 1 },
      { severity: 'caution', count: 0 },
      { severity: 'notice', count: 1 },
    ]));
  it('is searched by code, name and sentence', () => {
    expect(narrowed([line()], '', 's-007')).toHaveLength(1);
    expect(narrowed([line()], '', 'SEPSIS')).toHaveLength(1);
    expect(narrowed([line()], 'caution', '')).toEqual([]);
  });
  it('shows the nearest clock of what is owed, and how far it is', () => {
    expect(nearest(line(), '2026-11-19')).toMatchObject({ by: '2026-11-21', days: 2, over: false });
    expect(nearest(line(), '2026-11-22')).toMatchObject({ by: '2026-11-21', days: -1, over: true });
  });
  it('shows the clock in words where it counts hours, and whether it has run out', () => {
    const clock = { text: '', by: '', left: '3 h over time', since: '', over: true };
    const found = nearest(line({ calls: [call({ by: '2026-11-21', clock })] }), '2026-11-21');
    expect(found).toMatchObject({ text: clock.left, over: true });
  });
  it('shows no clock of what was sent, of tests of what is closed, or where there is no day', () => {
    const test = call({ by: '2026-11-21', report: false, owed: false });
    expect(nearest(line({ calls: [{ ...test, done: true }] }), '2026-11-19')).toBeNull();
    expect(nearest(line({ calls: [call({ by: '2026-11-21', owed: false })] }), '2026-11-19')).toBeNull();
    expect(nearest(line({ open: false, calls: [test] }), '2026-11-19')).toBeNull();
    expect(nearest(line({ calls: [] }), '2026-11-19')).toBeNull();
  });
  it('keeps the clock of a report that is owed though the finding was reviewed', () =>
    expect(nearest(line({ open: false }), '2026-11-19')?.by).toBe('2026-11-21'));
});

describe('reports', () => {
  it('are owed, over, sent, late, or told by another signal of the cause', () => {
    const sent = { text: '', late: false, who: '', at: '' };
    const clock = { text: '', by: '', left: '', since: '', over: true };
    expect(reportState(call())).toBe('owed');
    expect(reportState(call({ clock }))).toBe('over');
    expect(reportState(call({ owed: false, sent, clock }))).toBe('sent');
    expect(reportState(call({ owed: false, sent: { ...sent, late: true } }))).toBe('late');
    expect(reportState(call({ owed: false, elsewhere: true }))).toBe('elsewhere');
    expect(reportState(call({ owed: false }))).toBe('none');
    expect(reportState(call({ report: false }))).toBeNull();
  });
  it('offer first whom they are owed, by the nearest clock', () => {
    expect(recipients(line().calls).map((one) => [one.to, one.owed])).toEqual([
      ['sponsor', 'yes'],
      ['authority', 'yes'],
      ['ethics', 'no'],
    ]);
    expect(recipients([])[0]).toEqual({ to: 'sponsor', owed: 'no' });
  });
  it('that were begun are found again, a recipient alone is not', () => {
    const report = { to: 'sponsor', on: '', time: '', reference: '' };
    expect(readSaid(JSON.stringify({ text: '', deed: 'reported', report }))).toBeNull();
    const begun = { ...report, reference: 'A-7' };
    expect(readSaid(JSON.stringify({ text: '', deed: 'reported', report: begun }))?.report).toEqual(begun);
    expect(readSaid(JSON.stringify({ text: 'kept by an older program', deed: null }))?.report.to).toBe('');
  });
});

it('what is done goes for the open signals of the cause, not for those already judged', () => {
  const other = (key: string, open: boolean) => ({ key, open }) as SameCause;
  expect(goesAlso(line({ others: [other('a', true), other('b', false)] }))).toEqual(['a']);
});

it('finds the finding behind a duty of the worklist', () => {
  expect(findingKey('report:sponsor:dominant-clone:chr3+169099312')).toBe('dominant-clone:chr3+169099312');
  expect(findingKey('test:integration:dominant-clone:chr3')).toBe('dominant-clone:chr3');
  expect(findingKey('dominant-clone:chr3')).toBe('dominant-clone:chr3');
});

it('sets each call beside the duty it became; what has no date has none', () => {
  const key = line().key;
  const said = calls(line(), [
    duty('visit:M6', '2026-11-21'),
    duty(`report:sponsor:${key}`, '2026-11-21'),
    duty(`report:authority:${key}`, '2026-11-27'),
    duty('report:sponsor:another', '2026-11-27'),
  ]);
  expect(said.map((one) => one.duty?.key)).toEqual([`report:sponsor:${key}`, `report:authority:${key}`, undefined]);
});

describe('what may be done', () => {
  it('a monitor and an administrator only read', () => {
    expect(may('monitor', 'comment')).toBe(false);
    expect(may('administrator', 'take')).toBe(false);
  });
  it('a coordinator comments and takes on, an investigator judges', () => {
    expect(may('coordinator', 'comment')).toBe(true);
    expect(may('coordinator', 'reviewed')).toBe(false);
    expect(may('investigator', 'dismissed')).toBe(true);
  });
  it('what is closed can be reopened, and says why', () => {
    expect(offered('dismissed')).toEqual(['reopened']);
    expect(offered('reopened')).toContain('dismissed');
    expect(wantsWords('reopened')).toBe(true);
    expect(wantsWords('reviewed')).toBe(false);
    expect([asks('reported'), wantsWords('reported')]).toEqual([true, false]);
  });
});
