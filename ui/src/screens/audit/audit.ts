// The ledger as read: which entries are shown, how a stored value is said, who signed what.
import type { AuditLine, ChangeLine, Role } from '$lib/api/index.ts';
import { date, maybe, moment, t } from '$lib/words/index.ts';

/** Fields whose value is a code of the ledger, and the family of words that says it. */
const CODES: Record<string, string> = {
  status: 'status-',
  outcome: 'dosing-outcome-',
  mode: 'mode-',
  sex: 'sex-',
  role: 'role-',
  action: 'action-',
};
/** Fields that name another record of the same subject. */
const RECORDS = ['visit', 'signs'];

export interface Kind {
  kind: string;
  text: string;
  count: number;
}

/** The kinds that are there, the most frequent first. */
export function kinds(lines: readonly AuditLine[]): Kind[] {
  const found = new Map<string, Kind>();
  for (const line of lines) {
    const known = found.get(line.kind);
    if (known) known.count += 1;
    else found.set(line.kind, { kind: line.kind, text: line.kind_text, count: 1 });
  }
  return [...found.values()].sort((a, b) => b.count - a.count);
}

/** A line is found by any of its words, and by a date as people write it or as the ledger keeps it. */
export function narrowed(lines: readonly AuditLine[], kind: string, search: string): AuditLine[] {
  const wanted = search.trim().toLocaleLowerCase();
  const said = (line: AuditLine) =>
    [
      line.recorded_at,
      moment(line.recorded_at),
      line.author,
      line.kind_text,
      line.what,
      line.reason,
      line.record,
      line.hash,
      ...line.changes.flatMap((one) => [one.label, one.before, one.after, value(line, one, one.after, [])]),
    ]
      .join('\n')
      .toLocaleLowerCase();
  return lines.filter((line) => (kind === '' || line.kind === kind) && (wanted === '' || said(line).includes(wanted)));
}

/** A value as people say it. Answers of forms arrive worded; facts of the ledger arrive as they are kept. */
export function value(line: AuditLine, change: ChangeLine, kept: string, all: readonly AuditLine[]): string {
  if (/^\d{4}-\d\d-\d\d$/.test(kept)) return date(kept);
  if (line.kind === 'assessment') return kept;
  if (kept === 'true' || kept === 'false') return t('audit-yes-no', { value: kept });
  if (change.field === 'meaning') return t('audit-meaning', { meaning: kept });
  if (RECORDS.includes(change.field)) return headline(kept, all);
  if (change.field === 'finding') return maybe(`rule-${kept.split(':')[0] ?? ''}-name`) ?? kept;
  const family = CODES[change.field];
  return (family && /^[a-z-]+$/.test(kept) && maybe(family + kept)) || kept;
}

function headline(record: string, all: readonly AuditLine[]): string {
  const found = all.find((line) => line.record === record);
  return found ? title(found) : record;
}

/** "Assessment: Liver", "Visit: M6"; facts without a name of their own say their kind alone. */
export function title(line: AuditLine): string {
  return line.what ? t('audit-title', { kind: line.kind_text, what: line.what }) : line.kind_text;
}

/** By entry: the signature line over it. A signature is of the version that was there when it was given. */
export function signatures(lines: readonly AuditLine[]): Map<string, AuditLine> {
  const signed = new Map<string, AuditLine>();
  lines.forEach((line, index) => {
    if (line.kind !== 'signature') return;
    const record = line.changes.find((one) => one.field === 'signs')?.after;
    const version = lines.slice(index + 1).find((one) => one.record === record);
    if (version) signed.set(version.entry, line);
  });
  return signed;
}

/** People and days of a ledger, for the sentence at the top. */
export function extent(lines: readonly AuditLine[]): { people: number; from: string; to: string } {
  const days = lines.map((line) => line.recorded_at).sort();
  return {
    people: new Set(lines.map((line) => line.author)).size,
    from: days[0]?.slice(0, 10) ?? '',
    to: days.at(-1)?.slice(0, 10) ?? '',
  };
}

/** Mirrors the table of roles in Rust, which decides. */
export function mayExport(role: Role): boolean {
  return role !== 'monitor';
}
