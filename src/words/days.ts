const MONTHS = [
  ...["January", "February", "March", "April", "May", "June", "July"],
  ...["August", "September", "October", "November", "December"],
] as const;

/** A day for readers, without a locale or a clock: "3 October 2024". */
export function formatDay(day: string): string {
  const [year = "", month = "", date = ""] = day.split("-");
  return `${String(Number(date))} ${MONTHS[Number(month) - 1] ?? ""} ${year}`;
}

/** The month of a day: "October 2024". */
export const formatMonth = (day: string): string => formatDay(day).split(" ").slice(1).join(" ");

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

/**
 * The day up to which is counted, where a reader expects a preposition: "by the end of 2024".
 *
 * @example formatBy("2024-12-31") // => "by the end of 2024"
 * @example formatBy("2024-08-27") // => "by 27 August 2024"
 */
export function formatBy(day: string): string {
  if (day.endsWith("-12-31")) return `by the end of ${yearOf(day)}`;
  return `by ${day === endOfMonth(day) ? `the end of ${formatMonth(day)}` : formatDay(day)}`;
}
