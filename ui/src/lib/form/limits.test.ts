import { expect, it } from 'vitest';
import type { FieldSpec, FormDue, LimitsOffered } from '$lib/api/index.ts';
import { blankForm } from './entered.ts';
import { asksLimits, wanting, withLimits } from './limits.ts';

const number = (key: string): FieldSpec => ({
  key,
  input: { is: 'number', units: ['U/L', 'ukat/L'], decimals: 0 },
  needed: 'optional',
  shown_when: null,
  plausible: null,
  ahead: false,
});
const due = (fields: FieldSpec[]): FormDue => ({
  kind: 'liver',
  task: 'liver',
  label: 'Liver',
  because: '',
  spec: { kind: 'liver', edition: 1, family: 'immunogenicity', fields },
  fixed: {},
  previous: {},
});
const text = (key: string): FieldSpec => ({ ...number(key), input: { is: 'text', lines: 1 } });
const liver = due(['alt', 'alt-uln', 'ast', 'ast-uln'].map(number).concat(text('laboratory')));
const central: LimitsOffered = {
  laboratory: 'Central',
  limits: [
    {
      field: 'alt-uln',
      of: 'alt',
      values: [
        { unit: 'U/L', text: '42' },
        { unit: 'ukat/L', text: '0.7' },
      ],
    },
    { field: 'ast-uln', of: 'ast', values: [{ unit: 'U/L', text: '40' }] },
  ],
  lacking: [],
};

it('fills what is empty, and says whose limits they are', () => {
  const form = withLimits(liver, blankForm(liver, '2026-01-10'), central);
  expect([form.fields['alt-uln']?.text, form.fields['alt-uln']?.unit]).toEqual(['42', 'U/L']);
  expect(form.fields['ast-uln']?.text).toBe('40');
  expect(form.fields.laboratory?.text).toBe('Central');
  expect(wanting(liver, form, central)).toEqual([]);
});
it('takes the unit in which the value is typed, or the laboratory’s own where the limit would have to be rounded', () => {
  const typed = blankForm(liver, '2026-01-10');
  for (const key of ['alt', 'ast']) if (typed.fields[key]) typed.fields[key].unit = 'ukat/L';
  const form = withLimits(liver, typed, central);
  expect([form.fields['alt-uln']?.text, form.fields['alt-uln']?.unit]).toEqual(['0.7', 'ukat/L']);
  expect([form.fields['ast-uln']?.text, form.fields['ast-uln']?.unit]).toEqual(['40', 'U/L']);
});
it('never touches what a person typed or marked, nor another laboratory’s name', () => {
  const typed = blankForm(liver, '2026-01-10');
  if (typed.fields['alt-uln']) typed.fields['alt-uln'].text = '50';
  if (typed.fields['ast-uln']) typed.fields['ast-uln'].mark = 'not-done';
  if (typed.fields.laboratory) typed.fields.laboratory.text = 'City';
  expect(wanting(liver, typed, central)).toEqual([]);
  const form = withLimits(liver, typed, central);
  expect(form).toEqual(typed);
});
it('a form without limits asks for none', () => {
  expect(asksLimits(liver)).toBe(true);
  expect(asksLimits(due([number('alt'), text('laboratory')]))).toBe(false);
});
