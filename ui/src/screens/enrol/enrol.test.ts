import { describe, expect, it } from 'vitest';
import { about, asksReason, blankContact, blankEnrolment, namePlace, sendable } from './enrol.ts';

describe('an enrolment', () => {
  it('is enrolled today unless said otherwise', () =>
    expect(blankEnrolment('2025-03-01', 'ja', 'p@1').enrolled_on).toBe('2025-03-01'));
  it('sends no dosing that nobody filled in', () => {
    const form = blankEnrolment('2025-03-01', 'en', 'p@1');
    expect(sendable(form).dosing).toBeNull();
    if (form.dosing) form.dosing.on = '2024-08-31';
    expect(sendable(form).dosing?.outcome).toBe('complete');
  });
  it('sends no empty contact', () => {
    const form = blankEnrolment('2025-03-01', 'en', 'p@1');
    expect(sendable(form).identity.contacts).toEqual([]);
  });
  it('sends whoever decides for the child as a guardian, the others as contacts', () => {
    const form = blankEnrolment('2025-03-01', 'en', 'p@1');
    const contact = (who: string, decides: '' | 'mother' | 'father') => ({ ...blankContact(), who, decides });
    form.identity.contacts = [contact('doctor', ''), contact('Li Na', 'mother'), contact('', 'father')];
    const sent = sendable(form);
    expect(sent.identity.contacts).toEqual([{ who: 'doctor', telephone: '', email: '', address: '' }]);
    expect(sent.guardians?.map((one) => [one.relation, one.name])).toEqual([
      ['mother', 'Li Na'],
      ['father', ''],
    ]);
    expect(namePlace(form.identity.contacts, 2)).toBe('guardians.1.name');
  });
  it('says every problem of a field together', () => {
    const problem = (text: string) => ({ place: 'code', code: 'x', text, severity: 'asks-reason' as const });
    expect(about([problem('One.'), problem('Two.')], 'code')).toBe('One. Two.');
    expect(about([], 'code')).toBeNull();
    expect(asksReason([problem('One.')])).toBe(true);
  });
});
