import { describe, expect, it } from 'vitest';
import type { AskedLine, ConsentPage, FormLine, Guardian, SignedLine, WithdrawalLine } from '$lib/api/index.ts';
import {
  actOf,
  amended,
  blank,
  correction,
  guardianForm,
  happened,
  readGuardian,
  shapeOf,
  signedBy,
  signer,
  withForm,
} from './consent.ts';
import { needsReason } from './course.ts';

const form = (code: string, more: Partial<FormLine> = {}): FormLine => ({
  code,
  kind: 'consent',
  label: code,
  versions: ['1.0', '2.0'],
  now: '2.0',
  by_subject: true,
  by_guardians: true,
  ...more,
});
const assent = form('assent', { kind: 'assent', versions: ['1.0'], now: '1.0', by_guardians: false });
const signed = (record: string, on: string, more: Partial<SignedLine> = {}) =>
  ({
    record,
    on,
    kind: 'consent',
    form: 'main',
    version: '1.0',
    relation: 'mother',
    declined: false,
    ...more,
  }) as SignedLine;
const page = {
  holds: null,
  beside: [],
  asked: [],
  later: [],
  signed: [signed('b', '2026-03-01'), signed('a', '2024-08-01', { declined: true })],
  withdrawals: [
    { record: 'w', on: '2026-03-01', holds: true } as WithdrawalLine,
    { record: 'v', on: '2025-01-01', holds: false } as WithdrawalLine,
  ],
  forms: [form('main'), assent],
  guardians: [
    { guardian: 'g1', relation: 'mother', relation_text: '', from_on: null, until_on: '2025-01-01', holds: false },
    { guardian: 'g2', relation: 'grandparent', relation_text: '', from_on: '2025-01-02', until_on: null, holds: true },
  ],
  of_age: false,
  language: 'ja',
} satisfies ConsentPage as ConsentPage;

describe('what was agreed to', () => {
  it('is told newest first, signatures and withdrawals in one row', () =>
    expect(happened(page).map((one) => one.record)).toEqual(['b', 'w', 'v', 'a']));
  it('is told by shape as well: agreed, declined, withdrawn, given again', () =>
    expect(happened(page).map(shapeOf)).toEqual(['fine', 'overdue', 'quiet', 'overdue']));
});

describe('the form of a signature', () => {
  it('begins with the first form, its version in force and whoever decides today', () =>
    expect(blank(page, '2026-05-01')).toMatchObject({
      form: 'main',
      version: '2.0',
      on: '2026-05-01',
      relation: 'grandparent',
      guardian: 'g2',
      language: 'ja',
      record: null,
    }));
  it('begins with what is asked, also where the protocol has no form for it', () => {
    const asked = { kind: 'assent', form: 'assent', version: '1.0', relation: null, guardian: null } as AskedLine;
    expect(blank(page, '2026-05-01', asked)).toMatchObject({ kind: 'assent', form: 'assent', relation: null });
    const visit = { kind: 'assent', form: '', version: '', relation: null, guardian: null } as AskedLine;
    expect(blank({ ...page, forms: [] }, '2026-05-01', visit)).toMatchObject({ kind: 'assent', form: '', version: '' });
  });
  it('of somebody of age is signed by themselves', () =>
    expect(blank({ ...page, of_age: true }, '2026-05-01').relation).toBeNull());
  it('takes whoever signs and the version from the form that is chosen', () => {
    const change = blank(page, '2026-05-01');
    signedBy(change, 'guardian:g2', page.guardians);
    expect([change.guardian, change.relation, signer(change)]).toEqual(['g2', 'grandparent', 'guardian:g2']);
    withForm(change, assent, page);
    expect([change.kind, change.version, change.guardian, signer(change)]).toEqual(['assent', '1.0', null, 'subject']);
    withForm(change, form('parents', { by_subject: false }), page);
    expect(change.relation).toBe('grandparent');
    signedBy(change, 'relation:father', page.guardians);
    expect([change.guardian, signer(change)]).toEqual([null, 'relation:father']);
  });
  it('wants a reason for a correction, and none for what is new', () => {
    expect(needsReason(blank(page, '2026-05-01'))).toBe(false);
    expect(needsReason(correction(signed('b', '2026-03-01')))).toBe(true);
    expect(needsReason({ is: 'no-consent', record: 'b' })).toBe(true);
  });
});

describe('a guardian', () => {
  const known = {
    id: 'g',
    relation: 'father',
    name: 'N',
    from_on: null,
    until_on: null,
    may_decide: false,
  } as Guardian;
  it('is corrected from what the sealed list has, and begins as somebody who decides and lives with the child', () => {
    expect(guardianForm('s', known)).toMatchObject({ guardian: 'g', name: 'N', from_on: '', may_decide: false });
    expect(guardianForm('s', null)).toMatchObject({ guardian: null, may_decide: true, lives_with: true });
  });
  it('is taken up from its draft, and opens nothing when that cannot be read', () => {
    expect(readGuardian('{"subject":"s","name":"Mei"}')).toMatchObject({ subject: 's', name: 'Mei', until_on: '' });
    expect(readGuardian('{"name":"Mei"}')).toBeNull();
    expect(readGuardian('{')).toBeNull();
  });
});

describe('what was withdrawn', () => {
  const line = {
    record: 'w',
    of: ['stored-samples'],
    on: '2030-10-01',
    until_on: null,
    by: 'parent',
    document: '1.0',
    samples: 'destroyed',
    samples_on: '2030-11-05',
  } as WithdrawalLine;
  it('is told further as it stands, with what was decided on samples', () =>
    expect(amended(line)).toEqual({
      is: 'withdrawal',
      record: 'w',
      of: ['stored-samples'],
      on: '2030-10-01',
      until_on: '',
      by: 'parent',
      document: '1.0',
      samples: 'destroyed',
      samples_on: '2030-11-05',
    }));
  it('is decided on where nothing is to be signed', () => {
    expect(actOf({ act: 'samples' } as AskedLine)).toBe('today-action-decide');
    expect(actOf({ act: 'guardian' } as AskedLine)).toBe('today-action-decide');
    expect(actOf({ act: 'sign' } as AskedLine)).toBe('today-action-record-consent');
  });
});
