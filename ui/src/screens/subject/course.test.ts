import { describe, expect, it } from 'vitest';
import type { CoursePage } from '$lib/api/index.ts';
import { enrolment, needsReason, readChange, shapeOf } from './course.ts';

const page = {
  sex: 'female',
  born_on: '2021-02-11',
  gestation_weeks: null,
  consented_on: null,
  enrolled_on: '2024-08-31',
  language: 'zh-Hans',
} as CoursePage;

describe('a change of what a schedule is made from', () => {
  it('begins with what is known', () => {
    expect(enrolment(page)).toMatchObject({ born_on: '2021-02-11', gestation_weeks: '', consented_on: '' });
    expect(enrolment({ ...page, gestation_weeks: 31 })).toMatchObject({ gestation_weeks: '31' });
  });
  it('wants a reason for every correction, and none for what is new', () => {
    expect(needsReason(enrolment(page))).toBe(true);
    expect(needsReason({ is: 'amendment', protocol: 'p@2', moves_on: '', reconsented_on: '' })).toBe(true);
    const track = { is: 'track', protocol: 'r@1', from_on: '', until_on: '', clinic: '' } as const;
    expect(needsReason({ ...track, record: null })).toBe(false);
    expect(needsReason({ ...track, record: 'r' })).toBe(true);
  });
  it('is taken up from its draft, and opens nothing when that cannot be read', () => {
    const change = enrolment(page);
    expect(readChange(JSON.stringify({ change, because: 'typed wrong' }))).toEqual({ change, because: 'typed wrong' });
    expect(readChange('{"because":"x"}')).toBeNull();
    expect(readChange('{')).toBeNull();
  });
  it('is shown by shape as well as by word', () => {
    expect(shapeOf('moved')).not.toBe(shapeOf('changed'));
  });
});
