import { formatDay } from "./words.ts";

/** Last day of the month of an ISO day. */
function endOfMonth(day: string): string {
  const [year, month] = day.split("-").map(Number);
  return new Date(Date.UTC(year ?? 0, month ?? 1, 0)).toISOString().slice(0, 10);
}

const monthOf = (day: string): string => formatDay(day).split(" ")[1] ?? "";
const yearOf = (day: string): string => day.slice(0, 4);

/**
 * A stretch of days for readers, as short as it is exact.
 *
 * @returns "not dated" where neither end is known.
 * @example formatDays("2024-06-01", "2024-08-31") // => "June to August 2024"
 * @example formatDays("2023-09-06", "2023-09-07") // => "6 to 7 September 2023"
 * @example formatDays("2023-01-01", "2023-12-31") // => "2023"
 */
export function formatDays(first: string | null, last: string | null): string {
  if (first === null || last === null) {
    const only = first ?? last;
    if (only === null) return "not dated";
    return `${first === null ? "until" : "since"} ${formatDay(only)}`;
  }
  if (first === last) return formatDay(first);
  const [from, to] = [yearOf(first), yearOf(last)];
  if (!first.endsWith("-01") || last !== endOfMonth(last)) {
    const shared = from !== to ? 3 : monthOf(first) === monthOf(last) ? 1 : 2;
    return `${formatDay(first).split(" ").slice(0, shared).join(" ")} to ${formatDay(last)}`;
  }
  if (first.endsWith("-01-01") && last.endsWith("-12-31"))
    return from === to ? from : `${from} to ${to}`;
  if (first.slice(0, 7) === last.slice(0, 7)) return `${monthOf(first)} ${from}`;
  return `${monthOf(first)}${from === to ? "" : ` ${from}`} to ${monthOf(last)} ${to}`;
}
