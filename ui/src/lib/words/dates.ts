// Dates in words: never ambiguous, the same sentences as on paper (dates.ftl).
import { number, t } from './words.svelte.ts';

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

/** `2024`, `2024-05` or a day, with `~` for an estimate; null for anything else. */
export function datePartial(text: string): string | null {
  const found = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(~?)$/.exec(text.trim());
  const [, year = '', month, day, estimated] = found ?? [];
  if (!found || Number(month ?? 1) < 1 || Number(month ?? 1) > 12) return null;
  const said = day
    ? date(`${year}-${month ?? ''}-${day}`)
    : month
      ? t('date-month', { year, ...named(Number(month)) })
      : t('date-year', { year });
  return estimated ? t('date-estimated', { date: said }) : said;
}

function named(month: number): Record<string, string> {
  return { month: t(`month-${month}`), 'month-short': t(`month-short-${month}`), 'month-number': String(month) };
}

function spelled(iso: string | null | undefined, key: string): string {
  if (!iso) return '';
  const day = utc(iso);
  if (Number.isNaN(day.getTime())) return iso;
  const weekday = day.getUTCDay() === 0 ? 7 : day.getUTCDay();
  return t(key, {
    year: String(day.getUTCFullYear()),
    day: String(day.getUTCDate()),
    ...named(day.getUTCMonth() + 1),
    weekday: t(`weekday-${weekday}`),
    'weekday-short': t(`weekday-short-${weekday}`),
  });
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
