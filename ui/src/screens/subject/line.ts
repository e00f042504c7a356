// What may be done about one line of what is owed.
import type { VisitLine } from '$lib/api/index.ts';
import type { Params } from '../../place.svelte.ts';

/** Before the keys of what somebody decides. */
const DECIDE = 'consent:decide:';

/** Asked for on the day that is shown. */
export function isOpen(line: VisitLine): boolean {
  return ['open', 'due-soon', 'waits', 'overdue'].includes(line.standing.is);
}

/** Whether a person may say of it that it will not take place: a report and a result are owed in any case. */
export function canBeMissed(line: VisitLine | null): boolean {
  const may = line !== null && (line.code !== '' || line.key.startsWith('test:'));
  return may && isOpen(line);
}

/** Where one goes to deal with it, or to read what became of it; null when its day has not come. */
export function destination(
  subject: string,
  line: VisitLine,
  enters: boolean,
): { screen: string; params: Params } | null {
  const [kind = '', target = '', ...finding] = line.key.split(':');
  if (kind === 'consent') return consent(subject, line, enters);
  if (kind === 'version') return { screen: 'subject', params: { subject, tab: 'course' } };
  if (line.standing.is === 'done' && line.record)
    return { screen: 'subject', params: { subject, record: line.record } };
  if (kind === 'report') return { screen: 'signals', params: { subject, key: finding.join(':') || target } };
  if (!enters || !['open', 'due-soon', 'overdue', 'missed'].includes(line.standing.is)) return null;
  if (kind === 'result') return { screen: 'visit', params: { subject, record: line.record ?? target } };
  return { screen: 'visit', params: { subject, code: line.code } };
}

/** What is to be signed, or was, stands with everything that was agreed to. */
function consent(subject: string, line: VisitLine, enters: boolean): { screen: string; params: Params } | null {
  const place = { subject, tab: 'consent' };
  if (line.standing.is === 'done') return { screen: 'subject', params: place };
  return enters && isOpen(line) ? { screen: 'subject', params: { ...place, asked: line.key } } : null;
}

/** Read on the page that is shown already. */
export function isHere(to: { screen: string; params: Params }): boolean {
  return to.screen === 'subject' && !to.params.tab;
}

/** Key of the words of the button that leads there. */
export function actionWord(to: { screen: string; params: Params }): string {
  if (to.params.asked?.startsWith(DECIDE)) return 'today-action-decide';
  if (to.params.tab === 'course') return 'today-action-decide';
  if (to.params.asked) return 'today-action-record-consent';
  if (to.screen === 'subject') return 'subject-open-record';
  return to.screen === 'signals' ? 'today-action-review-signal' : 'today-action-open-visit';
}
