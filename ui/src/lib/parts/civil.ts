// Reads a date as people type it. What can be read two ways is not guessed: it is asked for again.
export type Read = { iso: string } | { fault: 'empty' | 'unreadable' | 'ambiguous' | 'impossible' };

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** ISO, `2025/3/3`, `2025年3月3日`, `20250303`, `3 Mar 2025`, `Mar 3 2025`, `31.12.2025`; "3/4/2025" is ambiguous. */
export function readDate(typed: string): Read {
  const text = typed.trim().normalize('NFKC').toLowerCase();
  if (text === '') return { fault: 'empty' };
  const yearFirst =
    /^(\d{4})(?:[-/.年\s]\s*)(\d{1,2})(?:[-/.月\s]\s*)(\d{1,2})日?$/.exec(text) ?? /^(\d{4})(\d\d)(\d\d)$/.exec(text);
  if (yearFirst) return day(yearFirst[1], yearFirst[2], yearFirst[3]);
  const dayNamed = /^(\d{1,2})[.\s-]*([a-z]{3,9})[.,\s-]*(\d{4})$/.exec(text);
  if (dayNamed) return named(dayNamed[3], dayNamed[2], dayNamed[1]);
  const monthNamed = /^([a-z]{3,9})[.\s-]*(\d{1,2})[.,\s-]*(\d{4})$/.exec(text);
  if (monthNamed) return named(monthNamed[3], monthNamed[1], monthNamed[2]);
  const yearLast = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text);
  if (yearLast) return eitherWay(Number(yearLast[1]), Number(yearLast[2]), yearLast[3], text.includes('.'));
  return { fault: 'unreadable' };
}

function eitherWay(first: number, second: number, year: string | undefined, dotted: boolean): Read {
  // Dots are written day first everywhere they are used; slashes and hyphens are not.
  if (dotted || first > 12 || first === second) return day(year, String(second), String(first));
  if (second > 12) return day(year, String(first), String(second));
  return { fault: 'ambiguous' };
}

function named(year: string | undefined, name: string | undefined, dayOfMonth: string | undefined): Read {
  const month = MONTHS.indexOf(name?.slice(0, 3) ?? '') + 1;
  return month === 0 ? { fault: 'unreadable' } : day(year, String(month), dayOfMonth);
}

function day(year = '', month = '', dayOfMonth = ''): Read {
  const [y, m, d] = [Number(year), Number(month), Number(dayOfMonth)];
  const made = new Date(Date.UTC(y, m - 1, d));
  const real = made.getUTCFullYear() === y && made.getUTCMonth() === m - 1 && made.getUTCDate() === d;
  return real ? { iso: made.toISOString().slice(0, 10) } : { fault: 'impossible' };
}

/** The day `days` after an ISO date, for the arrow keys of a date field. */
export function shifted(iso: string, days: number): string {
  const made = new Date(`${iso}T00:00:00Z`);
  made.setUTCDate(made.getUTCDate() + days);
  return made.toISOString().slice(0, 10);
}
