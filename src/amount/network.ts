import { bisectLeft, bisectRight } from "d3-array";
import { lazily } from "./lazily.ts";
import {
  type Direction,
  type Edge,
  bindingAt,
  directionOf,
  findCycle,
  narrowed,
  wayOf,
} from "./paths.ts";
import { BEGINNING } from "./periods.ts";

/** One end of a range with those whose word binds it, in their order. */
export interface End<Reason> {
  readonly value: number;
  readonly strict: boolean;
  readonly reasons: readonly Reason[];
}

/** How much a total grew over a period; null where nothing is stated. */
export interface Range<Reason> {
  readonly low: End<Reason> | null;
  readonly high: End<Reason> | null;
}

/** What a system of inequalities implies. */
export interface Network<Reason> {
  /** Those who cannot all be right: a cycle of inequalities that nothing satisfies; null where there is none. */
  readonly contradiction: readonly Reason[] | null;
  /** The tightest range of the growth from the end of one day to the end of a later one. */
  readonly rangeOf: (from: string, to: string) => Range<Reason>;
  /** The network without what some say. */
  readonly without: (isLeftOut: (reason: Reason) => boolean) => Network<Reason>;
}

/** Inequalities between totals on some days, both ways along them. */
interface Graph<Reason> {
  readonly days: readonly string[];
  readonly edges: readonly Edge<Reason>[];
  readonly grows: boolean;
  readonly forward: () => Direction<Reason>;
  readonly backward: () => Direction<Reason>;
  readonly contradiction: () => readonly Reason[] | null;
}

/** One end of a range, if it is stated. */
function endOf<Reason>(
  { edges }: Graph<Reason>,
  { way, from }: Direction<Reason>,
  sign: 1 | -1,
  [start, end]: readonly [number, number],
): End<Reason> | null {
  const found = from(start);
  const most = found.most[end] ?? Infinity;
  // Of what nobody states nothing is known: not even that it is at least 0.
  if (most === Infinity || (found.stated[end] ?? 0) === 0) return null;
  return {
    value: sign > 0 ? most : 0 - most,
    strict: (found.strict[end] ?? 0) > 0,
    reasons: bindingAt(found, way, edges, end).reasons,
  };
}

function networkOn<Reason>(graph: Graph<Reason>): Network<Reason> {
  const { days, edges, grows, forward, backward } = graph;
  return {
    get contradiction() {
      return graph.contradiction();
    },
    rangeOf(from, to) {
      // A period has grown no more than a longer one, and no less than a shorter one.
      const [since, until] = [bisectLeft(days, from), bisectRight(days, to) - 1];
      const outer = [bisectRight(days, from) - 1, bisectLeft(days, to)] as const;
      const isNamed = days[since] === from && days[until] === to;
      if (!grows && !isNamed) return { low: null, high: null };
      return {
        low: since < until ? endOf(graph, backward(), -1, [since, until]) : null,
        high: outer[0] >= 0 && outer[1] < days.length ? endOf(graph, forward(), 1, outer) : null,
      };
    },
    without(isLeftOut) {
      const left = edges.flatMap(({ reason }, e) => (isLeftOut(reason) ? [e] : []));
      // What holds, holds without some of it too; of what does not hold there are no sums.
      const isSound = graph.contradiction() === null;
      const narrow = (one: Graph<Reason>["forward"]) =>
        lazily(() => narrowed(one(), days.length, left, isSound));
      const narrowedAhead = narrow(forward);
      return networkOn({
        ...graph,
        forward: narrowedAhead,
        backward: narrow(backward),
        contradiction: lazily(() => (isSound ? null : findCycle(edges, days, narrowedAhead()))),
      });
    },
  };
}

/**
 * Finds the range of every period that inequalities between running totals imply, and who binds it.
 *
 * Each inequality bounds the difference of two totals, so the tightest bounds are shortest paths
 * between days (difference constraints; Bellman-Ford). What lies on such a path binds: of the
 * tightest paths those that need the fewest statements, all of them where several do. A cycle of
 * negative length is a contradiction.
 *
 * @param edges In any order; may be empty. All of one amount in one unit.
 * @param grows Whether the total never falls, so that bounds travel; false for an amount that
 *   stands for its own period alone.
 * @source docs/methodology.md, "From claims to ranges"
 * @source Cormen, Leiserson, Rivest, Stein: Introduction to Algorithms, "Difference constraints"
 */
export function networkOf<Reason>(edges: readonly Edge<Reason>[], grows: boolean): Network<Reason> {
  const named = edges.flatMap(({ from, to }) => [from, to]);
  const days = [...new Set(grows ? [BEGINNING, ...named] : named)].sort();
  const placeOf = new Map(days.map((day, place) => [day, place]));
  const inDirection = (isTurned: boolean): (() => Direction<Reason>) =>
    lazily(() => directionOf(wayOf(edges, placeOf, grows, isTurned), days.length, () => null));
  const forward = inDirection(false);
  return networkOn({
    days,
    edges,
    grows,
    forward,
    backward: inDirection(true),
    contradiction: lazily(() => findCycle(edges, days, forward())),
  });
}
