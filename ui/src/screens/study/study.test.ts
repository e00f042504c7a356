import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { FaultLine, ProtocolLine } from '$lib/api/index.ts';

const api = vi.hoisted(() => ({ protocols: vi.fn(), study: vi.fn(), checkProtocol: vi.fn(), adoptProtocol: vi.fn() }));
vi.mock('$lib/api/index.ts', () => ({
  api,
  sentence: (error: unknown) => String(error),
  refused: (error: unknown) => ({ field: null, text: String(error) }),
}));
const { first, mayAdopt, otherVersions, OWN, span, weighed } = await import('./study.ts');
const { Study } = await import('./study.svelte.ts');

const line = (reference: string, adopted: boolean) => ({ reference, adopted }) as ProtocolLine;
const fault = (at: number, stops: boolean): FaultLine => ({ line: at, column: 1, key: 'k', text: '', stops });

beforeEach(() => {
  vi.resetAllMocks();
  api.protocols.mockResolvedValue([line('p@1', true), line('fda/x', false)]);
  api.study.mockImplementation((reference: string) => Promise.resolve({ reference }));
});

describe('which protocol is read', () => {
  const lines = [line('fda/x', false), line('p@1', true)];
  it('the one asked for', () => expect(first(lines, 'fda/x')).toBe('fda/x'));
  it('else the one in force', () => expect(first(lines, '')).toBe('p@1'));
  it('and never a registry first', () => {
    const track = { ...line('a@1', true), track: true };
    expect(first([track, line('p@1', true)], '')).toBe('p@1');
  });
  it('compares an amendment with the other versions in force', () => {
    const known = [line('p@1', true), line('p@2', true), line('q@1', true), line('p@3', false)];
    expect(otherVersions(known, 'p@2')).toEqual(['p@1']);
  });
  it('else the first preset', () => expect(first([line('fda/x', false)], 'gone@1')).toBe('fda/x'));
});

it('faults that stop come first, each where it stands', () => {
  expect(weighed([fault(2, false), fault(9, true), fault(4, true)]).map((one) => one.line)).toEqual([4, 9, 2]);
  expect(span('a\nbcd\ne', 2)).toEqual([2, 5]);
  expect(span('a', 9)).toEqual([1, 1]);
});

it('only those who answer for the site put a protocol in force', () =>
  expect((['coordinator', 'monitor', 'investigator', 'administrator'] as const).filter(mayAdopt)).toEqual([
    'investigator',
    'administrator',
  ]));

describe('a text of one’s own', () => {
  it('may not be adopted before it was checked, nor with a fault that stops', async () => {
    const work = new Study();
    await work.begin(OWN);
    work.text = 'id = "x"';
    expect(work.good).toBe(false);
    api.checkProtocol.mockResolvedValue([fault(1, true)]);
    await work.check();
    expect(work.good).toBe(false);
    api.checkProtocol.mockResolvedValue([fault(1, false)]);
    await work.check();
    expect(work.good).toBe(true);
    work.text = 'id = "y"';
    expect(work.good).toBe(false);
  });
  it('is not judged by the answer about an older text', async () => {
    const work = new Study();
    await work.begin(OWN);
    work.text = 'old';
    let late: (faults: FaultLine[]) => void = () => undefined;
    api.checkProtocol.mockReturnValueOnce(new Promise<FaultLine[]>((done) => (late = done)));
    const checking = work.check();
    work.text = 'new';
    late([]);
    await checking;
    expect(work.faults).toBeNull();
  });
  it('stays when it is refused, and gives way to the page when it is in force', async () => {
    const work = new Study();
    await work.begin(OWN);
    work.text = 'mine';
    api.adoptProtocol.mockRejectedValueOnce('version taken');
    expect(await work.adopt('mine')).toBe(false);
    expect([work.text, work.refused?.text]).toEqual(['mine', 'version taken']);
    api.adoptProtocol.mockResolvedValue('p@2');
    expect(await work.adopt('mine')).toBe(true);
    expect([work.text, work.page?.reference, work.chosen]).toEqual(['', 'p@2', 'p@2']);
  });
});
