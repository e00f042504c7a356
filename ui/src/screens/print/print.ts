// The family's paper: what may be chosen, and what will stand on it, in words.
import type { PaperSize, PrintAsked, SubjectPage, VisitLine } from '$lib/api/index.ts';

export const PAPERS: PaperSize[] = ['a4', 'letter'];
/** The centile charts, in the order in which the subject's page offers them. */
export const INDICES = [
  { index: 'weight-for-age', label: 'index-weight' },
  { index: 'height-for-age', label: 'index-height' },
  { index: 'bmi-for-age', label: 'index-bmi' },
  { index: 'head-for-age', label: 'index-head' },
  { index: 'weight-for-height', label: 'index-weight-for-height' },
];
/** Visits that are printed large; the others follow in a table. */
const LARGE = 3;
const COMING = ['not-yet-open', 'open', 'due-soon', 'not-judged'];

export function blank(subject: string, paper: PaperSize): PrintAsked {
  return { subject, paper, language: '', show_product: false, folder: '' };
}

export interface Preview {
  large: VisitLine[];
  rest: number;
  until: string | null;
  /** Whose windows have passed: the sheet names them and asks for a call. */
  late: VisitLine[];
}

/** The visits that nobody has done, missed or been freed from: the same that the sheet prints. */
export function preview(page: SubjectPage): Preview {
  const visits = page.visits.filter((visit) => visit.code !== '');
  const coming = visits.filter((visit) => COMING.includes(visit.standing.is));
  return {
    large: coming.slice(0, LARGE),
    rest: Math.max(0, coming.length - LARGE),
    until: coming.at(-1)?.latest_on ?? null,
    late: visits.filter((visit) => visit.standing.is === 'overdue'),
  };
}
