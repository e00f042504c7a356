import type { Standing } from '$lib/api/index.ts';
import { date, t } from '$lib/words/index.ts';

/** The days of something owed: its window, or since when it waits for a decision, which has no last day. */
export function daysOf(owed: { standing: Standing | null; earliest_on: string; latest_on: string }): string {
  if (owed.standing?.is === 'waits') return t('today-since', { on: date(owed.earliest_on) });
  return t('today-window', { earliest: date(owed.earliest_on), latest: date(owed.latest_on) });
}
