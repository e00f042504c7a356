// Days told in words above a drawing: each flag in the first row where it has room, turned inwards at the edge.
import type { Chart } from '$lib/api/index.ts';
import { textWide } from './marks.ts';
import { inside, type Span } from './scale.ts';

type Event = Chart['events'][number];
export interface Flag {
  event: Event;
  /** Of the day. */
  x: number;
  /** Of the text, and which side of it lies at the day. */
  anchor: 'start' | 'end';
  row: number;
}
const GAP = 10;
/** Between the day and its words stands the mark. */
export const ASIDE = 11;

export function flags(events: Event[], span: Span, x: (day: string) => number, right: number): Flag[] {
  const rows: [from: number, to: number][][] = [];
  const sorted = events.filter((event) => inside(span, event.on)).sort((a, b) => a.on.localeCompare(b.on));
  return sorted.map((event) => {
    const at = x(event.on);
    const long = textWide(event.text) + ASIDE;
    const anchor = at + long > right ? 'end' : 'start';
    const [from, to] = anchor === 'start' ? [at, at + long + GAP] : [at - long - GAP, at];
    const free = rows.findIndex((row) => row.every(([a, b]) => to < a || from > b));
    const row = free < 0 ? rows.length : free;
    (rows[row] ??= []).push([from, to]);
    return { event, x: at, anchor, row };
  });
}

export function rowsOf(all: Flag[]): number {
  return Math.max(0, ...all.map((flag) => flag.row + 1));
}
