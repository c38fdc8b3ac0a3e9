/** How much a range hangs on one origin, or on one institution: what is left without it. */
import type { Ends } from "../arithmetic/interval.ts";
import { type Ask, inUnit } from "./answers.ts";
import { startOf } from "./periods.ts";
import type { Constraint } from "./rows.ts";
import {
  type Answer,
  type System,
  type Whose,
  type World,
  answerOf,
  answersTo,
  hullOf,
} from "./systems.ts";

/** Those without whom the range may be another: all others leave it as it is, or leave it contested. */
function influential(world: World, whose: Whose, start: string, end: string): readonly string[] {
  const { constraints, contradictions, networks } = world;
  const idsOf = (rows: readonly Constraint[]): readonly string[] =>
    rows.flatMap((row) => row[whose] ?? []);
  if (contradictions === null)
    return networks.flatMap((network) => {
      const { low, high } = network.rangeOf(start, end);
      return idsOf([...(low?.reasons ?? []), ...(high?.reasons ?? [])]);
    });
  const behind = contradictions.conflicts.map(({ testimony }) => {
    const names = new Set(testimony.map((claims) => claims.join("|")));
    return new Set(idsOf(constraints.filter(({ claims }) => names.has(claims.join("|")))));
  });
  const [first = new Set(), ...others] = behind;
  return [...first].filter((id) => others.every((ids) => ids.has(id)));
}

/** The range without each of those who matter to it; whoever is missing leaves it as it is, or no range at all. */
export function rangesWithout(
  { worlds }: System,
  whose: Whose,
  start: string,
  end: string,
): ReadonlyMap<string, Answer> {
  const ids = [...new Set(worlds.flatMap((world) => influential(world, whose, start, end)))].sort();
  return new Map(
    ids.flatMap((id) => {
      const networks = worlds.map((world) => world.without(whose, id));
      const sound = networks.filter((network) => network !== null);
      return sound.length < networks.length
        ? []
        : [[id, hullOf(sound.map((network) => answerOf(network.rangeOf(start, end))))] as const];
    }),
  );
}

/** The outer ends of the ranges that exist if any one origin may be wrong; null where none exists. */
export function ifAnyOneWrong(system: System, start: string, end: string): Answer | null {
  const isSettled = system.worlds.every(({ contradictions }) => contradictions === null);
  const left = [...rangesWithout(system, "origin", start, end).values()];
  const all = isSettled ? [...left, ...answersTo(system, start, end)] : left;
  return all.length === 0 ? null : hullOf(all);
}

/** What is left of a range without one origin or institution. */
export interface RangeWithout extends Ends {
  readonly whose: Whose;
  /** The origin or the institution that is left out. */
  readonly left_out: string;
}

/** The range of a question without each origin and each institution that matters to it, in the unit asked. */
export const rangesWithoutOne = (
  system: System,
  ask: Pick<Ask, "measure" | "from" | "to">,
): readonly RangeWithout[] =>
  (["origin", "institution"] as const).flatMap((whose) =>
    [...rangesWithout(system, whose, startOf(ask.from), ask.to)].map(([left_out, answer]) => {
      const { low, low_inclusive, high, high_inclusive } = inUnit(answer, ask);
      return { whose, left_out, low, low_inclusive, high, high_inclusive };
    }),
  );
