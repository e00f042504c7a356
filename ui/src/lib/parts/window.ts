// Geometry of a window bar: days to parts of the width.
const DAY = 86_400_000;

function dayNumber(iso: string): number {
  return Math.round(Date.parse(`${iso}T00:00:00Z`) / DAY);
}

export interface Bar {
  /** All in percent of the width. */
  from: number;
  to: number;
  due: number;
  today: number;
  /** Today lies outside the drawn span; the mark stands at the edge. */
  beyond: 'before' | 'after' | null;
}

/** The window fills the middle; as much again on each side shows how near today is. */
export function bar(earliest: string, due: string, latest: string, today: string): Bar {
  const [first, target, last, now] = [earliest, due, latest, today].map(dayNumber) as [number, number, number, number];
  const length = last - first;
  const margin = Math.max(length * 0.6, 14);
  const start = first - margin;
  const span = length + 2 * margin;
  const at = (day: number) => Math.min(100, Math.max(0, ((day - start) / span) * 100));
  const beyond = now < start ? 'before' : now > start + span ? 'after' : null;
  return { from: at(first), to: at(last), due: at(target), today: at(now), beyond };
}
