// How long until the desk locks itself.
const MS_PER_MINUTE = 60_000;

/** Whole minutes left, rounded up; null when the desk does not lock by itself. */
export function remaining(lastTouch: number, now: number, minutes: number): { minutes: number; over: boolean } | null {
  if (minutes <= 0) return null;
  // The clock on the screen ticks more slowly than people type: a touch may be newer than `now`.
  const left = minutes * MS_PER_MINUTE - Math.max(0, now - lastTouch);
  return { minutes: Math.max(0, Math.ceil(left / MS_PER_MINUTE)), over: left <= 0 };
}
