import { describe, expect, it } from 'vitest';
import type { Standing, VisitLine } from '$lib/api/index.ts';
import { actionWord, canBeMissed, destination, isHere } from './line.ts';

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
  it('from a form to be signed to the record of its signature, and from a signed one to what was agreed to', () => {
    const key = 'consent:main:majority';
    expect(destination('s', line(key, 'overdue'), true)?.params).toEqual({ subject: 's', tab: 'consent', asked: key });
    expect(destination('s', line(key, 'done'), false)?.params).toEqual({ subject: 's', tab: 'consent' });
    expect(destination('s', line(key, 'overdue'), false)).toBeNull();
    expect(canBeMissed(line(key, 'overdue'))).toBe(false);
  });
  it('by a button that says so', () => {
    const nowhere = { screen: '', params: {} };
    const to = (key: string, is: string) => destination('s', line(key, is, { record: 'r' }), true) ?? nowhere;
    expect(actionWord(to('consent:main:majority', 'open'))).toBe('today-action-record-consent');
    expect(to('version:p@2', 'overdue')).toEqual({ screen: 'subject', params: { subject: 's', tab: 'course' } });
    expect(to('consent:decide:declined', 'waits').params).toEqual({
      subject: 's',
      tab: 'consent',
      asked: 'consent:decide:declined',
    });
    expect(actionWord(to('version:p@2', 'overdue'))).toBe('today-action-decide');
    expect(actionWord(to('consent:decide:samples:w', 'overdue'))).toBe('today-action-decide');
    expect(actionWord(to('consent:main:majority', 'done'))).toBe('subject-open-record');
    expect(actionWord(to('visit:M6', 'open'))).toBe('today-action-open-visit');
    expect(actionWord(to('report:sponsor:k', 'open'))).toBe('today-action-review-signal');
    expect(isHere(to('visit:M6', 'done'))).toBe(true);
    expect(isHere(to('consent:main:majority', 'done'))).toBe(false);
  });
  it('nowhere before its day, and a reader records nothing', () => {
    expect(destination('s', line('visit:M6', 'not-yet-open'), true)).toBeNull();
    expect(destination('s', line('visit:M6', 'overdue'), false)).toBeNull();
  });
});
