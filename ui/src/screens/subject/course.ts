// What a person changes about the schedule's foundations: the form of each change, blank or as it stands.
import type { ContactLine, CourseChange, CoursePage, DosingLine, MovedKind } from '$lib/api/index.ts';
import type { Look } from '$lib/parts/index.ts';

/** Nothing typed yet, or what is known of the thing that is to be corrected. */
export function enrolment(page: CoursePage): CourseChange {
  return {
    is: 'enrolment',
    sex: page.sex,
    born_on: page.born_on,
    gestation_weeks: page.gestation_weeks === null ? '' : String(page.gestation_weeks),
    consented_on: page.consented_on ?? '',
    enrolled_on: page.enrolled_on,
    language: page.language,
  };
}

/** A contact as it stands; what is to be corrected of it is typed over. */
export function contact({ record, codes, on, mode, note }: ContactLine): CourseChange {
  return { is: 'visit', record, codes: [...codes], on, mode, note, forms_too: true };
}

export function dosing({ record, on, outcome, batch, note }: DosingLine): CourseChange {
  return { is: 'dosing', record, on, outcome, batch, note };
}

/** Saved without a reason only where something new is told. */
export function needsReason(change: CourseChange): boolean {
  return !(['event', 'track', 'consent'].includes(change.is) && 'record' in change && change.record === null);
}

/** A shape beside the word, so that colour is never alone. */
export function shapeOf(kind: MovedKind): Look {
  return ({ added: 'due', gone: 'quiet', moved: 'due', changed: 'quiet' } as const)[kind];
}

/** A draft that cannot be read opens no dialogue. */
export function readChange(json: string): { change: CourseChange; because: string } | null {
  try {
    const read = JSON.parse(json) as { change?: CourseChange; because?: string } | null;
    return read?.change?.is ? { change: read.change, because: read.because ?? '' } : null;
  } catch {
    return null;
  }
}
