/** Tightest sums along inequalities from one day to another, and what lies on the way. */
import { lazily } from "./lazily.ts";

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

/** Two numbers that differ by less are equal: sums come in any order. */
const NEAR = 1e-9;
export const areNear = (a: number, b: number): boolean =>
  Math.abs(a - b) <= NEAR * Math.max(1, Math.abs(a), Math.abs(b));

/** Edges by number, one way along them, with places of days instead of days. */
interface Way {
  readonly tails: Int32Array;
  readonly heads: Int32Array;
  /** Infinite for an edge that is left out: it bounds nothing. */
  readonly most: Float64Array;
  /** 1 for an edge whose `most` is excluded. */
  readonly strict: Uint8Array;
  /** 1 for an edge that somebody states. */
  readonly stated: Uint8Array;
  /** The edges that lead to each place. */
  readonly into: () => readonly (readonly number[])[];
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

/** Edges on the tightest paths to a day, in their order, and those who state them. */
interface Binding<Reason> {
  readonly edges: readonly number[];
  readonly reasons: readonly Reason[];
}

/** The sums from a day, and what binds those that were asked for. */
interface Found<Reason> extends Sums {
  readonly binding: Map<number, Binding<Reason>>;
}

/** A way with the sums along it from any place. */
export interface Direction<Reason> {
  readonly way: Way;
  readonly from: (place: number) => Found<Reason>;
}

/** Whether edge e makes the sum at its head tighter. */
function tightens(sums: Sums, { tails, heads, most, strict, stated }: Way, e: number): boolean {
  const tail = tails[e] ?? 0;
  const sum = (sums.most[tail] ?? Infinity) + (most[e] ?? 0);
  if (sum === Infinity) return false;
  const head = heads[e] ?? 0;
  const before = sums.most[head] ?? Infinity;
  if (sum !== before && (before === Infinity || !areNear(sum, before))) return sum < before;
  const excluded = (sums.strict[tail] ?? 0) + (strict[e] ?? 0) - (sums.strict[head] ?? 0);
  if (excluded !== 0) return excluded > 0;
  return (sums.stated[tail] ?? 0) + (stated[e] ?? 0) < (sums.stated[head] ?? 0);
}

/** Whether edge e lies on a tightest path to its head. */
function isTight(sums: Sums, { tails, heads, most, strict, stated }: Way, e: number): boolean {
  const tail = tails[e] ?? 0;
  const head = heads[e] ?? 0;
  const sum = (sums.most[tail] ?? Infinity) + (most[e] ?? 0);
  return (
    sum !== Infinity &&
    areNear(sum, sums.most[head] ?? Infinity) &&
    (sums.strict[tail] ?? 0) + (strict[e] ?? 0) === sums.strict[head] &&
    (sums.stated[tail] ?? 0) + (stated[e] ?? 0) === sums.stated[head]
  );
}

/** Follows edges until nothing becomes tighter; gives the last edge that still did after a round a day. */
function settle(sums: Sums, way: Way, pathOf?: Int32Array): number | null {
  const { tails, heads, most, strict, stated } = way;
  // The round in which the sum of a day became tighter: an edge from one that stays has nothing to say.
  const changed = new Int32Array(sums.most.length).fill(-1);
  let last: number | null = null;
  for (let round = 0; round <= sums.most.length; round += 1) {
    last = null;
    for (let e = 0; e < heads.length; e += 1) {
      const tail = tails[e] ?? 0;
      if ((changed[tail] ?? 0) < round - 1 || !tightens(sums, way, e)) continue;
      const head = heads[e] ?? 0;
      sums.most[head] = (sums.most[tail] ?? 0) + (most[e] ?? 0);
      sums.strict[head] = (sums.strict[tail] ?? 0) + (strict[e] ?? 0);
      sums.stated[head] = (sums.stated[tail] ?? 0) + (stated[e] ?? 0);
      if (pathOf) pathOf[head] = e;
      changed[head] = round;
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

/** The edges that lead to each place. */
function edgesInto(days: number, heads: Int32Array): readonly (readonly number[])[] {
  const into = Array.from({ length: days }, (): number[] => []);
  for (const [e, head] of heads.entries()) into[head]?.push(e);
  return into;
}

/** Edges as inequalities say them, or turned; and where a total grows, from each day to the one before, or after. */
export function wayOf<Reason>(
  edges: readonly Edge<Reason>[],
  placeOf: ReadonlyMap<string, number>,
  grows: boolean,
  isTurned: boolean,
): Way {
  const days = placeOf.size;
  const size = edges.length + (grows ? days - 1 : 0);
  const [tails, heads] = [new Int32Array(size), new Int32Array(size)];
  const most = new Float64Array(size);
  const [strict, stated] = [new Uint8Array(size), new Uint8Array(size)];
  for (const [e, edge] of edges.entries()) {
    const [from, to] = [placeOf.get(edge.from) ?? 0, placeOf.get(edge.to) ?? 0];
    [tails[e], heads[e]] = isTurned ? [to, from] : [from, to];
    most[e] = edge.most;
    strict[e] = edge.strict ? 1 : 0;
    stated[e] = 1;
  }
  // A total is no more than that of the next day: nobody has to state it. In the order in which
  // one round carries a bound over all days.
  for (let e = edges.length; e < size; e += 1) {
    const nth = e - edges.length;
    [tails[e], heads[e]] = isTurned ? [nth, nth + 1] : [days - 1 - nth, days - 2 - nth];
  }
  return { tails, heads, most, strict, stated, into: lazily(() => edgesInto(days, heads)) };
}

/** Sums are found once from each place, or taken over if they are known. */
export function directionOf<Reason>(
  way: Way,
  days: number,
  knownFrom: (place: number) => Found<Reason> | null,
): Direction<Reason> {
  const all = new Map<number, Found<Reason>>();
  return {
    way,
    from(place) {
      const before = all.get(place);
      if (before) return before;
      const known = knownFrom(place);
      const found = known ?? { ...sumsOf(days, Infinity), binding: new Map() };
      if (known === null) {
        found.most[place] = 0;
        settle(found, way);
      }
      all.set(place, found);
      return found;
    },
  };
}

/** A direction without some edges. Sums of which none of them lies on a tightest path stay as they are. */
export function narrowed<Reason>(
  { way, from }: Direction<Reason>,
  days: number,
  left: readonly number[],
  isSound: boolean,
): Direction<Reason> {
  const most = way.most.slice();
  for (const e of left) most[e] = Infinity;
  return directionOf({ ...way, most }, days, (place) => {
    if (!isSound) return null;
    const before = from(place);
    return left.some((e) => isTight(before, way, e)) ? null : before;
  });
}

/** What lies on the tightest paths to a place: what does on those to the places before it, and the edges from there. */
export function bindingAt<Reason>(
  found: Found<Reason>,
  way: Way,
  edges: readonly Edge<Reason>[],
  place: number,
): Binding<Reason> {
  const known = found.binding.get(place);
  if (known) return known;
  const tight = (way.into()[place] ?? []).filter((e) => isTight(found, way, e));
  const before = tight.map((e) => bindingAt(found, way, edges, way.tails[e] ?? 0));
  const stated = tight.filter((e) => way.stated[e] === 1);
  const [first] = before;
  const binding =
    before.length === 1 && stated.length === 0 && first !== undefined
      ? first
      : bindingOf(edges, [...before.flatMap((one) => one.edges), ...stated]);
  found.binding.set(place, binding);
  return binding;
}

function bindingOf<Reason>(all: readonly Edge<Reason>[], some: readonly number[]): Binding<Reason> {
  const edges = [...new Set(some)].sort((a, b) => a - b);
  return { edges, reasons: reasonsOf(all, edges) };
}

/** Who states some edges, each once; nobody has to state that a total grows. */
const reasonsOf = <Reason>(
  all: readonly Edge<Reason>[],
  some: readonly number[],
): readonly Reason[] => [
  ...new Set(some.flatMap((e) => all.slice(e, e + 1)).map(({ reason }) => reason)),
];

/** Those who state a cycle of which the sum is less than nothing; null where there is none. */
export function findCycle<Reason>(
  edges: readonly Edge<Reason>[],
  { length }: readonly string[],
  { way }: Direction<Reason>,
): readonly Reason[] | null {
  const pathOf = new Int32Array(length).fill(-1);
  const last = settle(sumsOf(length, 0), way, pathOf);
  if (last === null) return null;
  const edgeTo = (place: number): number => pathOf[place] ?? 0;
  let day = way.heads[last] ?? 0;
  // A round for each day has passed, so going back as often ends on the cycle.
  for (let round = 0; round < length; round += 1) day = way.tails[edgeTo(day)] ?? 0;
  const cycle: number[] = [];
  const first = day;
  do {
    cycle.push(edgeTo(day));
    day = way.tails[edgeTo(day)] ?? 0;
  } while (day !== first);
  return reasonsOf(edges, cycle);
}
