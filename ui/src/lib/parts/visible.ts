// Which items of a long list lie in view, for rows of known heights.

/** Offsets of each item's top, and the whole height last. */
export function offsets<T>(items: readonly T[], heightOf: (item: T) => number): number[] {
  const tops = [0];
  let top = 0;
  for (const item of items) {
    top += heightOf(item);
    tops.push(top);
  }
  return tops;
}

/** First and one-past-last index to draw, with a few rows spare on both sides. */
export function visible(
  tops: readonly number[],
  scrolled: number,
  height: number,
  spare = 4,
): { from: number; to: number } {
  const count = tops.length - 1;
  const first = lastAtOrAbove(tops, scrolled);
  let end = first;
  while (end < count && (tops[end] ?? 0) < scrolled + height) end += 1;
  return { from: Math.max(0, first - spare), to: Math.min(count, end + spare) };
}

function lastAtOrAbove(tops: readonly number[], y: number): number {
  let low = 0;
  let high = tops.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((tops[middle] ?? 0) <= y) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, Math.min(low, tops.length - 2));
}
