// What may be done about one line of what is owed.
import type { VisitLine } from '$lib/api/index.ts';
import type { Params } from '../../place.svelte.ts';

/** Whether a person may say of it that it will not take place: a report and a result are owed in any case. */
export function canBeMissed(line: VisitLine | null): boolean {
  const may = line !== null && (line.code !== '' || line.key.startsWith('test:'));
  return may && ['open', 'due-soon', 'overdue'].includes(line.standing.is);
}

/** Where one goes to deal with it, or to read what became of it; null when its day has not come. */
export function destination(
  subject: string,
  line: VisitLine,
  enters: boolean,
): { screen: string; params: Params } | null {
  if (line.standing.is === 'done' && line.record)
    return { screen: 'subject', params: { subject, record: line.record } };
  const [kind = '', target = '', ...finding] = line.key.split(':');
  if (kind === 'report') return { screen: 'signals', params: { subject, key: finding.join(':') || target } };
  if (!enters || !['open', 'due-soon', 'overdue', 'missed'].includes(line.standing.is)) return null;
  if (kind === 'result') return { screen: 'visit', params: { subject, record: line.record ?? target } };
  return { screen: 'visit', params: { subject, code: line.code } };
}
