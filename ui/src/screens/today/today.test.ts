import { describe, expect, it } from 'vitest';
import type { Group, WorkAction, WorkRow } from '$lib/api/index.ts';
import { destination, foundAt, items, offered, parts, stepped, unfinished } from './today.ts';

function row(group: Group, code: string, action: WorkAction = 'open-visit', target: string | null = 'M6'): WorkRow {
  return {
    group,
    subject: `id-${code}`,
    code,
    key: 'visit:M6',
    what: '',
    because: '',
    earliest_on: '2025-02-01',
    due_on: '2025-03-01',
    latest_on: '2025-04-01',
    booked: '',
    standing: null,
    standing_text: '',
    clock_text: '',
    clock_by: '',
    clock_left: '',
    over: false,
    uncalled: '',
    others: 0,
    accounted: group,
    severity: null,
    action,
    target,
  };
}
const none = {
  up_to_date: 0,
  due: 0,
  overdue: 0,
  not_judged: 0,
  lost: 0,
  withdrawn: 0,
  transferred: 0,
  deceased: 0,
  completed: 0,
};

it('a kit leads to its own place', () =>
  expect(destination(row('kit', 'S-001', 'track-kit', 'visit:Y7'), 'monitor')).toEqual({
    screen: 'kits',
    params: { subject: 'id-S-001', key: 'visit:Y7' },
  }));

describe('the list', () => {
  const rows = [row('overdue', 'S-001'), row('overdue', 'S-002'), row('due', 'S-003')];
  const counts = [{ group: 'overdue' as const, count: 2 }];

  it('puts a heading before each group', () =>
    expect(items(rows, counts, true).map((item) => (item.is === 'head' ? item.group : item.row.code))).toEqual([
      'overdue',
      'S-001',
      'S-002',
      'due',
      'S-003',
    ]));
  it('has no headings when sorted by subject', () => expect(items(rows, counts, false)).toHaveLength(3));
  it('steps over headings and stops at the ends', () => {
    const drawn = items(rows, counts, true);
    expect(stepped(drawn, 2, 1)).toBe(4);
    expect(stepped(drawn, 4, 1)).toBe(4);
    expect(stepped(drawn, 1, -1)).toBe(1);
  });
});

describe('the accounted-for sentence', () => {
  it('adds up to everyone enrolled', () => {
    const tally = {
      ...none,
      enrolled: 60,
      up_to_date: 41,
      due: 9,
      overdue: 4,
      lost: 2,
      withdrawn: 1,
      transferred: 1,
      completed: 2,
    };
    expect(parts(tally).reduce((sum, part) => sum + part.count, 0)).toBe(60);
  });
  it('does not say that nobody is overdue while nothing is judged', () =>
    expect(parts({ ...none, enrolled: 2, not_judged: 2 }).map((part) => part.accounted)).toEqual(['not-judged']));
  it('says that nobody is overdue, and nothing of states that nobody is in', () =>
    expect(parts({ ...none, enrolled: 0 }).map((part) => part.accounted)).toEqual(['up-to-date', 'due', 'overdue']));
});

describe('what a line offers', () => {
  it('is the subject to those who only read, and signals to everyone', () => {
    const all: WorkAction[] = ['open-visit', 'record-attempt', 'enter-result', 'review-signal', 'report'];
    expect(all.map((action) => offered(action, true))).toEqual([
      'open-subject',
      'open-subject',
      'open-subject',
      'review-signal',
      'report',
    ]);
    expect(all.map((action) => offered(action, false))).toEqual(all);
  });
});

describe('a step of the contact ladder', () => {
  it('leads to the attempt by its channel, also for those who only read', () => {
    const line = row('due', 'S-001', 'record-attempt', 'letter');
    const to = { screen: 'subject', params: { subject: 'id-S-001', tab: 'contact', channel: 'letter' } };
    expect(destination(line, 'coordinator')).toEqual(to);
    expect(destination(line, 'monitor')).toEqual(to);
  });
});

describe('a form that is to be signed', () => {
  it('leads to the record of its signature', () => {
    const line = row('due', 'S-001', 'record-consent', 'consent:main:version:2.0');
    const params = { subject: 'id-S-001', tab: 'consent', asked: 'consent:main:version:2.0' };
    expect(destination(line, 'coordinator')).toEqual({ screen: 'subject', params });
  });
});

describe('what somebody decides', () => {
  it('leads to what was agreed to, or to the versions', () => {
    const consent = {
      screen: 'subject',
      params: { subject: 'id-S-001', tab: 'consent', asked: 'consent:decide:declined' },
    };
    const line = row('overdue', 'S-001', 'decide', 'consent:decide:declined');
    expect(destination(line, 'coordinator')).toEqual(consent);
    const version = { ...line, key: 'version:p@2', target: 'version:p@2' };
    expect(destination(version, 'coordinator')).toEqual({
      screen: 'subject',
      params: { subject: 'id-S-001', tab: 'course' },
    });
  });
});

describe('a number of the sentence', () => {
  const everyone = {
    enrolled: 8,
    up_to_date: 1,
    due: 1,
    overdue: 1,
    not_judged: 0,
    lost: 1,
    withdrawn: 1,
    transferred: 1,
  };
  const all = parts({ ...everyone, deceased: 1, completed: 1 }).map((part) => part.accounted);
  it('narrows the list to those who have lines in it', () =>
    expect(all.filter((accounted) => foundAt(accounted) === null)).toEqual(['up-to-date', 'due', 'overdue']));
  it('opens the others among the subjects, in their state', () =>
    expect(foundAt('lost')).toEqual({ screen: 'subjects', params: { state: 'lost' } }));
});

describe('Enter on a row', () => {
  it('opens the visit', () =>
    expect(destination(row('due', 'S-1'), 'coordinator')).toEqual({
      screen: 'visit',
      params: { subject: 'id-S-1', code: 'M6' },
    }));
  it('opens the call as a telephone contact', () =>
    expect(destination(row('overdue', 'S-1', 'record-call'), 'investigator').params).toMatchObject({ mode: 'phone' }));
  it('opens the awaited result', () =>
    expect(destination(row('awaited', 'S-1', 'enter-result', 'rec'), 'coordinator').params).toMatchObject({
      record: 'rec',
    }));
  it('shows a monitor the subject instead of a form', () =>
    expect(destination(row('due', 'S-1'), 'monitor').screen).toBe('subject'));
  it('opens the finding', () =>
    expect(destination(row('signal', 'S-1', 'review-signal'), 'monitor').screen).toBe('signals'));
});

describe('what was left unfinished', () => {
  const way = (key: string, subject: string | null = 's') => {
    const found = unfinished({ key, subject, subject_code: 'S-1', kept_at: '' });
    return found && [found.screen, found.params];
  };
  it('is found again where it was typed', () => {
    expect(way('visit:s')).toEqual(['visit', { subject: 's' }]);
    expect(way('correct:r')).toEqual(['visit', { subject: 's', record: 'r' }]);
    expect(way('life:s')).toEqual(['subject', { subject: 's' }]);
    expect(way('guardian:s')).toEqual(['subject', { subject: 's', tab: 'consent' }]);
    expect(way('course:s')).toEqual(['subject', { subject: 's', tab: 'course' }]);
    expect(way('finding:s:hys-law:r1:r2')).toEqual(['signals', { subject: 's', key: 'hys-law:r1:r2' }]);
    expect(way('enrol', null)).toEqual(['enrol', {}]);
  });
  it('leads nowhere when it is not known here', () => expect(way('later:s')).toBeNull());
});
