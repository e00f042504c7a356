import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { AuditLine, ChangeLine } from '$lib/api/index.ts';
import { speak } from '$lib/words/index.ts';

const api = vi.hoisted(() => ({ audit: vi.fn(), subject: vi.fn(), verify: vi.fn(), export: vi.fn() }));
vi.mock('$lib/api/index.ts', () => ({
  api,
  heard: () => () => undefined,
  sentence: (error: unknown) => String(error),
}));
const { extent, kinds, narrowed, signatures, title, value } = await import('./audit.ts');
const { Audit } = await import('./audit.svelte.ts');
const { desk } = await import('../../session.svelte.ts');

const change = (field: string, after: string, before = ''): ChangeLine => ({ field, label: field, before, after });
function line(
  kind: AuditLine['kind'],
  record: string,
  changes: ChangeLine[] = [],
  more: Partial<AuditLine> = {},
): AuditLine {
  return {
    entry: `${record}-${kind}`,
    record,
    version: 1,
    recorded_at: '2029-03-04T09:41:07+01:00',
    author: 'Anna',
    role: 'coordinator',
    role_text: 'coordinator',
    kind,
    kind_text: kind,
    what: '',
    reason: '',
    handed_over: '',
    changes,
    hash: 'abc',
    ...more,
  };
}
beforeEach(() => {
  vi.resetAllMocks();
  speak('en');
});

describe('a value of the ledger', () => {
  const visit = line('visit', 'v', [], { what: 'M6' });
  const said = (kind: AuditLine['kind'], field: string, kept: string) =>
    value(line(kind, 'r'), change(field, kept), kept, [visit]);
  it('is a date in words, never two bare numbers', () => expect(said('visit', 'on', '2029-03-04')).toBe('4 Mar 2029'));
  it('is the word of its code', () => {
    expect(said('status-change', 'status', 'lost-to-follow-up')).toBe('lost to follow-up');
    expect(said('dosing', 'outcome', 'partial')).toBe('partial');
    expect(said('visit', 'mode', 'phone')).toBe('telephone');
    expect(said('user', 'active', 'false')).toBe('no');
    expect(said('handling', 'finding', 'dominant-clone:chr3+1')).toBe('Dominant clone');
  });
  it('names the record it points to', () => {
    expect(said('assessment', 'visit', 'v')).toBe('v');
    expect(said('signature', 'signs', 'v')).toBe('visit: M6');
    expect(said('signature', 'signs', 'gone')).toBe('gone');
  });
  it('is left alone when it is an answer of a form or the words of a person', () => {
    expect(said('assessment', 'outcome', 'complete')).toBe('complete');
    expect(said('visit', 'note', '<b>true</b>')).toBe('<b>true</b>');
  });
});

it('marks the version that was there when the signature was given, not a later one', () => {
  const lines = [
    line('assessment', 'r', [], { entry: 'second', version: 2 }),
    line('signature', 's', [change('signs', 'r')]),
    line('assessment', 'r', [], { entry: 'first' }),
  ];
  expect([...signatures(lines).keys()]).toEqual(['first']);
});

describe('finding a line', () => {
  const lines = [
    line('visit', 'v', [change('on', '2029-03-04')]),
    line('assessment', 'a', [change('alt', '38 U/L', '128 U/L')], { author: 'Jens', what: 'Liver' }),
    line('assessment', 'b'),
  ];
  it.each(['2029-03-04', '4 mar 2029', 'anna'])('by %s', (search) => {
    expect(narrowed(lines, '', search)[0]?.record).toBe('v');
  });
  it('by an old value and by kind', () => {
    expect(narrowed(lines, 'assessment', '128').map((one) => one.record)).toEqual(['a']);
    expect(kinds(lines).map((one) => [one.kind, one.count])).toEqual([
      ['assessment', 2],
      ['visit', 1],
    ]);
  });
  it('says who wrote from when to when', () =>
    expect(extent(lines)).toEqual({ people: 2, from: '2029-03-04', to: '2029-03-04' }));
  it('says a kind alone when there is no name', () =>
    expect(lines.map(title)).toEqual(['visit', 'assessment: Liver', 'assessment']));
});

describe('the screen', () => {
  it('drops a filter that the next ledger knows nothing of', async () => {
    api.subject.mockResolvedValue({ code: 'S-1' });
    api.audit.mockResolvedValueOnce([line('visit', 'v')]).mockResolvedValueOnce([line('user', 'u')]);
    const work = new Audit();
    await work.load('s');
    work.kind = 'visit';
    expect([work.code, work.found.length]).toEqual(['S-1', 1]);
    await work.load('');
    expect([work.code, work.kind, work.found.length]).toEqual(['', '', 1]);
    expect(api.audit).toHaveBeenLastCalledWith({ subject: null });
  });
  it('walks the chain once for a state of the store, and again after a save', async () => {
    api.verify.mockResolvedValue({ ok: true, text: 'whole', details: [] });
    await new Audit().verify();
    const work = new Audit();
    await work.verify();
    expect(api.verify).toHaveBeenCalledTimes(1);
    expect(work.verdict?.ok).toBe(true);
    desk.saved('2029-03-04T10:00:00Z');
    expect(work.verdict).toBeNull();
    await work.verify();
    expect(api.verify).toHaveBeenCalledTimes(2);
  });
});
