// Dates in words: never ambiguous, the same sentences as on paper (dates.ftl).
import { language, maybe, number, t } from './words.svelte.ts';

const MS_PER_DAY = 86_400_000;

function utc(iso: string): Date {
  return new Date(`${iso.slice(0, 10)}T00:00:00Z`);
}

/** "3 Mar 2025", "2025年3月3日". */
export function date(iso: string | null | undefined): string {
  return spelled(iso, 'date-short');
}

/** "Monday 3 March 2025", "2025年3月3日（星期一）". */
export function dateLong(iso: string | null | undefined): string {
  return spelled(iso, 'date-long');
}

function spelled(iso: string | null | undefined, key: string): string {
  if (!iso) return '';
  const day = utc(iso);
  if (Number.isNaN(day.getTime())) return iso;
  const month = day.getUTCMonth() + 1;
  const weekday = day.getUTCDay() === 0 ? 7 : day.getUTCDay();
  const said = maybe(key, {
    year: String(day.getUTCFullYear()),
    month: maybe(`month-${month}`) ?? '',
    'month-short': maybe(`month-short-${month}`) ?? '',
    'month-number': String(month),
    day: String(day.getUTCDate()),
    weekday: maybe(`weekday-${weekday}`) ?? '',
    'weekday-short': maybe(`weekday-short-${weekday}`) ?? '',
  });
  return said ?? plain(day, key === 'date-long');
}

function plain(day: Date, long: boolean): string {
  const locale = language() === 'en' ? 'en-GB' : language();
  const style = long
    ? ({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const)
    : ({ day: 'numeric', month: 'short', year: 'numeric' } as const);
  return new Intl.DateTimeFormat(locale, { ...style, timeZone: 'UTC' }).format(day).replace(',', '');
}

/** The clock time of an instant with its offset as recorded: "09:41:07". */
export function clock(instant: string | null | undefined): string {
  return instant?.match(/T(\d\d:\d\d:\d\d)/)?.[1] ?? '';
}

/** Day and clock time of an instant as recorded. */
export function moment(instant: string | null | undefined): string {
  return instant ? `${date(instant.slice(0, 10))} ${clock(instant)}` : '';
}

/** Whole days from one civil date to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((utc(to).getTime() - utc(from).getTime()) / MS_PER_DAY);
}

/** "12 s", "3 min": how long ago, for things that happened while the window is open. */
export function ago(seconds: number): string {
  const unit = seconds < 60 ? 'second' : 'minute';
  return t('shell-ago', { count: number(Math.floor(seconds / (unit === 'minute' ? 60 : 1))), unit });
}
