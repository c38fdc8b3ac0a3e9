import { type BoundRow, LAST_DAY } from "./bounds.ts";
import { type Front, NONE, frontOf } from "./front.ts";
import { type Bound, type Side, boundAt } from "./interval.ts";
import { type Stretches, numbersIn, stretchOf, stretchesOf } from "./stretches.ts";
import { unionOf } from "./union.ts";

/** Bounds of one metric laid over time, with what binds either side. */
export interface Timeline extends Stretches {
  readonly fronts: Readonly<Record<Side, Front>>;
}

/** Lays bounds of one metric over time; any order. */
export function timelineOf(bounds: readonly BoundRow[]): Timeline {
  const stretches = stretchesOf(bounds);
  return {
    ...stretches,
    fronts: { low: frontOf(stretches, "low"), high: frontOf(stretches, "high") },
  };
}

/**
 * What speaks in one stretch of days. Its functions answer until the next moment
 * is asked for: all moments of a timeline share what is in force.
 */
export interface Moment {
  /** First day of the stretch. */
  readonly day: string;
  /** How many claims speak. */
  readonly claims: number;
  /** How many acts of estimation are behind them. */
  readonly origins: number;
  /** The bounds that speak. */
  readonly inForce: () => readonly BoundRow[];
  /** The tightest bound of a side, with the claims of all that are as tight; null where the side is open. */
  readonly best: (side: Side) => Bound | null;
  /** What is tightest if an origin is left out. */
  readonly rowWithout: (side: Side, origin: string) => BoundRow | null;
  /** The same with the claims of all that are as tight. */
  readonly bestWithout: (side: Side, origin: string) => Bound | null;
  /** The origins of the tightest bounds of a side. */
  readonly binding: (side: Side) => ReadonlySet<string>;
  /** The one origin without which a side would be wider; null where there is none. */
  readonly holder: (side: Side) => string | null;
  /** The holders of both sides, each once, in order; the same list as long as they stay. */
  readonly holders: () => readonly string[];
}

/** Counts how many things are there, of which each may be there several times. */
interface Tally {
  /** Counts what the bound at a place has. */
  readonly add: (place: number) => void;
  readonly drop: (place: number) => void;
  readonly count: () => number;
}

/**
 * @param things What the bounds have, by numbers, one bound after the other.
 * @param ends For each bound where its things end among them.
 */
function tallyOf(things: Int32Array, ends: Int32Array): Tally {
  const times = new Int32Array(things.length);
  let count = 0;
  const change = (place: number, by: number): void => {
    const end = ends[place] ?? 0;
    for (let at = place === 0 ? 0 : (ends[place - 1] ?? 0); at < end; at += 1) {
      const thing = things[at] ?? NONE;
      const before = times[thing] ?? 0;
      times[thing] = before + by;
      if (before === 0) count += 1;
      else if (before + by === 0) count -= 1;
    }
  };
  return {
    add: (place) => {
      change(place, 1);
    },
    drop: (place) => {
      change(place, -1);
    },
    count: () => count,
  };
}

/** Counts the claims of bounds. */
function tallyClaims(bounds: readonly BoundRow[]): Tally {
  const numberOf = numbersIn();
  const claims: number[] = [];
  const ends = new Int32Array(bounds.length);
  bounds.forEach(({ members }, place) => {
    for (const member of members) claims.push(numberOf(member));
    ends[place] = claims.length;
  });
  return tallyOf(Int32Array.from(claims), ends);
}

/** Counts the origins of bounds, of which each has one. */
const tallyOrigins = ({ origins }: Timeline): Tally =>
  tallyOf(
    origins,
    origins.map((_, place) => place + 1),
  );

const claimsOf = (rows: readonly BoundRow[]): readonly string[] =>
  unionOf(rows.map(({ claims }) => claims));

/**
 * The bounds of a side in force by how tight they are, so that those which bind
 * together are found at once: a list for each tier, linked through the places.
 */
function tiersOf({ bounds, fronts }: Timeline, side: Side) {
  const { tier } = fronts[side];
  const [head, next, before] = [0, 1, 2].map(() => new Int32Array(bounds.length).fill(NONE)) as [
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  const known: (readonly string[] | undefined)[] = [];
  const at = (list: Int32Array, index: number): number => list[index] ?? NONE;
  const rowsWith = (place: number): readonly BoundRow[] => {
    const rows: BoundRow[] = [];
    for (let one = at(head, at(tier, place)); one !== NONE; one = at(next, one)) {
      const row = bounds[one];
      if (row) rows.push(row);
    }
    return rows;
  };
  return {
    add(place: number): void {
      const own = at(tier, place);
      const follower = at(head, own);
      next[place] = follower;
      before[place] = NONE;
      if (follower !== NONE) before[follower] = place;
      head[own] = place;
      known[own] = undefined;
    },
    drop(place: number): void {
      const own = at(tier, place);
      const [left, right] = [at(before, place), at(next, place)];
      if (left === NONE) head[own] = right;
      else next[left] = right;
      if (right !== NONE) before[right] = left;
      known[own] = undefined;
    },
    areTied: (a: number, b: number): boolean => at(tier, a) === at(tier, b),
    rowsWith,
    /** Claims of the bounds that are as tight as one; one list as long as nothing joins or leaves them. */
    claimsWith: (place: number): readonly string[] =>
      (known[at(tier, place)] ??= claimsOf(rowsWith(place))),
    claimsWithout: (place: number, origin: string): readonly string[] =>
      claimsOf(rowsWith(place).filter((row) => row.origin !== origin)),
  };
}

/** Places of bounds by the stretch in which something happens to them; those that never speak are left out. */
function placesBy(happens: Int32Array, { days, since, until }: Stretches) {
  const places = days.map((): number[] => []);
  happens.forEach((stretch, place) => {
    if ((since[place] ?? 0) <= (until[place] ?? 0)) places[stretch]?.push(place);
  });
  return places;
}

/** Some names of which either may be missing, each once, in order. */
function namesOf(one: string | null, other: string | null): readonly string[] {
  const named = one ?? other;
  if (named === null) return [];
  if (one === null || other === null || one === other) return [named];
  return one < other ? [one, other] : [other, one];
}

/**
 * Walks through time, stretch by stretch. All that is said of a day is read off
 * here, for one day and for all of them: a bound costs something where it begins
 * and where it ceases, not on every day between.
 */
export function* momentsOf(timeline: Timeline): Generator<Moment, void> {
  const { bounds, days, fronts, since, until } = timeline;
  const [begin, cease] = [placesBy(since, timeline), placesBy(until, timeline)];
  const [claims, origins] = [tallyClaims(bounds), tallyOrigins(timeline)];
  const tiers = { low: tiersOf(timeline, "low"), high: tiersOf(timeline, "high") };
  let stretch = 0;
  const at = (list: Int32Array, place: number): number => list[place] ?? NONE;
  const bestAt = (side: Side): number => fronts[side].best[stretch] ?? NONE;
  const otherAt = (side: Side): number => fronts[side].other[stretch] ?? NONE;
  const placeWithout = (side: Side, origin: string): number =>
    bounds[bestAt(side)]?.origin === origin ? otherAt(side) : bestAt(side);
  const boundOf = (place: number, named: readonly string[]): Bound | null => {
    const row = bounds[place];
    return row ? boundAt(row.value, named, row.inclusive) : null;
  };
  const holder = (side: Side): string | null =>
    tiers[side].areTied(bestAt(side), otherAt(side))
      ? null
      : (bounds[bestAt(side)]?.origin ?? null);
  let held: Readonly<Record<Side, string | null>> = { low: null, high: null };
  let holders = namesOf(null, null);
  // one object for all moments: to make its functions anew for each would take most of the time
  const moment: Moment = {
    get day() {
      return days[stretch] ?? LAST_DAY;
    },
    get claims() {
      return claims.count();
    },
    get origins() {
      return origins.count();
    },
    inForce: () =>
      bounds.filter((_, place) => at(since, place) <= stretch && stretch <= at(until, place)),
    best: (side) => boundOf(bestAt(side), tiers[side].claimsWith(bestAt(side))),
    rowWithout: (side, origin) => bounds[placeWithout(side, origin)] ?? null,
    bestWithout(side, origin) {
      const place = placeWithout(side, origin);
      return boundOf(place, tiers[side].claimsWithout(place, origin));
    },
    binding: (side) => new Set(tiers[side].rowsWith(bestAt(side)).map(({ origin }) => origin)),
    holder,
    holders() {
      const [low, high] = [holder("low"), holder("high")];
      if (low !== held.low || high !== held.high) {
        held = { low, high };
        holders = namesOf(low, high);
      }
      return holders;
    },
  };
  for (; stretch < days.length; stretch += 1) {
    for (const place of begin[stretch] ?? []) {
      const row = bounds[place];
      if (!row) continue;
      tiers[row.side].add(place);
      origins.add(place);
      claims.add(place);
    }
    yield moment;
    for (const place of cease[stretch] ?? []) {
      const row = bounds[place];
      if (!row) continue;
      tiers[row.side].drop(place);
      origins.drop(place);
      claims.drop(place);
    }
  }
}

/** What speaks on a day. */
export function momentOn(timeline: Timeline, day: string): Moment {
  const stretch = stretchOf(timeline, day);
  let at = 0;
  for (const moment of momentsOf(timeline)) {
    if (at === stretch) return moment;
    at += 1;
  }
  throw new RangeError(`no stretch has the day ${day}`);
}
