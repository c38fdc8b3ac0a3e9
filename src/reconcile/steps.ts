import { type BoundRow, FIRST_DAY, LAST_DAY } from "./bounds.ts";
import { type Moment, type Timeline, momentsOf } from "./moments.ts";
import { type Stretches, stretchOf } from "./stretches.ts";

/** Days, both included. */
export interface Within {
  readonly first: string;
  readonly last: string;
}

/** The first and the last day on which a bound begins or ends; both FIRST_DAY where nothing is dated. */
export function turningDays(bounds: readonly BoundRow[]): Within {
  let [first, last] = [LAST_DAY, FIRST_DAY];
  for (const { from, to } of bounds)
    for (const day of [from, to]) {
      if (day === FIRST_DAY || day === LAST_DAY) continue;
      if (day < first) first = day;
      if (day > last) last = day;
    }
  return last === FIRST_DAY ? { first: FIRST_DAY, last: FIRST_DAY } : { first, last };
}

/** A day, and what speaks from it on, until the next step. */
export interface Step {
  readonly day: string;
  readonly moment: Moment;
  /** Whether what speaks on this day speaks on the last day too. */
  readonly isLast: boolean;
}

/** How many days {@link stepsOf} tells a range for. */
export const countSteps = (stretches: Stretches, { first, last }: Within): number =>
  stretchOf(stretches, last) - stretchOf(stretches, first) + 1;

/**
 * Walks through the days on which a range is told: each on which a bound begins to
 * speak or has ceased to.
 *
 * @param within Steps outside these days are left out; the first day always has a step.
 */
export function* stepsOf(timeline: Timeline, within: Within): Generator<Step, void> {
  const { first } = within;
  const begin = stretchOf(timeline, first);
  const end = begin + countSteps(timeline, within);
  let at = 0;
  for (const moment of momentsOf(timeline)) {
    const isLast = at + 1 === end;
    if (at >= begin) yield { day: moment.day > first ? moment.day : first, moment, isLast };
    if (isLast) return;
    at += 1;
  }
}
