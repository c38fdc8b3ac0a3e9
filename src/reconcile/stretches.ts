import { type BoundRow, FIRST_DAY, LAST_DAY } from "./bounds.ts";

/**
 * Bounds of one metric laid over time, which is cut where a bound begins to speak
 * or has ceased to: within a stretch of days nothing changes.
 */
export interface Stretches {
  readonly bounds: readonly BoundRow[];
  /** First day of each stretch, ascending; the first stretch begins with {@link FIRST_DAY}. */
  readonly days: readonly string[];
  /** First stretch in which each bound speaks. */
  readonly since: Int32Array;
  /** Last stretch in which each bound speaks; before the first for one that never does. */
  readonly until: Int32Array;
  /** The origin of each bound, by a number. */
  readonly origins: Int32Array;
}

/** A number for each name, those met before their own: the same name has the same number. */
export function numbersIn(): (name: string) => number {
  const numbers = new Map<string, number>();
  return (name) => {
    const known = numbers.get(name);
    if (known !== undefined) return known;
    numbers.set(name, numbers.size);
    return numbers.size - 1;
  };
}

/**
 * The day after an ISO day.
 *
 * @example nextDay("2023-12-31") // => "2024-01-01"
 */
export function nextDay(day: string): string {
  const ofMonth = Number(day.slice(8));
  // most days are not the last of a month, and dates are slow
  if (ofMonth < 28) return day.slice(0, 8) + String(ofMonth + 1).padStart(2, "0");
  const time = Date.parse(`${day}T00:00:00Z`);
  return new Date(time + 86_400_000).toISOString().slice(0, 10);
}

/** Lays bounds over time. Any order; of one metric. */
export function stretchesOf(bounds: readonly BoundRow[]): Stretches {
  const ends = new Map<string, string>();
  const turns = new Set([FIRST_DAY]);
  for (const { from, to } of bounds) {
    turns.add(from);
    if (to === LAST_DAY || ends.has(to)) continue;
    const next = nextDay(to);
    ends.set(to, next);
    turns.add(next);
  }
  const days = [...turns].sort();
  const numberOf = numbersIn();
  const placeOf = new Map(days.map((day, index) => [day, index]));
  const indexOf = (day: string | undefined): number =>
    day === undefined ? days.length : (placeOf.get(day) ?? days.length);
  // filled by hand: to make each array from an iterator takes several times as long
  const since = new Int32Array(bounds.length);
  const until = new Int32Array(bounds.length);
  const origins = new Int32Array(bounds.length);
  bounds.forEach(({ from, to, origin }, place) => {
    since[place] = indexOf(from);
    until[place] = indexOf(ends.get(to)) - 1;
    origins[place] = numberOf(origin);
  });
  return { bounds, days, since, until, origins };
}

/** The stretch that a day lies in. */
export function stretchOf({ days }: Stretches, day: string): number {
  let [low, high] = [0, days.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? "") <= day) low = middle;
    else high = middle;
  }
  return low;
}
