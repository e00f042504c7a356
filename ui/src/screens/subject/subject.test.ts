import { beforeEach, describe, expect, it, vi } from 'vitest';

const backend = vi.hoisted(() => ({
  subject: vi.fn(),
  changeStatus: vi.fn(),
  declareMissed: vi.fn(),
}));
vi.mock('$lib/api/index.ts', () => ({
  api: backend,
  sentence: String,
  refused: (error: unknown) => ({ field: null, text: String(error) }),
}));
const { canBeMissed, Life } = await import('./subject.svelte.ts');

const visit = { key: 'visit:M6', code: 'M6', standing: { is: 'overdue', days: 3 } };
const page = { status: 'on-follow-up', next: visit, visits: [visit], dosings: [{ number: 1 }] };

beforeEach(() => {
  vi.resetAllMocks();
  backend.subject.mockResolvedValue(page);
});

describe('a life', () => {
  it('opens at the next visit', async () => {
    const life = new Life('s');
    await life.load();
    expect(life.chosen?.code).toBe('M6');
  });
  it('keeps the dialogue and says why when a change is not taken', async () => {
    backend.changeStatus.mockResolvedValue({
      subject: null,
      problems: [{ place: 'on', text: 'not a day', severity: 'stops' }],
    });
    const life = new Life('s');
    await life.load();
    await life.ask('status');
    expect(await life.keep()).toBe(false);
    expect(life.asking).toBe('status');
    expect(life.about('on')).toBe('not a day');
  });
  it('declares the chosen visit missed with its reason and reads the life again', async () => {
    const life = new Life('s');
    await life.load();
    await life.ask('missed');
    life.because = 'ill';
    expect(await life.keep()).toBe(true);
    expect(backend.declareMissed).toHaveBeenCalledWith({ subject: 's', obligation: 'visit:M6', because: 'ill' });
    expect(backend.subject).toHaveBeenCalledTimes(2);
  });
  it('shows a refusal and loses nothing typed', async () => {
    backend.declareMissed.mockRejectedValue('disk full');
    const life = new Life('s');
    await life.load();
    await life.ask('missed');
    life.because = 'ill';
    expect(await life.keep()).toBe(false);
    expect([life.because, life.refused?.text]).toEqual(['ill', 'disk full']);
  });
});

it('only a visit that is open or overdue can be declared missed', () => {
  expect(canBeMissed(visit as never)).toBe(true);
  expect(canBeMissed({ ...visit, standing: { is: 'done' } } as never)).toBe(false);
  expect(canBeMissed(null)).toBe(false);
});
