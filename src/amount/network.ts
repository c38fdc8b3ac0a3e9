import { BEGINNING } from "./periods.ts";

/** One inequality between two running totals: up to `to` less up to `from` is at most `most`. */
export interface Edge<Reason> {
  /** Days at whose end the totals stand; {@link BEGINNING} is before all of them. */
  readonly from: string;
  readonly to: string;
  readonly most: number;
  /** Whether `most` itself is excluded. */
  readonly strict: boolean;
  /** Who says so. */
  readonly reason: Reason;
}

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
}

/** Two numbers that differ by less are equal: sums come in any order. */
const NEAR = 1e-9;
export const areNear = (a: number, b: number): boolean =>
  Math.abs(a - b) <= NEAR * Math.max(1, Math.abs(a), Math.abs(b));

/** Edges by number, with places of days instead of days. */
interface Graph {
  readonly tails: number[];
  readonly heads: number[];
  readonly most: number[];
  /** 1 for an edge whose `most` is excluded. */
  readonly strict: number[];
  /** 1 for an edge that somebody states. */
  readonly stated: number[];
  /** The edges that lead to each place. */
  readonly into: number[][];
  /** What has been found of paths from a place. */
  readonly sums: Map<number, Sums>;
}

/**
 * Tightest sums of edges from one day to each: a number, how many of its edges exclude it, and by
 * how many statements it comes about. Sums are compared in this order, so of two equal sums the one
 * that excludes more is tighter, and of two equal in that the one with fewer statements is told.
 */
interface Sums {
  readonly most: Float64Array;
  readonly strict: Int32Array;
  readonly stated: Int32Array;
}

/** Whether edge e makes the sum at its head tighter. */
function tightens(sums: Sums, { tails, heads, most, strict, stated }: Graph, e: number): boolean {
  const [tail = 0, head = 0] = [tails[e], heads[e]];
  const before = sums.most[head] ?? Infinity;
  const sum = (sums.most[tail] ?? Infinity) + (most[e] ?? 0);
  if (sum === Infinity) return false;
  if (before === Infinity || !areNear(sum, before)) return sum < before;
  const excluded = (sums.strict[tail] ?? 0) + (strict[e] ?? 0) - (sums.strict[head] ?? 0);
  if (excluded !== 0) return excluded > 0;
  return (sums.stated[tail] ?? 0) + (stated[e] ?? 0) < (sums.stated[head] ?? 0);
}

/** Whether edge e lies on a tightest path to its head. */
function isTight(sums: Sums, { tails, heads, most, strict, stated }: Graph, e: number): boolean {
  const [tail = 0, head = 0] = [tails[e], heads[e]];
  const sum = (sums.most[tail] ?? Infinity) + (most[e] ?? 0);
  return (
    sum !== Infinity &&
    areNear(sum, sums.most[head] ?? Infinity) &&
    (sums.strict[tail] ?? 0) + (strict[e] ?? 0) === sums.strict[head] &&
    (sums.stated[tail] ?? 0) + (stated[e] ?? 0) === sums.stated[head]
  );
}

/** Follows edges until nothing becomes tighter; gives the last edge that still did after a round a day. */
function settle(sums: Sums, graph: Graph, pathOf?: Int32Array): number | null {
  const { tails, heads, most, strict, stated } = graph;
  let last: number | null = null;
  for (let round = 0; round <= sums.most.length; round += 1) {
    last = null;
    for (let e = 0; e < heads.length; e += 1) {
      if (!tightens(sums, graph, e)) continue;
      const [tail = 0, head = 0] = [tails[e], heads[e]];
      sums.most[head] = (sums.most[tail] ?? 0) + (most[e] ?? 0);
      sums.strict[head] = (sums.strict[tail] ?? 0) + (strict[e] ?? 0);
      sums.stated[head] = (sums.stated[tail] ?? 0) + (stated[e] ?? 0);
      if (pathOf) pathOf[head] = e;
      last = e;
    }
    if (last === null) return null;
  }
  return last;
}

const sumsOf = (days: number, most: number): Sums => ({
  most: new Float64Array(days).fill(most),
  strict: new Int32Array(days),
  stated: new Int32Array(days),
});

/** The edges of a cycle of which the sum is less than nothing; null where there is none. */
function findCycle(days: number, graph: Graph): readonly number[] | null {
  const pathOf = new Int32Array(days).fill(-1);
  const last = settle(sumsOf(days, 0), graph, pathOf);
  if (last === null) return null;
  let day = graph.heads[last] ?? 0;
  const before = (place: number): number => graph.tails[pathOf[place] ?? 0] ?? 0;
  // A round for each day has passed, so going back as often ends on the cycle.
  for (let round = 0; round < days; round += 1) day = before(day);
  const cycle: number[] = [];
  const first = day;
  do {
    cycle.push(pathOf[day] ?? 0);
    day = before(day);
  } while (day !== first);
  return cycle;
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
  const days = [
    ...new Set([...(grows ? [BEGINNING] : []), ...edges.flatMap(({ from, to }) => [from, to])]),
  ].sort();
  const placeOf = new Map(days.map((day, place) => [day, place]));
  const places = edges.map(
    ({ from, to }) => [placeOf.get(from) ?? 0, placeOf.get(to) ?? 0] as const,
  );
  const graphOf = (isTurned: boolean): Graph => {
    const graph: Graph = {
      ...{ tails: [], heads: [], most: [], strict: [], stated: [] },
      into: days.map(() => []),
      sums: new Map(),
    };
    const add = (tail: number, head: number, edge: Edge<Reason> | null): void => {
      graph.into[head]?.push(graph.heads.length);
      graph.tails.push(tail);
      graph.heads.push(head);
      graph.most.push(edge?.most ?? 0);
      graph.strict.push(edge?.strict === true ? 1 : 0);
      graph.stated.push(edge === null ? 0 : 1);
    };
    for (const [at, edge] of edges.entries()) {
      const [from = 0, to = 0] = places[at] ?? [];
      if (isTurned) add(to, from, edge);
      else add(from, to, edge);
    }
    // A total is no more than that of the next day: nobody has to state it. In the order in which
    // one round carries a bound over all days.
    if (grows && isTurned) for (let day = 1; day < days.length; day += 1) add(day - 1, day, null);
    if (grows && !isTurned)
      for (let day = days.length - 1; day > 0; day -= 1) add(day, day - 1, null);
    return graph;
  };
  const graphs: Partial<Record<"forward" | "backward", Graph>> = {};
  const forward = (): Graph => (graphs.forward ??= graphOf(false));
  const backward = (): Graph => (graphs.backward ??= graphOf(true));

  const sumsFrom = (graph: Graph, day: number): Sums => {
    const before = graph.sums.get(day);
    if (before) return before;
    const sums = sumsOf(days.length, Infinity);
    sums.most[day] = 0;
    settle(sums, graph);
    graph.sums.set(day, sums);
    return sums;
  };

  /** Those who lie on the tightest paths to a day. */
  const reasonsOn = (graph: Graph, sums: Sums, day: number): readonly Reason[] => {
    const onPath = new Set([day]);
    const used: number[] = [];
    for (const head of onPath)
      for (const e of graph.into[head] ?? []) {
        if (!isTight(sums, graph, e)) continue;
        onPath.add(graph.tails[e] ?? 0);
        used.push(e);
      }
    const found = new Set(used.sort((a, b) => a - b).map((e) => edges[e]?.reason ?? null));
    return [...found].filter((reason) => reason !== null);
  };

  const endOf = (graph: Graph, sign: 1 | -1, from: number, to: number): End<Reason> | null => {
    const sums = sumsFrom(graph, from);
    const most = sums.most[to] ?? Infinity;
    // Of what nobody states nothing is known: not even that it is at least 0.
    if (most === Infinity || (sums.stated[to] ?? 0) === 0) return null;
    return {
      value: sign > 0 ? most : 0 - most,
      strict: (sums.strict[to] ?? 0) > 0,
      reasons: reasonsOn(graph, sums, to),
    };
  };

  const lastUpTo = (day: string): number => days.findLastIndex((one) => one <= day);
  const firstFrom = (day: string): number => days.findIndex((one) => one >= day);

  return {
    get contradiction() {
      const cycle = findCycle(days.length, forward());
      if (cycle === null) return null;
      return [...new Set(cycle.map((e) => edges[e]?.reason ?? null))].filter((one) => one !== null);
    },
    rangeOf(from, to) {
      // A period has grown no more than a longer one, and no less than a shorter one.
      const [outerFrom, outerTo] = grows
        ? [lastUpTo(from), firstFrom(to)]
        : [days.indexOf(from), days.indexOf(to)];
      const [innerFrom, innerTo] = grows ? [firstFrom(from), lastUpTo(to)] : [outerFrom, outerTo];
      return {
        low:
          innerFrom < 0 || innerTo <= innerFrom ? null : endOf(backward(), -1, innerFrom, innerTo),
        high: outerFrom < 0 || outerTo < 0 ? null : endOf(forward(), 1, outerFrom, outerTo),
      };
    },
  };
}
