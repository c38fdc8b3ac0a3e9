/** Days of the made-up archive: the first, and how many follow it. */
const FIRST = Date.UTC(2022, 6, 1);
export const DAYS = 1461;

/** ISO text of a day of the archive; the first is 0, days before it are negative. */
export function dayAt(index: number): string {
  return new Date(FIRST + index * 86_400_000).toISOString().slice(0, 10);
}
