import { describe, expect, it } from 'vitest';
import type { Standing, VisitLine } from '$lib/api/index.ts';
import { canBeMissed, destination } from './line.ts';

const line = (key: string, is: string, more: Partial<VisitLine> = {}) =>
  ({
    key,
    code: key.startsWith('visit:') ? key.slice(6) : '',
    record: null,
    standing: { is } as Standing,
    ...more,
  }) as VisitLine;

describe('missed', () => {
  it('may be said of a visit or a repeat that is open or overdue', () => {
    expect(canBeMissed(line('visit:M6', 'overdue'))).toBe(true);
    expect(canBeMissed(line('test:growth:g', 'open'))).toBe(true);
  });
  it('may not be said before its day, after it was done, or of a report', () => {
    expect(canBeMissed(line('visit:M6', 'not-yet-open'))).toBe(false);
    expect(canBeMissed(line('visit:M6', 'done'))).toBe(false);
    expect(canBeMissed(line('report:sponsor:k', 'overdue'))).toBe(false);
    expect(canBeMissed(null)).toBe(false);
  });
});

describe('one goes', () => {
  it('from an open visit to its forms', () =>
    expect(destination('s', line('visit:M6', 'open'), true)).toEqual({
      screen: 'visit',
      params: { subject: 's', code: 'M6' },
    }));
  it('from a repeat to a contact outside the plan', () =>
    expect(destination('s', line('test:liver:k', 'overdue'), true)?.params.code).toBe(''));
  it('from an awaited result to its form', () =>
    expect(destination('s', line('result:r-1', 'overdue', { record: 'r-1' }), true)?.params).toEqual({
      subject: 's',
      record: 'r-1',
    }));
  it('from a report to the signal whose key holds colons', () =>
    expect(destination('s', line('report:sponsor:hys-law:2019-05-28', 'overdue'), false)).toEqual({
      screen: 'signals',
      params: { subject: 's', key: 'hys-law:2019-05-28' },
    }));
  it('from a visit that was done to what was recorded', () =>
    expect(destination('s', line('visit:M6', 'done', { record: 'r-9' }), false)).toEqual({
      screen: 'subject',
      params: { subject: 's', record: 'r-9' },
    }));
  it('nowhere before its day, and a reader records nothing', () => {
    expect(destination('s', line('visit:M6', 'not-yet-open'), true)).toBeNull();
    expect(destination('s', line('visit:M6', 'overdue'), false)).toBeNull();
  });
});
