/** Days of the made-up archive: the first, and how many follow it. */
const FIRST = Date.UTC(2022, 6, 1);
export const DAYS = 1461;

const known = new Map<number, string>();

/** ISO text of a day of the archive; the first is 0, days before it are negative. One text for each day. */
export function dayAt(index: number): string {
  const before = known.get(index);
  if (before !== undefined) return before;
  const day = new Date(FIRST + index * 86_400_000).toISOString().slice(0, 10);
  known.set(index, day);
  return day;
}
