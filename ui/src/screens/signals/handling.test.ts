// The promises of the screen: nothing without its reason, nothing typed is lost, an older answer is dropped.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { FindingLine, FindingPage } from '$lib/api/index.ts';

const api = vi.hoisted(() => ({
  signals: vi.fn(),
  finding: vi.fn(),
  subject: vi.fn(),
  reviewFinding: vi.fn(),
  draft: vi.fn(),
  keepDraft: vi.fn(),
  dropDraft: vi.fn(),
}));
vi.mock('$lib/api/index.ts', () => ({
  api,
  heard: () => () => undefined,
  sentence: (error: unknown) => String(error),
  refused: (error: unknown) => ({ field: null, text: String(error) }),
}));
const { Signals } = await import('./signals.svelte.ts');
const { desk } = await import('../../session.svelte.ts');

/** The drafts as the store has them. */
const store = new Map<string, string>();

const line = (key: string, more: Partial<FindingLine> = {}) =>
  ({
    subject: 's',
    code: 'S-1',
    key,
    name: key,
    sentence: '',
    standing: 'open',
    open: true,
    severity: 'alarm',
    calls: [],
    others: [],
    ...more,
  }) as FindingLine;
const page = (key: string, more: Partial<FindingLine> = {}) =>
  ({ line: line(key, more), handlings: [], evidence: [], threshold: [] }) as unknown as FindingPage;

async function opened(key: string) {
  const work = new Signals();
  await work.load();
  await work.open('s', key);
  return work;
}

beforeEach(() => {
  vi.resetAllMocks();
  api.signals.mockResolvedValue([line('a'), line('b')]);
  api.finding.mockImplementation((_: string, key: string) => Promise.resolve(page(key)));
  api.subject.mockResolvedValue({ visits: [] });
  store.clear();
  desk.left.clear();
  desk.enter({ language: 'en' } as never);
  const kept = (json: string | undefined) => (json === undefined ? null : { json, kept_at: '' });
  api.draft.mockImplementation((key: string) => Promise.resolve(kept(store.get(key))));
  api.keepDraft.mockImplementation((key: string, _: string, json: string) => Promise.resolve(store.set(key, json)));
  api.dropDraft.mockImplementation((key: string) => Promise.resolve(store.delete(key)));
});

describe('handling a finding', () => {
  it('dismisses nothing without a reason', async () => {
    const work = await opened('a');
    work.ask('dismissed');
    expect(await work.act('dismissed')).toBe(false);
    expect(work.refused?.field).toBe('comment');
    expect(api.reviewFinding).not.toHaveBeenCalled();
  });
  it('keeps the reason and leaves the line in its place though it is closed', async () => {
    const work = await opened('b');
    work.ask('dismissed');
    work.text = ' scatter of the assay ';
    api.reviewFinding.mockResolvedValue(page('b', { standing: 'dismissed', open: false }));
    expect(await work.act('dismissed')).toBe(true);
    expect(api.reviewFinding).toHaveBeenCalledWith({
      subject: 's',
      key: 'b',
      action: 'dismissed',
      comment: 'scatter of the assay',
      also: [],
      sent: null,
      signature_passphrase: '',
    });
    expect(work.drawn.map((one) => one.standing)).toEqual(['open', 'dismissed']);
    expect([work.at, work.text, work.deed]).toEqual([1, '', null]);
    expect(work.counts.reduce((sum, one) => sum + one.count, 0)).toBe(1);
  });
  it('keeps what was typed when the store refuses', async () => {
    const work = await opened('a');
    work.text = 'a word';
    api.reviewFinding.mockRejectedValue('may not');
    expect(await work.act('comment')).toBe(false);
    expect([work.text, work.refused?.text]).toEqual(['a word', 'may not']);
  });
  it('keeps what was typed about one while another is read', async () => {
    const work = await opened('a');
    work.ask('dismissed');
    work.text = 'half a reason';
    await work.open('s', 'b');
    expect([work.text, work.deed]).toEqual(['', null]);
    await work.open('s', 'a');
    expect([work.text, work.deed]).toEqual(['half a reason', 'dismissed']);
  });
  it('finds it again after a lock, and does not find what was sent', async () => {
    const work = await opened('a');
    work.ask('dismissed');
    work.text = 'half a reason';
    await work.said?.kept.keep();
    const again = await opened('a');
    expect([again.text, again.deed]).toEqual(['half a reason', 'dismissed']);
    api.reviewFinding.mockResolvedValue(page('a', { standing: 'dismissed', open: false }));
    await again.act('dismissed');
    expect((await opened('a')).text).toBe('');
  });
  it('keeps it while another is read though the disk is full', async () => {
    const work = await opened('a');
    api.keepDraft.mockRejectedValue('disk full');
    work.text = 'half a reason';
    await work.open('s', 'b');
    await work.open('s', 'a');
    expect(work.text).toBe('half a reason');
  });
});

describe('a report', () => {
  it('asks nothing in words, names the recipient who is owed one, and goes for the cause', async () => {
    const call = { report: true, owed: true, to: 'sponsor', by: '2026-11-21' };
    const others = [{ key: 'c', open: true }];
    api.finding.mockResolvedValue(page('a', { calls: [call], others } as never));
    const work = await opened('a');
    work.ask('reported');
    work.sends({ reference: 'A-7' });
    api.reviewFinding.mockResolvedValue(page('a'));
    expect(await work.act('reported')).toBe(true);
    const sent = { to: 'sponsor', on: '', time: '', reference: 'A-7' };
    expect(api.reviewFinding).toHaveBeenCalledWith(expect.objectContaining({ comment: '', also: ['c'], sent }));
    expect(work.report.reference).toBe('');
  });
  it('of one line of a cause is read under the line that leads', async () => {
    api.signals.mockResolvedValue([line('a', { others: [{ key: 'c' }] } as never)]);
    const work = await opened('c');
    expect([work.at, work.reads(work.drawn[0] as FindingLine)]).toEqual([0, true]);
  });
});

it('one that was closed since is shown among all, not beside a list that lacks it', async () => {
  api.signals.mockImplementation(({ standing }: { standing: string }) =>
    Promise.resolve(standing === '' ? [line('a'), line('gone', { open: false })] : [line('a')]),
  );
  const work = new Signals();
  await work.load();
  await work.openNamed('s', 'gone');
  expect([work.standing, work.at, work.page?.line.key]).toEqual(['', 1, 'gone']);
});

it('an answer about a finding that was left is dropped', async () => {
  const work = new Signals();
  await work.load();
  let late: (page: FindingPage) => void = () => undefined;
  api.finding.mockReturnValueOnce(new Promise<FindingPage>((done) => (late = done)));
  const first = work.open('s', 'a');
  await work.open('s', 'b');
  late(page('a'));
  await first;
  expect(work.page?.line.key).toBe('b');
});

it('says why a finding cannot be shown', async () => {
  api.finding.mockRejectedValue('no longer stands');
  const work = await opened('a');
  expect([work.page, work.trouble]).toEqual([null, 'no longer stands']);
});
