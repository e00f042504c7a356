// Rows pasted from a spreadsheet or a laboratory's CSV into a table field.
import type { Entered, FieldSpec } from '$lib/api/index.ts';
import { blankEntered } from './entered.ts';

export interface Pasted {
  rows: Record<string, Entered>[];
  /** Headings that match no column; their cells were not taken. */
  unknown: string[];
}

/** Splits tab- or comma- or semicolon-separated text; quoted cells may hold separators, quotes and line ends. */
export function cells(text: string): string[][] {
  const separator = text.includes('\t') ? '\t' : firstLine(text).includes(';') ? ';' : ',';
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const sign = text.charAt(i);
    if (quoted && sign === '"' && text.charAt(i + 1) === '"') {
      cell += '"';
      i += 1;
    } else if (sign === '"' && (quoted || cell === '')) quoted = !quoted;
    else if (!quoted && sign === separator) {
      rows.at(-1)?.push(cell.trim());
      cell = '';
    } else if (!quoted && sign === '\n') {
      rows.at(-1)?.push(cell.trim());
      cell = '';
      rows.push([]);
    } else if (sign !== '\r' || quoted) cell += sign;
  }
  rows.at(-1)?.push(cell.trim());
  return rows.filter((row) => row.some((one) => one !== ''));
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}

/** Rows for the columns. A first line that names columns (key or label) orders them; else they stand as on screen. */
export function pasted(text: string, columns: readonly FieldSpec[], labelOf: (key: string) => string): Pasted {
  const lines = cells(text);
  const known = (head: string) => {
    const wanted = plain(head);
    return columns.find((column) => plain(column.key) === wanted || plain(labelOf(column.key)) === wanted);
  };
  const heads = lines[0]?.map(known) ?? [];
  const named = heads.filter(Boolean).length >= 2;
  const order = named ? heads : columns;
  const unknown = named ? (lines[0] ?? []).filter((_, i) => !heads[i]) : [];
  const rows = lines.slice(named ? 1 : 0).map((line) => {
    const row: Record<string, Entered> = {};
    for (const column of columns) row[column.key] = blankEntered();
    line.forEach((cell, i) => {
      const column = order[i];
      if (column) row[column.key] = blankEntered(cell);
    });
    return row;
  });
  return { rows, unknown };
}

function plain(head: string): string {
  return head
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_()[\]%-]+/g, '');
}

/** What was pasted is a table, not a word typed into one cell. */
export function isTable(text: string): boolean {
  return /[\t\n]/.test(text.trim());
}
