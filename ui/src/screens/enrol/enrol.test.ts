import { describe, expect, it } from 'vitest';
import { about, asksReason, blankEnrolment, sendable } from './enrol.ts';

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
  it('says every problem of a field together', () => {
    const problem = (text: string) => ({ place: 'code', code: 'x', text, severity: 'asks-reason' as const });
    expect(about([problem('One.'), problem('Two.')], 'code')).toBe('One. Two.');
    expect(about([], 'code')).toBeNull();
    expect(asksReason([problem('One.')])).toBe(true);
  });
});
