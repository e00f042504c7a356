// Reading a laboratory's table in: which step is open, what a mapping still lacks, and days that belong together.
import type { MappingForm, SampleChosen, SampleFound, TableRead, TableSeen } from '$lib/api/index.ts';

export const MEASURES = ['sonic-abundance', 'fragments', 'reads'] as const;
export const BUILDS = ['hg38', 'hg19'] as const;
export type PlaceIs = 'columns' | 'site' | 'none';

/** How the table says where a site is. */
export function placeIs(mapping: MappingForm): PlaceIs {
  if (mapping.chromosome !== '' || mapping.position !== '') return 'columns';
  return mapping.site !== '' || mapping.named_rows ? 'site' : 'none';
}

/** The mapping with another way to say where: what the other way needs is proposed from the headings. */
export function placed(mapping: MappingForm, is: PlaceIs, headings: string[]): MappingForm {
  const none = { ...mapping, chromosome: '', position: '', strand: '', site: '', named_rows: false };
  const first = headings[0] ?? '';
  if (is === 'columns') return { ...none, chromosome: first, position: headings[1] ?? first };
  return is === 'site' ? { ...none, site: first, named_rows: first === '' } : none;
}

/** Fields without which the table cannot be read, in the order of the page. */
export function lacking(mapping: MappingForm): string[] {
  const lacks: string[] = [];
  if (!mapping.wide && mapping.abundance === '') lacks.push('abundance');
  if (mapping.wide && mapping.columns.length === 0) lacks.push('columns');
  if (mapping.measure === '') lacks.push('measure');
  if (mapping.build === '' && mapping.build_column === '' && placeIs(mapping) !== 'none') lacks.push('build');
  return lacks;
}

export function chosen(sample: SampleFound): SampleChosen {
  return {
    name: sample.name,
    skip: false,
    subject_code: sample.subject_code,
    specimen: sample.specimen,
    cell_type: sample.cell_type,
    collected_on: sample.collected_on,
    vcn: '',
    vector_positive: '',
    comment: '',
  };
}

/** A day corrected for one sample holds for those of the same person and time point that had the same day. */
export function redated(samples: SampleChosen[], found: SampleFound[], at: number, day: string): SampleChosen[] {
  const [one, what] = [samples[at], found[at]];
  if (!one || !what) return samples;
  return samples.map((other, i) => {
    const same =
      i === at ||
      (found[i]?.time_point === what.time_point &&
        what.time_point !== '' &&
        other.subject_code === one.subject_code &&
        other.collected_on === one.collected_on);
    return same ? { ...other, collected_on: day } : other;
  });
}

/** The steps that are done are closed; each can be opened again. */
export function step(seen: TableSeen | null, read: TableRead | null): 'file' | 'columns' | 'samples' {
  if (!seen) return 'file';
  return read && read.problems_total === 0 ? 'samples' : 'columns';
}
