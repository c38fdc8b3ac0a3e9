import { ascending, group, sort } from "d3-array";
import type { Constraint } from "./rows.ts";
import { type Network, networkOf } from "./network.ts";
import type { Edge } from "./paths.ts";

/** Testimony by its claims. */
export type Testified = readonly string[];

/** Testimony that cannot all be right, and holds as soon as any of it is wrong. */
export interface Conflict {
  readonly testimony: readonly Testified[];
  /** By how much it fails; 0 where only the exclusion of an end is at odds. */
  readonly gap: number;
}

/** What contradicts each other in a system of constraints, and what would mend it. */
export interface Contradictions {
  /** Minimal sets, the smallest first; at most {@link MOST_CONFLICTS}. */
  readonly conflicts: readonly Conflict[];
  /** Whether these are all that there are. */
  readonly isComplete: boolean;
  /** The fewest testimonies that must be wrong; null if more than {@link MOST_WRONG}. */
  readonly fewest: number | null;
  /** Every choice of so many that would do. */
  readonly repairs: readonly (readonly Testified[])[];
}

export const MOST_CONFLICTS = 20;
export const MOST_WRONG = 5;
/** So many sets are looked at for further conflicts; beyond, not all may be known. */
const MOST_LOOKS = 2000;

/** The name by which a testimony is known. */
export const nameOf = (testimony: Testified): string => testimony.join("|");

/** The inequality that a constraint is, in the name of somebody. */
const edgeOf = <Reason>(one: Constraint, reason: Reason): Edge<Reason> => {
  const { side, start, end, value, inclusive } = one;
  return side === "floor"
    ? { from: end, to: start, most: -value, strict: !inclusive, reason }
    : { from: start, to: end, most: value, strict: !inclusive, reason };
};

const grow = (constraints: readonly Constraint[]): boolean => constraints[0]?.cell === "";

/** The network of constraints of an amount; where it stands for one period alone, nothing travels. */
export const networkIn = (constraints: readonly Constraint[]): Network<Constraint> =>
  networkOf(
    constraints.map((one) => edgeOf(one, one)),
    grow(constraints),
  );

/** Assumptions, which are never left out. */
const ASSUMED = "";

/** Constraints of one amount, by testimony, as what can be left out of them. */
class Bench {
  readonly #by: ReadonlyMap<string, readonly Constraint[]>;
  readonly #network: Network<string>;
  readonly names: readonly string[];

  constructor(constraints: readonly Constraint[]) {
    this.#by = group(constraints, ({ claims, origin }) =>
      origin === null ? ASSUMED : nameOf(claims),
    );
    const all = sort(this.#by.keys(), ascending);
    this.names = all.filter((name) => name !== ASSUMED);
    this.#network = networkOf(
      all.flatMap((name) => this.#constraintsOf(name).map((one) => edgeOf(one, name))),
      grow(constraints),
    );
  }

  #constraintsOf(name: string): readonly Constraint[] {
    return this.#by.get(name) ?? [];
  }

  testimonyOf(name: string): Testified {
    return this.#constraintsOf(name)[0]?.claims ?? [];
  }

  /** The network of assumptions and of some testimony. */
  #networkOf(names: readonly string[]): Network<string> {
    const heard = new Set(names).add(ASSUMED);
    return this.#network.without((name) => !heard.has(name));
  }

  /** Those on a cycle that nothing satisfies; null where there is none. */
  findCycle(names: readonly string[]): readonly string[] | null {
    const found = this.#networkOf(names).contradiction;
    return found && found.filter((name) => name !== ASSUMED).sort(ascending);
  }

  /** A minimal set among some: a cycle, thinned until any one gone makes it hold. */
  findConflict(names: readonly string[]): readonly string[] | null {
    let left = this.findCycle(names);
    if (left === null) return null;
    for (const name of left) {
      const rest: readonly string[] = left.filter((one) => one !== name);
      left = this.findCycle(rest) ?? left;
    }
    return left;
  }

  /** By how much a minimal set fails: by how much one of it misses what the others leave. */
  gapOf([first = "", ...others]: readonly string[]): number {
    const network = this.#networkOf(others);
    const misses = this.#constraintsOf(first).map(({ side, start, end, value }) => {
      const { low, high } = network.rangeOf(start, end);
      return side === "floor"
        ? value - (high?.value ?? Infinity)
        : (low?.value ?? -Infinity) - value;
    });
    return Math.max(0, ...misses.filter(Number.isFinite));
  }
}

/** Sets of exactly so many names that meet every conflict, each as a sorted list. */
function hittingSets(
  conflicts: readonly (readonly string[])[],
  size: number,
): readonly (readonly string[])[] {
  const found = new Map<string, readonly string[]>();
  const extend = (chosen: readonly string[]): void => {
    const unmet = conflicts.find((conflict) => !conflict.some((name) => chosen.includes(name)));
    if (unmet === undefined) {
      if (chosen.length === size) found.set([...chosen].sort(ascending).join(" "), chosen);
      return;
    }
    if (chosen.length < size) for (const name of unmet) extend([...chosen, name]);
  };
  extend([]);
  return [...found].sort(([a], [b]) => ascending(a, b)).map(([, set]) => [...set].sort(ascending));
}

/** Whether more conflicts than can be mended share no testimony: then nothing needs to be tried. */
function isHopeless(bench: Bench): boolean {
  let left = bench.names;
  for (let times = 0; times <= MOST_WRONG; times += 1) {
    const conflict = bench.findConflict(left);
    if (conflict === null) return false;
    left = left.filter((name) => !conflict.includes(name));
  }
  return true;
}

/** The first result that is one. */
function firstOf<Item, Result>(
  items: readonly Item[],
  find: (item: Item) => Result | null,
): Result | null {
  for (const item of items) {
    const found = find(item);
    if (found !== null) return found;
  }
  return null;
}

/** The fewest that must be wrong, by hitting sets of known conflicts, which grow until a set mends all. */
function findRepairs(
  bench: Bench,
  known: (readonly string[])[],
): { readonly fewest: number | null; readonly repairs: readonly (readonly string[])[] } {
  if (isHopeless(bench)) return { fewest: null, repairs: [] };
  for (let size = 0; size <= MOST_WRONG;) {
    const sets = hittingSets(known, size);
    const conflict = firstOf(sets, (set) =>
      bench.findConflict(bench.names.filter((name) => !set.includes(name))),
    );
    if (conflict !== null) known.push(conflict);
    else if (sets.length > 0) return { fewest: size, repairs: sets };
    else size += 1;
  }
  return { fewest: null, repairs: [] };
}

/** Looks for conflicts in what is left without one of each that is known (a hitting-set tree). */
function findFurther(bench: Bench, known: (readonly string[])[]): boolean {
  const seen = new Set([""]);
  const sets: (readonly string[])[] = [[]];
  for (const set of sets) {
    if (known.length > MOST_CONFLICTS || seen.size > MOST_LOOKS) return false;
    const untouched = known.find((conflict) => !conflict.some((name) => set.includes(name)));
    const conflict =
      untouched ?? bench.findConflict(bench.names.filter((name) => !set.includes(name)));
    if (conflict === null) continue;
    if (untouched === undefined) known.push(conflict);
    for (const name of conflict) {
      const next = [...set, name].sort(ascending);
      const key = next.join(" ");
      if (seen.has(key)) continue;
      seen.add(key);
      sets.push(next);
    }
  }
  return true;
}

/**
 * Finds what in a system of constraints cannot all be right.
 *
 * Assumptions are never in doubt here: who doubts one asks without it.
 *
 * @source docs/methodology.md, "When claims contradict each other"
 * @source Reiter 1987, "A theory of diagnosis from first principles" (conflicts and hitting sets)
 */
export function contradictionsIn(constraints: readonly Constraint[]): Contradictions {
  const bench = new Bench(constraints);
  const known: (readonly string[])[] = [];
  const { fewest, repairs } = findRepairs(bench, known);
  const isComplete = findFurther(bench, known);
  const toTestimony = (names: readonly string[]): readonly Testified[] =>
    names.map((name) => bench.testimonyOf(name));
  return {
    conflicts: known
      .sort((a, b) => a.length - b.length || ascending(a.join(" "), b.join(" ")))
      .slice(0, MOST_CONFLICTS)
      .map((names) => ({ testimony: toTestimony(names), gap: bench.gapOf(names) })),
    isComplete: isComplete && known.length <= MOST_CONFLICTS,
    fewest,
    repairs: repairs.map(toTestimony),
  };
}
