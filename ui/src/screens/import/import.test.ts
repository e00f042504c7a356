import { expect, test } from 'vitest';
import type { MappingForm, SampleFound } from '$lib/api/index.ts';
import { chosen, lacking, placed, placeIs, redated } from './import.ts';

const bare: MappingForm = {
  sheet: '',
  delimiter: ',',
  heading_row: 1,
  chromosome: '',
  position: '',
  strand: '',
  site: '',
  named_rows: false,
  gene: '',
  wide: false,
  abundance: 'count',
  sample: [],
  cell_type: '',
  time_point: '',
  columns: [],
  measure: '',
  build: '',
  build_column: '',
  repair_genes: false,
  sum_repeats: false,
  count_multihits: false,
};

function sample(name: string, time_point: string, collected_on: string, subject_code = 'S-001'): SampleFound {
  return {
    name,
    subject_code,
    cell_type: 'T',
    time_point,
    clones: 1,
    total: '1',
    top_share: '1 %',
    specimen: 't-cells',
    collected_on,
    because: '',
  };
}

test('what was counted is always asked, the genome only where there are places', () => {
  expect(lacking(bare)).toEqual(['measure']);
  expect(lacking({ ...bare, site: 'posid' })).toEqual(['measure', 'build']);
  expect(lacking({ ...bare, site: 'posid', measure: 'reads', build_column: 'refGenome' })).toEqual([]);
  expect(lacking({ ...bare, wide: true, abundance: '', measure: 'reads' })).toEqual(['columns']);
});

test('rows with names are places in a column without a heading', () => {
  const named = placed(bare, 'site', ['', 'm13_T']);
  expect([placeIs(named), named.named_rows]).toEqual(['site', true]);
  expect(placeIs(placed(named, 'none', ['', 'm13_T']))).toBe('none');
  expect(placed(named, 'columns', ['chr', 'pos']).position).toBe('pos');
});

test('a corrected day is that of every sample taken with it, and of no other', () => {
  const found = [
    sample('a', 'm13', '2020-01-01'),
    sample('b', 'm13', '2020-01-01'),
    sample('c', 'm36', '2021-12-01'),
    sample('d', 'm13', '2020-01-01', 'S-002'),
    sample('e', '', '2020-01-01'),
  ];
  const days = redated(found.map(chosen), found, 0, '2020-01-09').map((one) => one.collected_on);
  expect(days).toEqual(['2020-01-09', '2020-01-09', '2021-12-01', '2020-01-01', '2020-01-01']);
  const alone = redated(found.map(chosen), found, 4, '2020-02-02').map((one) => one.collected_on);
  expect(alone).toEqual(['2020-01-01', '2020-01-01', '2021-12-01', '2020-01-01', '2020-02-02']);
});
