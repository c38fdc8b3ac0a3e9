import { plainDigits } from "./numbers.ts";

/** What a column says about a cell that it refuses, where that is closer than the column's own words. */
export interface Mending {
  readonly expected?: string;
  readonly mend?: string;
}

const DIGITS = /^-?(0|[1-9]\d*)(\.\d+)?$/u;
const GROUPED = /^-?[1-9]\d{0,2}(?:([.,'’\u0020\u00a0\u202f])\d{3})(?:\1\d{3})*$/u;
// More digits than a double holds exactly would be changed without a word.
const MOST_DIGITS = 15;
const countDigits = (cell: string): number =>
  cell.replaceAll(/\D/gu, "").replace(/^0+/u, "").length;
const TIME = /^(\d{1,3}):(\d{1,2})(:\d{2})?$/u;

/**
 * Whether a cell is a number that can be read in one way only. 6.700 is six thousand
 * seven hundred to a German reader: three digits behind one point are refused.
 *
 * @example isPlainNumber("6.700") // => false
 */
export const isPlainNumber = (cell: string): boolean =>
  DIGITS.test(cell) && !GROUPED.test(cell) && countDigits(cell) <= MOST_DIGITS;

/**
 * A number as a cell holds it. 6.125 could be read as six thousand: one more digit behind the
 * point says that it is not.
 *
 * @example cellOfNumber(6.125) // => "6.1250"
 */
export function cellOfNumber(value: number): string {
  const digits = plainDigits(value);
  return isPlainNumber(digits) || !digits.includes(".") ? digits : `${digits}0`;
}

/** "6.700" as "6.7"; "6.125" as "6.1250", so that no three digits stand behind the point. */
const decimalOf = (cell: string): string => {
  const short = cell.replace(",", ".").replace(/\.?0+$/u, "");
  return isPlainNumber(short) ? short : `${short}0`;
};

/** What a spreadsheet has probably done to a number, and what to type instead. */
export function mendNumber(cell: string): Mending {
  const time = TIME.exec(cell);
  if (time) {
    const [first, second] = [Number(time[1]), Number(time[2])];
    return {
      expected: "a plain number; a ratio is its first part divided by its second",
      mend:
        second === 1
          ? `type ${String(first)} (a ratio of ${String(first)}:1); format the column as text first`
          : "type the ratio as a decimal, 3:1 is 3; format the column as text first",
    };
  }
  if (GROUPED.test(cell)) {
    const digits = cell.replaceAll(/[^\d-]/gu, "");
    const decimal = /^-?\d+[.,]\d{3}$/u.test(cell)
      ? ` (${decimalOf(cell)} if the source means a decimal)`
      : "";
    return { expected: "digits without a separator", mend: `type ${digits}${decimal}` };
  }
  if (/^-?\d+,\d+$/u.test(cell))
    return { expected: "a decimal point, not a comma", mend: `type ${cell.replace(",", ".")}` };
  if (/^-?\d+([.,]\d+)?e[+-]?\d+$/iu.test(cell))
    return { expected: "digits written out, no exponent", mend: "type all digits of the number" };
  if (/^-?\d+(\.\d+)?$/u.test(cell) && countDigits(cell) > MOST_DIGITS)
    return { expected: `at most ${String(MOST_DIGITS)} digits`, mend: "round the number" };
  if (/^0\d/u.test(cell))
    return { expected: "digits without a leading zero", mend: "type the number again" };
  return {};
}

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/u;

/** Whether a cell is a day of the calendar, written YYYY-MM-DD. */
export function isDay(cell: string): boolean {
  if (!ISO_DAY.test(cell)) return false;
  const time = Date.parse(`${cell}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(cell);
}

const MILLISECONDS_OF_A_DAY = 86_400_000;
// Day 0 of the serial numbers that spreadsheets store: Excel counts a 29 February 1900 that never was.
const SERIAL_EPOCH = Date.UTC(1899, 11, 30);

const dayOf = (year = "", month = "", day = ""): readonly string[] =>
  [`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`].filter(isDay);

/** What a reformatted day was before: every reading that is a day of the calendar. */
function findDays(cell: string): readonly string[] {
  const [, year, month, day] = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?:[T ].*)?$/u.exec(cell) ?? [];
  if (year) return dayOf(year, month, day);
  const [, one, sign, two, four] = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/u.exec(cell) ?? [];
  // With full stops the day comes first; with slashes both ways are in use.
  if (four) return [...(sign === "." ? [] : dayOf(four, one, two)), ...dayOf(four, two, one)];
  if (/^[3-6]\d{4}$/u.test(cell))
    return [
      new Date(SERIAL_EPOCH + Number(cell) * MILLISECONDS_OF_A_DAY).toISOString().slice(0, 10),
    ];
  return [];
}

/** What to type instead of a day that a spreadsheet has written in its own way. */
export function mendDay(cell: string): string {
  const days = [...new Set(findDays(cell))];
  if (days.length === 0)
    return "type year-month-day, for example 2024-02-26; format the column as text first";
  return `type ${days.join(" or ")}${days.length > 1 ? ", whichever the source means" : ""}; format the column as text first`;
}
