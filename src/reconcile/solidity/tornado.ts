import type { Bound, Interval, Side } from "../interval.ts";
import type { Option } from "./axes.ts";
import { type Multiverse, type Universe, rangeKey } from "./multiverse.ts";

/** What another option does to one end: leaves it, moves it, or opens or closes it. */
export type Effect = "leaves" | "moves" | "opens" | "closes";

/** One choice made otherwise, all others as published. */
export interface Swing {
  readonly axis: string;
  readonly option: Option;
  readonly range: Interval;
  readonly low: Effect;
  readonly high: Effect;
  /**
   * How far the end that moves most moves, as a share of where it stood; Infinity
   * where it opens, closes or leaves nothing, 0 where the range stays.
   */
  readonly reach: number;
}

function effectOn(before: Bound | null, after: Bound | null): Effect {
  if (before === null || after === null)
    return before === after ? "leaves" : after === null ? "opens" : "closes";
  const isSame = before.value === after.value && before.inclusive === after.inclusive;
  return isSame ? "leaves" : "moves";
}

function reachOn(side: Side, before: Interval, after: Interval): number {
  const [from, to] = [before[side], after[side]];
  const effect = effectOn(from, to);
  if (effect === "leaves") return 0;
  if (!from || !to || from.value === 0) return Infinity;
  // an end that is only no longer included moves least of all, and still moves
  return Math.max(Math.abs(to.value - from.value) / Math.abs(from.value), Number.EPSILON);
}

/** The published range, and what it becomes when one choice is made otherwise. */
export interface Tornado {
  readonly published: Interval;
  /** The farthest-reaching first; of equal ones in the order of the choices. */
  readonly swings: readonly Swing[];
}

/** Whether a combination differs from the published one in the choice at `at`, and in no other. */
const differsOnlyIn = (published: Universe, one: Universe, at: number): boolean =>
  one.options.every(({ id }, index) => (id === published.options[index]?.id) === (index !== at));

/** Sorts what each choice does alone by how far it moves an end of the range. */
export function tornadoOf({ axes, universes }: Multiverse): Tornado {
  const [published] = universes;
  const swings = axes.flatMap(({ id: axis }, at) =>
    universes
      .filter((one) => differsOnlyIn(published, one, at))
      .flatMap(({ options, range }): readonly Swing[] => {
        const option = options[at];
        if (!option) return [];
        const effect = (side: Side) => effectOn(published.range[side], range[side]);
        const reach = Math.max(
          reachOn("low", published.range, range),
          reachOn("high", published.range, range),
        );
        return [{ axis, option, range, low: effect("low"), high: effect("high"), reach }];
      }),
  );
  return { published: published.range, swings: swings.toSorted((a, b) => compare(b, a)) };
}

/** Infinity less Infinity is no number. */
const compare = (a: Swing, b: Swing): number => (a.reach === b.reach ? 0 : a.reach - b.reach);

/** Whether a swing changes the range at all. */
export const isMoving = (swing: Swing, { published }: Tornado): boolean =>
  rangeKey(swing.range) !== rangeKey(published);
