import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { SubjectPage, VisitLine } from '$lib/api/index.ts';

const api = vi.hoisted(() => ({
  subject: vi.fn(),
  identity: vi.fn(),
  printSchedule: vi.fn(),
  printCalendar: vi.fn(),
  openPath: vi.fn(),
}));
vi.mock('$lib/api/index.ts', () => ({
  api,
  sentence: (error: unknown) => String(error),
  refused: (error: unknown) => ({ field: 'folder', text: String(error) }),
}));
const { preview } = await import('./print.ts');
const { Print } = await import('./print.svelte.ts');

const visit = (code: string, is: string) =>
  ({ code, key: code, standing: { is }, latest_on: `2030-01-${code}` }) as VisitLine;
const page = { subject: 's', code: 'S-1', visits: [] as VisitLine[] } as SubjectPage;

beforeEach(() => {
  vi.resetAllMocks();
  api.subject.mockImplementation((subject: string) => Promise.resolve({ ...page, subject }));
  api.identity.mockResolvedValue({ called: 'Yui' });
});

it('says what the sheet prints: visits still to come, no tests, nothing done or missed', () => {
  const visits = [
    visit('01', 'done'),
    visit('02', 'missed'),
    visit('03', 'overdue'),
    visit('', 'open'),
    visit('05', 'open'),
    visit('06', 'not-yet-open'),
    visit('07', 'not-yet-open'),
    visit('08', 'not-required'),
  ];
  const said = preview({ ...page, visits });
  expect(said.large.map((one) => one.code)).toEqual(['05', '06', '07']);
  expect(said.late.map((one) => one.code)).toEqual(['03']);
  expect([said.rest, said.until]).toEqual([0, '2030-01-07']);
});

describe('the paper of a family', () => {
  it('names no product unless that is chosen for this family', async () => {
    const work = new Print();
    await work.choose('s');
    work.form.show_product = true;
    await work.choose('other');
    expect(work.form).toMatchObject({ subject: 'other', show_product: false, language: '' });
  });
  it('is saved as it was asked for', async () => {
    const work = new Print();
    await work.choose('s');
    api.printSchedule.mockResolvedValue({ path: '/a.pdf', pages: 2, visits: 9 });
    expect(await work.save('schedule')).toBe(true);
    expect(api.printSchedule).toHaveBeenCalledWith(expect.objectContaining({ subject: 's', language: '' }));
    expect(new Print().form.paper).toBe(work.form.paper);
    expect(work.made).toEqual([{ path: '/a.pdf', pages: 2, visits: 9, kind: 'schedule' }]);
  });
  it('of a calendar says where the file of what was called off lies, when there is one', async () => {
    const work = new Print();
    await work.choose('s');
    const saved = { path: '/a.ics', appointments: 4, cancelled: 0, cancelled_path: '' };
    api.printCalendar.mockResolvedValueOnce(saved);
    await work.save('calendar');
    expect(work.made).toEqual([{ path: '/a.ics', pages: 0, visits: 4, kind: 'calendar' }]);
    api.printCalendar.mockResolvedValueOnce({ ...saved, cancelled: 2, cancelled_path: '/b.ics' });
    await work.save('calendar');
    expect(work.made[0]?.off).toEqual({ count: 2, path: '/b.ics' });
  });
  it('is not offered as saved when it was not', async () => {
    const work = new Print();
    await work.choose('s');
    api.printCalendar.mockRejectedValue('no room');
    expect(await work.save('calendar')).toBe(false);
    expect([work.made, work.refused]).toEqual([[], { field: 'folder', text: 'no room' }]);
  });
  it('can be looked at by those who may not see a name', async () => {
    api.identity.mockRejectedValue('may not');
    const work = new Print();
    await work.choose('s');
    expect([work.called, work.trouble, work.page?.code]).toEqual([null, null, 'S-1']);
  });
});
