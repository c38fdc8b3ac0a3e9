import * as Plot from "@observablehq/plot";
import { GRID, MUTED } from "./colours.ts";

const DAY = 86_400_000;

/** An ISO day as the moment at which it begins, and as the one at which it is over. */
export const dateOf = (day: string): Date => new Date(Date.parse(`${day}T00:00:00Z`));
export const endOf = (day: string): Date => new Date(dateOf(day).getTime() + DAY);
export const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10);

export const daysBetween = (first: Date, last: Date): number =>
  (last.getTime() - first.getTime()) / DAY;

export const middleOf = (first: Date, last: Date): Date =>
  new Date((first.getTime() + last.getTime()) / 2);

/** The first moment of the year of a moment. */
export const yearOf = (moment: Date): Date => new Date(Date.UTC(moment.getUTCFullYear(), 0, 1));

/** Days of a year that must be shown for it to be told. */
const SHOWN = 100;

/**
 * A time axis: a line at each New Year, and the year in the middle of what is shown of it, so that
 * no "January" is needed.
 *
 * @param isShort Whether years have two digits.
 */
export function years([from, to]: readonly [Date, Date], isShort = false): Plot.Markish {
  const count = to.getUTCFullYear() - from.getUTCFullYear() + 1;
  const shown = Array.from({ length: count }, (_, at) => {
    const year = from.getUTCFullYear() + at;
    const first = new Date(Math.max(Date.UTC(year, 0, 1), from.getTime()));
    const last = new Date(Math.min(Date.UTC(year + 1, 0, 1), to.getTime()));
    const words = isShort ? `’${String(year).slice(2)}` : String(year);
    return { words, first, middle: middleOf(first, last), days: daysBetween(first, last) };
  });
  return [
    Plot.ruleX(shown.slice(1), { x: "first", stroke: GRID }),
    Plot.text(
      shown.filter(({ days }) => days > SHOWN),
      { x: "middle", text: "words", frameAnchor: "bottom", dy: 18, fill: MUTED },
    ),
  ];
}
