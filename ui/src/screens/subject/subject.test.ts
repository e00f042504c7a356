import { beforeEach, describe, expect, it, vi } from 'vitest';

const backend = vi.hoisted(() => ({
  subject: vi.fn(),
  changeStatus: vi.fn(),
  statusEnds: vi.fn(),
  declareMissed: vi.fn(),
  recordDosing: vi.fn(),
  previewDosing: vi.fn(),
  identity: vi.fn(),
  setIdentity: vi.fn(),
  audit: vi.fn(),
  draft: vi.fn(),
  keepDraft: vi.fn(),
  dropDraft: vi.fn(),
}));
vi.mock('$lib/api/index.ts', () => ({
  api: backend,
  sentence: String,
  refused: (error: unknown) => ({ field: null, text: String(error) }),
}));
const { Life } = await import('./subject.svelte.ts');
const { desk } = await import('../../session.svelte.ts');

const visit = { key: 'visit:M6', code: 'M6', standing: { is: 'overdue', days: 3 } };
const page = { status: 'on-follow-up', next: visit, visits: [visit], dosings: [{ number: 1 }] };

beforeEach(() => {
  vi.resetAllMocks();
  backend.subject.mockResolvedValue(page);
  backend.audit.mockResolvedValue([]);
  backend.dropDraft.mockResolvedValue(null);
  desk.enter({ user: { role: 'coordinator' }, language: 'en', today: '2026-03-01' } as never);
});

describe('what is typed into a dialogue', () => {
  const left = (json: string) => backend.draft.mockResolvedValue({ json, kept_at: '' });
  async function opened() {
    const life = new Life('s');
    await life.begin();
    return life;
  }
  it('is there again after a lock, with its dialogue', async () => {
    const first = await opened();
    await first.ask('status');
    first.status.status = 'transferred';
    first.because = 'moved to';
    first.kept.changed();
    await first.kept.keep();
    const [key, subject, json] = backend.keepDraft.mock.calls[0] as [string, string, string];
    expect([key, subject]).toEqual(['life:s', 's']);
    left(json);
    const again = await opened();
    expect([again.asking, again.status.status, again.because, again.restored]).toEqual([
      'status',
      'transferred',
      'moved to',
      true,
    ]);
  });
  it('calls off with the status what it shows, unless the tick was taken away', async () => {
    backend.changeStatus.mockResolvedValue({ subject: 's', problems: [] });
    const life = await opened();
    await life.ask('status');
    life.status.status = 'withdrawn';
    backend.statusEnds.mockResolvedValue({ appointments: [{ record: 'r' }], replaces: '' });
    await life.lookBeyond();
    expect(life.ends?.appointments).toHaveLength(1);
    expect(backend.statusEnds).toHaveBeenCalledWith({ subject: 's', status: 'withdrawn', on: '2026-03-01' });
    life.because = 'told';
    await life.keep();
    await life.ask('status');
    life.status.call_off = false;
    await life.keep();
    expect(backend.changeStatus.mock.calls.map(([form]) => (form as { call_off: boolean }).call_off)).toEqual([
      true,
      false,
    ]);
  });
  it('of an earlier release calls off as a new one does', async () => {
    left('{"asking":"status","because":"x","status":{"status":"withdrawn","on":"2026-03-01"}}');
    expect((await opened()).status.call_off).toBe(true);
  });
  it('keeps names only when names are what is typed', async () => {
    backend.identity.mockResolvedValue({ name: '王', called: '', contacts: [], note: '' });
    const life = await opened();
    await life.ask('identity');
    life.kept.changed();
    await life.kept.keep();
    await life.close();
    await life.ask('dosing');
    life.kept.changed();
    await life.kept.keep();
    expect(backend.keepDraft.mock.calls.map((call) => String(call[2]).includes('王'))).toEqual([true, false]);
  });
  it('goes when it is saved or given up', async () => {
    const life = await opened();
    await life.ask('missed');
    life.because = 'ill';
    await life.keep();
    await life.ask('status');
    await life.close();
    expect(backend.dropDraft.mock.calls).toEqual([['life:s'], ['life:s']]);
  });
  it('is not asked again of a visit that was settled meanwhile, nor read from what is no draft', async () => {
    left('{"asking":"missed","about":"visit:gone","because":"ill"}');
    expect((await opened()).asking).toBeNull();
    expect(backend.dropDraft).toHaveBeenCalledWith('life:s');
    left('{"asking":"everything"}');
    expect((await opened()).asking).toBeNull();
    left('{');
    expect((await opened()).asking).toBeNull();
  });
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
    expect(life.elsewhere).toEqual([]);
  });
  it('says what the status typed last would put an end to, whatever answer comes first', async () => {
    const life = new Life('s');
    await life.load();
    await life.ask('status');
    let late: (told: unknown) => void = () => undefined;
    backend.statusEnds.mockReturnValueOnce(new Promise((told) => (late = told)));
    backend.statusEnds.mockResolvedValueOnce({ appointments: [], replaces: 'lost since 10 Feb 2026' });
    const first = life.lookBeyond();
    life.status.on = '2026-02-09';
    await life.lookBeyond();
    late({ appointments: [], replaces: '' });
    await first;
    expect(life.ends?.replaces).toBe('lost since 10 Feb 2026');
    expect(backend.statusEnds).toHaveBeenLastCalledWith({ subject: 's', status: 'on-follow-up', on: '2026-02-09' });
  });
  it('looks at what a dosing moves once its day and outcome are there', async () => {
    const life = new Life('s');
    await life.load();
    await life.ask('dosing');
    life.dosing.on = '2026-02-09';
    await life.lookMoves();
    expect([life.moves, backend.previewDosing.mock.calls.length]).toEqual([null, 0]);
    life.dosing.outcome = 'complete';
    backend.previewDosing.mockResolvedValue({ moved: [], stay: 3, problems: [] });
    await life.lookMoves();
    expect(life.moves?.stay).toBe(3);
    expect(backend.previewDosing.mock.calls[0]?.[1]).toMatchObject({ number: 2, on: '2026-02-09' });
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
  it('counts a further dosing on from the last and sends why', async () => {
    backend.recordDosing.mockResolvedValue({ subject: 's', problems: [] });
    const life = new Life('s');
    await life.load();
    await life.ask('dosing');
    life.dosing.on = '2026-11-01';
    life.because = 'second eye';
    expect(await life.keep()).toBe(true);
    expect(backend.recordDosing).toHaveBeenCalledWith(
      's',
      expect.objectContaining({ number: 2, on: '2026-11-01', because: 'second eye' }),
    );
  });
  it('asks for the sealed names only when they are wanted', async () => {
    backend.identity.mockResolvedValue({ name: '王', called: '', contacts: [], note: '' });
    const life = new Life('s');
    await life.load();
    expect(backend.identity).not.toHaveBeenCalled();
    await life.ask('identity');
    expect(life.identity.name).toBe('王');
  });
  it('says at the foot what belongs to no field of the dialogue', async () => {
    const taken = { place: 'dosing.number', text: 'number 2 is taken', severity: 'stops' };
    backend.recordDosing.mockResolvedValue({ subject: null, problems: [taken] });
    const life = new Life('s');
    await life.load();
    await life.ask('dosing');
    await life.keep();
    expect(life.elsewhere).toEqual([taken]);
  });
  it('opens no empty form when the names may not be read', async () => {
    backend.identity.mockRejectedValue('not allowed');
    const life = new Life('s');
    await life.load();
    await life.ask('identity');
    expect([life.asking, life.trouble]).toEqual([null, 'not allowed']);
  });
  it('declares the visit that was asked about, not the one that is chosen', async () => {
    const life = new Life('s');
    await life.load();
    await life.ask('missed', { ...visit, key: 'visit:M3' } as never);
    life.because = 'moved';
    await life.keep();
    expect(backend.declareMissed).toHaveBeenCalledWith({ subject: 's', obligation: 'visit:M3', because: 'moved' });
  });
  it('asks the ledger for no record that was never corrected, and once for all that were', async () => {
    backend.audit.mockResolvedValue([
      { record: 'a', version: 2 },
      { record: 'b', version: 3 },
    ]);
    const life = new Life('s');
    await life.load();
    expect(backend.audit).not.toHaveBeenCalled();
    const [a, b] = await Promise.all([life.versionsOf('a'), life.versionsOf('b')]);
    expect([a[0]?.version, b[0]?.version]).toEqual([2, 3]);
    expect(backend.audit).toHaveBeenCalledTimes(1);
    await life.load();
    await life.versionsOf('a');
    expect(backend.audit).toHaveBeenCalledTimes(2);
  });
  it('is shown even when the ledger cannot be read, which the next row asks again', async () => {
    backend.audit.mockRejectedValueOnce('damaged');
    const life = new Life('s');
    await life.load();
    await expect(life.versionsOf('a')).rejects.toBe('damaged');
    expect([life.page?.status, life.trouble]).toEqual(['on-follow-up', null]);
    expect(await life.versionsOf('a')).toEqual([]);
  });
});
