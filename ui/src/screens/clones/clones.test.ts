import { expect, test } from 'vitest';
import type { CloneGroup, CloneLine } from '$lib/api/index.ts';
import { answerLook, nameOf, sharesOf } from './clones.ts';

function line(name: string, site: string, watched = ''): CloneLine {
  return {
    name,
    site,
    nearest: '',
    watched,
    lineages: [],
    first_on: '2020-01-01',
    last_on: '2020-01-01',
    top_share: '1',
    shares: [],
  };
}

const group: CloneGroup = {
  build: 'hg38',
  measure: 'reads',
  measure_text: 'reads',
  answers: [],
  silences: [],
  samples: [],
  plots: [],
  clones: [line('LMO2', 'chr11:1:+', 'inside LMO2'), line('ZNF', 'chr1:1:+'), line('ZNF', 'chr2:9:-')],
  clone_count: 3,
  shared: [],
};

test('two clones at one gene are told apart by their places', () => {
  expect([0, 1, 2].map((clone) => nameOf(group, clone))).toEqual(['LMO2', 'ZNF chr1:1:+', 'ZNF chr2:9:-']);
});

test('a day below the floor is drawn and says so, a watched clone is marked', () => {
  const plot = {
    cell_type: 'T',
    days: ['2020-01-01', '2021-01-01'],
    totals: ['40', '400'],
    silent: [true, false],
    parts: [{ clone: 0, shares: [0.5, 0.2] }],
  };
  const drawn = sharesOf(group, plot, { title: 'T', rest: 'others', day: (day) => day, silent: '(few)' });
  expect(drawn.times.map((time) => time.name)).toEqual(['2020-01-01 (few)', '2021-01-01']);
  expect(drawn.parts[0]).toMatchObject({ key: 'chr11:1:+', watched: true, shares: [0.5, 0.2] });
});

test('a silence is no good news', () => {
  expect(answerLook('silent', 'above')).toBe('quiet');
  expect(answerLook('no', 'above')).toBe('fine');
  expect(answerLook('yes', 'near')).toBe('signal');
});
