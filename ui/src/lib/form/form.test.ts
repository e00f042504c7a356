import { describe, expect, it } from 'vitest';
import type { FieldSpec, FormDue } from '$lib/api/index.ts';
import { speak } from '$lib/words/index.ts';
import { answered, blankForm, completed, formKey, placed, sendable, shown, touched } from './entered.ts';
import { cells, isTable, pasted } from './paste.ts';
import { plausibleShown, unitShown } from './units.ts';

const field = (key: string, more: Partial<FieldSpec> = {}): FieldSpec => ({
  key,
  input: { is: 'text', lines: 1 },
  needed: 'optional',
  shown_when: null,
  plausible: null,
  ahead: false,
  ...more,
});
const due: FormDue = {
  kind: 'shedding',
  task: 'shed-urine',
  label: 'Shedding, urine',
  because: '',
  spec: {
    kind: 'shedding',
    edition: 1,
    family: 'shedding',
    fields: [
      field('matrix'),
      field('exam', { input: { is: 'choice', options: ['normal', 'abnormal'] } }),
      field('exam-detail', { shown_when: { field: 'exam', is: ['abnormal'] } }),
      field('sum', { input: { is: 'computed', decimals: 1, unit: '' } }),
    ],
  },
  fixed: { matrix: 'urine' },
  previous: {},
};

describe('a form', () => {
  it('begins with what the task fixes, and is untouched', () => {
    const form = blankForm(due, '2025-03-01');
    expect(form.fields.matrix?.text).toBe('urine');
    expect(touched(due, form)).toBe(false);
    expect(answered(due, form)).toEqual({ answered: 0, of: 1 });
  });
  it('is touched by a closure alone', () =>
    expect(touched(due, { ...blankForm(due, ''), closure: 'not-done' })).toBe(true));
  it('asks for detail only after the answer that calls for it', () => {
    const form = blankForm(due, '');
    const detail = due.spec.fields[2] as FieldSpec;
    expect(shown(detail, form)).toBe(false);
    if (form.fields.exam) form.fields.exam.text = 'abnormal';
    expect(shown(detail, form)).toBe(true);
  });
  it('does not send a detail that is no longer asked', () => {
    const form = blankForm(due, '');
    if (form.fields['exam-detail']) form.fields['exam-detail'].text = 'left over';
    expect(Object.keys(sendable(due, form).fields)).toEqual(['matrix']);
  });
  it('takes up an older draft that lacks a field', () => {
    const kept = { ...blankForm(due, '2025-03-01'), fields: {} };
    expect(completed(kept, due).fields.exam?.text).toBe('');
  });
  it('keeps two forms of one kind apart', () => expect(formKey(due)).not.toBe(formKey({ kind: 'shedding', task: '' })));
  it('finds the row and column of a problem', () => {
    expect(placed('clones[3].gene')).toEqual({ field: 'clones', row: 3, column: 'gene' });
    expect(placed('vcn')).toEqual({ field: 'vcn', row: null, column: null });
  });
});

describe('pasted rows', () => {
  const columns = ['gene', 'chromosome', 'abundance'].map((key) => field(key));
  const label = (key: string) => (key === 'abundance' ? 'Abundance (%)' : key);

  it('reads a spreadsheet without headings in the order on screen', () =>
    expect(pasted('LMO2\tchr11\t23.4\nMECOM\tchr3\t1', columns, label).rows[1]?.gene?.text).toBe('MECOM'));
  it('follows headings in any order and says which it does not know', () => {
    const read = pasted('Abundance (%);Gene;Lab\n23,4;LMO2;x', columns, label);
    expect(read.rows).toHaveLength(1);
    expect(read.rows[0]?.abundance?.text).toBe('23,4');
    expect(read.rows[0]?.gene?.text).toBe('LMO2');
    expect(read.unknown).toEqual(['Lab']);
  });
  it('keeps separators and quotes inside quoted cells', () =>
    expect(cells('"a,""b""",c\r\n"two\nlines",d')).toEqual([
      ['a,"b"', 'c'],
      ['two\nlines', 'd'],
    ]));
  it('knows a word from a table', () => {
    expect(isTable('LMO2')).toBe(false);
    expect(isTable('LMO2\tchr11')).toBe(true);
  });
});

describe('units', () => {
  it.each([
    ['10*9/L', '10⁹/L'],
    ['umol/L', 'µmol/L'],
    ['ug/d', 'µg/d'],
    ['[BU]', 'BU'],
    ['kg', 'kg'],
    ['mg/kg/d', 'mg/kg/d'],
  ])('%s reads %s', (ucum, read) => expect(unitShown(ucum)).toBe(read));
});

describe('the plausible range', () => {
  it('is said in its unit, with the numbers of the language', () => {
    speak('en');
    expect(plausibleShown({ low: '1', high: '20000', unit: 'U/L' })).toBe('plausible 1 to 20,000 U/L');
    expect(plausibleShown({ low: '0.5', high: '900', unit: 'umol/L' })).toBe('plausible 0.5 to 900 µmol/L');
    speak('ja');
    expect(plausibleShown({ low: '0', high: '500', unit: '10*9/L' })).toBe('想定範囲 0～500 10⁹/L');
    speak('en');
  });
  it('names no unit where there is none', () =>
    expect(plausibleShown({ low: '0', high: '30', unit: '1' })).toBe('plausible 0 to 30'));
});
