// The visit's promises: a draft is kept soon and before a lock, a late judgement of an older text is dropped.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { FormChecked, FormDue, VisitPlan } from '$lib/api/index.ts';

const api = vi.hoisted(() => ({
  planVisit: vi.fn(),
  keepDraft: vi.fn(),
  checkForm: vi.fn(),
  recordVisit: vi.fn(),
  reviewVisit: vi.fn(),
  declareMissed: vi.fn(),
  dropDraft: vi.fn(),
}));
vi.mock('$lib/api/index.ts', () => ({
  api,
  heard: () => () => undefined,
  sentence: (error: unknown) => String(error),
}));
const { Visiting } = await import('./visit.svelte.ts');

const field = {
  key: 'alt',
  input: { is: 'text', lines: 1 },
  needed: 'optional',
  shown_when: null,
  plausible: null,
  ahead: false,
} as const;
const liver: FormDue = {
  kind: 'liver',
  task: 'liver',
  label: '',
  because: '',
  spec: { kind: 'liver', edition: 1, family: 'safety', fields: [field] },
  fixed: {},
  previous: {},
};
const plan: VisitPlan = {
  subject: 's',
  subject_code: 'S-1',
  age: '',
  on: '2025-03-01',
  choices: [],
  chosen: 'M6',
  also: [],
  withdrawn: [],
  to_sign: [],
  modes: ['clinic'],
  forms: [liver],
  more: [],
  draft: null,
};
const checked = (text: string): FormChecked => ({
  problems: [],
  notes: [{ place: 'alt', text, level: 'plain' }],
  computed: {},
  limits: [],
});

async function begun() {
  api.planVisit.mockResolvedValue(plan);
  const visit = new Visiting('s');
  await visit.begin('M6', null);
  return visit;
}
function type(visit: InstanceType<typeof Visiting>, text: string) {
  const entered = visit.draft?.forms.liver?.fields.alt;
  if (entered) entered.text = text;
  visit.changed(liver);
}

beforeEach(() => {
  vi.resetAllMocks();
  api.checkForm.mockResolvedValue(checked(''));
});

describe('a visit being typed', () => {
  it('is kept whole, and only when something was typed since', async () => {
    const visit = await begun();
    for (const text of ['1', '12', '128']) type(visit, text);
    await visit.kept.keep();
    await visit.kept.keep();
    expect(api.keepDraft).toHaveBeenCalledTimes(1);
    expect(api.keepDraft.mock.calls[0]?.[0]).toBe('visit:s');
    expect(api.keepDraft.mock.calls[0]?.[2]).toContain('128');
  });
  it('says that it is not kept when the disk refuses, and tries again', async () => {
    const visit = await begun();
    api.keepDraft.mockRejectedValueOnce('disk full');
    type(visit, '1');
    await expect(visit.kept.keep()).rejects.toBe('disk full');
    expect(visit.kept.unkept).toBe(true);
    expect(visit.trouble).toBe('disk full');
    api.keepDraft.mockResolvedValueOnce(null);
    await visit.kept.keep();
    expect(visit.kept.unkept).toBe(false);
    expect(visit.trouble).toBeNull();
  });
  it('is looked over though its draft cannot be kept', async () => {
    const visit = await begun();
    api.keepDraft.mockRejectedValue('disk full');
    api.reviewVisit.mockResolvedValue({ may_save: true });
    type(visit, '1');
    await visit.lookOver();
    expect([visit.step, visit.trouble]).toEqual(['review', 'disk full']);
  });
  it('comes back to the review that a lock or a new day interrupted', async () => {
    const first = await begun();
    api.reviewVisit.mockResolvedValue({ may_save: true });
    type(first, '128');
    await first.lookOver();
    await first.kept.keep();
    const json = api.keepDraft.mock.calls.at(-1)?.[2] as string;
    api.planVisit.mockResolvedValue({ ...plan, draft: { json, kept_at: '' } });
    const again = new Visiting('s');
    await again.begin(undefined, null);
    expect([again.step, again.draft?.forms.liver?.fields.alt?.text]).toEqual(['review', '128']);
    again.backToForms();
    await again.kept.keep();
    expect(api.keepDraft.mock.calls.at(-1)?.[2]).toContain('"step":"fill"');
  });
  it('shows the judgement of the newest text only', async () => {
    const visit = await begun();
    const answers: ((value: FormChecked) => void)[] = [];
    api.checkForm.mockImplementation(() => new Promise<FormChecked>((resolve) => answers.push(resolve)));
    const [first, second] = [visit.judge(liver), visit.judge(liver)];
    answers[1]?.(checked('new'));
    answers[0]?.(checked('old'));
    await Promise.all([first, second]);
    expect(visit.checked.liver?.notes[0]?.text).toBe('new');
  });
  it('takes up the draft that was left, with its own day and visit', async () => {
    const first = await begun();
    type(first, '128');
    const json = JSON.stringify({ ...first.draft, on: '2025-03-03', code: 'Y1' });
    api.planVisit.mockReset();
    api.planVisit
      .mockResolvedValueOnce({ ...plan, draft: { json, kept_at: '' } })
      .mockResolvedValueOnce({ ...plan, on: '2025-03-03', chosen: 'Y1' });
    const visit = new Visiting('s');
    await visit.begin('M6', null);
    expect(api.planVisit).toHaveBeenLastCalledWith({ subject: 's', on: '2025-03-03', code: 'Y1', also: null });
    expect(visit.draft?.forms.liver?.fields.alt?.text).toBe('128');
    expect(visit.restored).toBe(true);
  });
  it('keeps why it did not take place while that is being written, and nothing of it afterwards', async () => {
    const visit = await begun();
    visit.askMissed('the family mo');
    await visit.kept.keep();
    expect(JSON.parse(api.keepDraft.mock.calls[0]?.[2] as string)).toMatchObject({ missing: 'the family mo' });
    visit.askMissed('the family moved');
    expect(await visit.missed()).toBe(true);
    expect(api.declareMissed).toHaveBeenCalledWith({
      subject: 's',
      obligation: 'visit:M6',
      because: 'the family moved',
    });
    expect(api.dropDraft).toHaveBeenCalledWith('visit:s');
    expect(visit.draft?.missing).toBeNull();
  });
  it('keeps what else was typed when it is declared missed', async () => {
    const visit = await begun();
    type(visit, '128');
    visit.askMissed('ill');
    await visit.missed();
    await visit.kept.keep();
    expect(api.dropDraft).not.toHaveBeenCalled();
    expect(JSON.parse(api.keepDraft.mock.calls.at(-1)?.[2] as string)).toMatchObject({ missing: null });
  });
  it('is not kept again as a draft once it is recorded', async () => {
    const visit = await begun();
    type(visit, '128');
    api.recordVisit.mockResolvedValue({ visit: 'v', saved_at: '2025-03-01T09:00:00+01:00', entries: 2, findings: [] });
    await visit.record();
    await visit.kept.keep();
    expect(api.keepDraft).not.toHaveBeenCalled();
    expect(visit.step).toBe('done');
  });
});
