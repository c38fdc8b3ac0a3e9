import type { Interval } from "../interval.ts";
import type { Option } from "./axes.ts";
import type { Multiverse } from "./multiverse.ts";
import { type Effect, compareReach, effectOn, reachBetween } from "./reach.ts";

/** One choice made otherwise, all others as published. */
export interface Swing {
  readonly axis: string;
  readonly option: Option;
  readonly range: Interval;
  readonly low: Effect;
  readonly high: Effect;
  /** See {@link reachBetween}. */
  readonly reach: number;
}

/** The published range, and what it becomes when one choice is made otherwise. */
export interface Tornado {
  readonly published: Interval;
  /** The farthest-reaching first; of equal ones in the order of the choices. */
  readonly swings: readonly Swing[];
}

/** Sorts what each choice does alone by how far it moves an end of the range. */
export function tornadoOf({ alone, universes: [{ range: published }] }: Multiverse): Tornado {
  const swings = alone.map(({ axis, option, range }): Swing => ({
    axis: axis.id,
    option,
    range,
    low: effectOn(published.low, range.low),
    high: effectOn(published.high, range.high),
    reach: reachBetween(published, range),
  }));
  return { published, swings: swings.toSorted((a, b) => compareReach(b.reach, a.reach)) };
}
