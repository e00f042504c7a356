// A draft is never lost by a lock, a new day or the way to another screen, as long as nobody gives it up.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Session } from '$lib/api/index.ts';

const api = vi.hoisted(() => ({
  keepDraft: vi.fn(),
  draft: vi.fn(),
  dropDraft: vi.fn(),
  lock: vi.fn(),
  start: vi.fn(),
  session: vi.fn(),
}));
vi.mock('$lib/api/index.ts', () => ({ api, heard: () => () => undefined, sentence: String }));
const { Keeper } = await import('./keeper.svelte.ts');
const { desk } = await import('./session.svelte.ts');

const session = { language: 'en', today: '2026-03-01' } as Session;
const FULL = 'disk full';
let text = '';
const typed = (key = 'visit:s') => {
  const keeper = new Keeper(key, 's', () => text);
  keeper.changed();
  return keeper;
};

beforeEach(async () => {
  vi.resetAllMocks();
  api.start.mockResolvedValue({ languages: [], language: 'en' });
  api.session.mockResolvedValue(session);
  api.draft.mockResolvedValue(null);
  desk.enter(session);
  await desk.lockAnyway();
  desk.enter(session);
  text = 'one';
});

describe('a lock', () => {
  it('comes after the draft is on the disk', async () => {
    typed();
    await desk.lock();
    expect(api.keepDraft).toHaveBeenCalledWith('visit:s', 's', 'one');
    expect(api.keepDraft.mock.invocationCallOrder[0]).toBeLessThan(api.lock.mock.invocationCallOrder[1] ?? 0);
    expect(desk.open).toBeNull();
  });
  it('asked for by hand is refused when the draft cannot be kept, and may be taken back', async () => {
    api.keepDraft.mockRejectedValue(FULL);
    typed();
    await desk.lock();
    expect([desk.held, desk.open]).toEqual([{ by: 'person', why: FULL }, session]);
    desk.unhold();
    expect(desk.held).toBeNull();
  });
  it('by the clock covers the screen at once and stays so until the draft is kept', async () => {
    let refuse: (error: unknown) => void = () => undefined;
    api.keepDraft.mockReturnValueOnce(new Promise((_, reject) => (refuse = reject)));
    typed();
    const locking = desk.lock('clock');
    expect(desk.held).toEqual({ by: 'clock', why: null });
    await vi.waitFor(() => expect(api.keepDraft).toHaveBeenCalled());
    refuse(FULL);
    await locking;
    desk.unhold();
    api.keepDraft.mockRejectedValueOnce(FULL);
    await desk.lock('person');
    expect([desk.held, desk.open]).toEqual([{ by: 'clock', why: FULL }, session]);
    await desk.lock('clock');
    expect([desk.held, desk.open]).toEqual([null, null]);
  });
  it('waits for an attempt that is under way, and does not take it for kept', async () => {
    let refuse: (error: unknown) => void = () => undefined;
    api.keepDraft.mockReturnValueOnce(new Promise((_, reject) => (refuse = reject))).mockRejectedValue(FULL);
    const keeper = typed();
    keeper.tryKeep();
    const locking = desk.lock();
    await vi.waitFor(() => expect(api.keepDraft).toHaveBeenCalled());
    refuse(FULL);
    await locking;
    expect(desk.held?.by).toBe('person');
  });
  it('gives up what could not be kept only when a person says so', async () => {
    api.keepDraft.mockRejectedValue(FULL);
    const keeper = typed();
    keeper.leave();
    await desk.lock();
    await desk.lockAnyway();
    expect([desk.open, desk.left.size]).toEqual([null, 0]);
  });
});

describe('a screen that is left', () => {
  it('finds its text again though the disk refused it', async () => {
    api.keepDraft.mockRejectedValue(FULL);
    typed().leave();
    await vi.waitFor(() => expect(api.keepDraft).toHaveBeenCalled());
    const next = new Keeper('visit:s', 's', () => 'two');
    expect(await next.found('older')).toBe('one');
    expect([next.unkept, desk.left.size]).toEqual([true, 0]);
  });
  it('finds it again also when the disk refuses it a moment after', async () => {
    let refuse: (error: unknown) => void = () => undefined;
    api.keepDraft.mockReturnValueOnce(new Promise((_, reject) => (refuse = reject))).mockRejectedValue(FULL);
    const keeper = typed();
    keeper.tryKeep();
    await vi.waitFor(() => expect(api.keepDraft).toHaveBeenCalled());
    keeper.leave();
    refuse(FULL);
    await vi.waitFor(() => expect(keeper.trouble).toBe(FULL));
    expect(await new Keeper('visit:s', 's', () => null).found('older')).toBe('one');
  });
  it('holds nothing in memory once the disk has it', async () => {
    api.keepDraft.mockRejectedValueOnce(FULL);
    const keeper = typed();
    keeper.leave();
    await vi.waitFor(() => expect(keeper.trouble).toBe(FULL));
    expect(desk.left.size).toBe(1);
    await desk.newDay();
    expect(desk.left.size).toBe(0);
    expect(await new Keeper('visit:s', 's', () => null).found('stored')).toBe('stored');
  });
});

it('a new day is shown after the drafts are kept', async () => {
  const before = desk.epoch;
  const at: number[] = [];
  api.keepDraft.mockImplementation(() => Promise.resolve(at.push(desk.epoch)));
  typed();
  await desk.newDay();
  expect([at, desk.epoch]).toEqual([[before], before + 1]);
});

it('a text taken back is dropped from the disk', async () => {
  let json: string | null = 'a';
  const keeper = new Keeper('finding:s:k', 's', () => json);
  keeper.changed();
  await keeper.keep();
  json = null;
  keeper.changed();
  await keeper.keep();
  expect(api.dropDraft).toHaveBeenCalledWith('finding:s:k');
  expect(keeper.keptAt).toBeNull();
});

it('a new day is no touch of a hand: the desk still locks when it was to', async () => {
  desk.lastTouch = 7;
  await desk.newDay();
  expect(desk.lastTouch).toBe(7);
});
