import { describe, expect, it } from 'vitest';
import type { FormDue, VisitPlan } from '$lib/api/index.ts';
import { formKey } from '$lib/form/index.ts';
import { blankDraft, empty, fitted, grouped, readDraft, sent } from './visit.ts';

function due(task: string, kind: string): FormDue {
  const fields = [
    {
      key: 'value',
      input: { is: 'text' as const, lines: 1 },
      needed: 'optional' as const,
      shown_when: null,
      plausible: null,
      ahead: false,
    },
  ];
  return {
    kind,
    task,
    label: kind,
    because: '',
    spec: { kind, edition: 1, family: 'safety', fields },
    fixed: {},
    previous: {},
  };
}
function plan(forms: FormDue[], more: FormDue[] = [], on = '2025-03-01'): VisitPlan {
  return {
    subject: 's',
    subject_code: 'S-001',
    age: '',
    on,
    choices: [],
    chosen: 'M6',
    also: [],
    withdrawn: [],
    to_sign: [],
    modes: ['clinic', 'phone'],
    forms,
    more,
    draft: null,
  };
}
const urine = due('urine', 'shedding');
const liver = due('liver', 'liver');

describe('a visit draft', () => {
  it('begins with the first way the visit may take place, and is empty', () => {
    const draft = blankDraft(plan([urine]), null);
    expect(draft.mode).toBe('clinic');
    expect(empty(draft, [urine])).toBe(true);
  });
  it('answers the visits of other sources that are chosen, and no others', () => {
    const choice = { code: 'reg/M6', label: '', earliest_on: '', due_on: '', latest_on: '', standing_text: '' };
    const standing = { is: 'open', days_left: 3 } as const;
    const other = (code: string, chosen: boolean) => ({
      visit: { ...choice, code, standing },
      source: 'R',
      late: false,
      chosen,
    });
    const also = [other('reg/M6', true), other('nat/M6', false)];
    expect(sent('s', blankDraft(plan([urine]), null), [urine], '', { also }).also).toEqual(['reg/M6']);
    expect(sent('s', blankDraft(plan([urine]), null), [urine], '').also).toEqual([]);
  });
  it('sends only the forms that were touched', () => {
    const { draft, dues } = fitted(blankDraft(plan([urine, liver]), null), plan([urine, liver]));
    const field = draft.forms.liver?.fields.value;
    if (field) field.text = '3';
    expect(sent('s', draft, dues, '').forms.map((form) => form.task)).toEqual(['liver']);
  });
  it('keeps a touched form when the new day does not ask for it', () => {
    const first = fitted(blankDraft(plan([liver]), null), plan([liver])).draft;
    const field = first.forms.liver?.fields.value;
    if (field) field.text = '3';
    const { draft, dues } = fitted(first, plan([urine], [due('', 'liver')], '2025-04-01'));
    expect(dues.map(formKey)).toEqual(['urine', 'liver']);
    expect(draft.forms.liver?.fields.value?.text).toBe('3');
  });
  it('moves the collection day along with the visit, unless it was another', () => {
    const first = fitted(blankDraft(plan([urine, liver]), null), plan([urine, liver])).draft;
    if (first.forms.liver) first.forms.liver.collected_on = '2025-02-27';
    const { draft } = fitted(first, plan([urine, liver], [], '2025-04-01'));
    expect(draft.forms.urine?.collected_on).toBe('2025-04-01');
    expect(draft.forms.liver?.collected_on).toBe('2025-02-27');
  });
  it('survives the trip through the store', () => {
    const draft = blankDraft(plan([urine]), 'phone');
    expect(readDraft(JSON.stringify(draft))).toEqual(draft);
  });
  it('does not fail on a draft it cannot read', () => {
    expect(readDraft('{')).toBeNull();
    expect(readDraft('null')).toBeNull();
  });
});

it('groups the lines of the review by form', () =>
  expect(
    grouped([
      { form: 'A', field: 'x', shown: '1' },
      { form: 'A', field: 'y', shown: '2' },
      { form: 'B', field: 'x', shown: '3' },
    ]).map((group) => group.lines.length),
  ).toEqual([2, 1]));
