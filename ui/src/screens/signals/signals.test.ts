import { describe, expect, it } from 'vitest';
import type { FindingLine, VisitLine } from '$lib/api/index.ts';
import { calls, clock, counted, findingKey, may, narrowed, offered, wantsWords } from './signals.ts';

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
      { text: 'Report to the authority within 7 days', by: '2026-11-27', report: true },
      { text: 'Report to the sponsor within 24 hours', by: '2026-11-21', report: true },
      { text: 'Evaluate', by: null, report: false },
    ],
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
  it('shows the nearest clock of an open finding, and how far it is', () => {
    expect(clock(line(), '2026-11-19')).toEqual({ by: '2026-11-21', days: 2 });
    expect(clock(line(), '2026-11-22')).toEqual({ by: '2026-11-21', days: -1 });
  });
  it('shows no clock of what is closed or has no day', () => {
    expect(clock(line({ open: false }), '2026-11-19')).toBeNull();
    expect(clock(line({ calls: [] }), '2026-11-19')).toBeNull();
  });
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
  expect(said.map((one) => one.duty?.key)).toEqual([`report:authority:${key}`, `report:sponsor:${key}`, undefined]);
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
  });
});
