import { group } from "d3-array";
import type { Published } from "../../published/tables.ts";
import { formatDays } from "../../words/days.ts";
import { shortName } from "../../words/names.ts";
import type { Choice } from "../canvas.ts";
import { type Party, partyOf } from "./colours.ts";
import type { Ends } from "../../words/ranges.ts";
import { printedOf } from "./said.ts";

/** What one speaker says in all over a time, among figures that cannot all be right. */
export interface Contrary extends Ends {
  readonly claims: readonly string[];
  readonly who: string;
  readonly printed: string;
  readonly when: string;
  /** What the others leave of its period if it is wrong; null where that is not known. */
  readonly left: Ends | null;
}

/** Figures of which some exclude others, with all that hang together by that. */
export interface Contradiction {
  readonly what: string;
  readonly party: Party;
  readonly sides: readonly Contrary[];
  /** How many of them must be wrong at least. */
  readonly wrong: number;
}

export type Contested = Pick<Published, "claims" | "conflicts" | "constraints" | "repairs">;

/** Joins sets that share a member. */
export const joined = (sets: readonly (readonly string[])[]): readonly (readonly string[])[] =>
  sets.reduce<readonly (readonly string[])[]>((groups, set) => {
    const touching = groups.filter((one) => one.some((member) => set.includes(member)));
    const rest = groups.filter((one) => !touching.includes(one));
    return [...rest, [...new Set([...touching.flat(), ...set])]];
  }, []);

const keyOf = ({ claims }: { readonly claims: readonly string[] }): string => claims.join("+");

/**
 * Figures that cannot all be right by what is stated, those that hang together in one; sets of
 * which only the exclusion of an end is at odds are left out.
 */
export function contradictionsIn(
  data: Contested,
  { collection }: Choice,
): readonly Contradiction[] {
  const isOwn = (row: { readonly collection: string; readonly assume: string }): boolean =>
    row.collection === collection && row.assume === "stated";
  const [constraints, repairs] = [data.constraints.filter(isOwn), data.repairs.filter(isOwn)];
  const claims = new Map(data.claims.map((row) => [row.claim, row]));
  const sideOf = (testimony: string): readonly Contrary[] => {
    const ids = testimony.split("+");
    const claim = claims.get(ids[0] ?? "");
    if (claim === undefined) return [];
    const own = constraints.filter((row) => keyOf(row) === testimony);
    const [floor, ceiling] = ["floor", "ceiling"].map((side) =>
      own.find((row) => row.side === side),
    );
    const [, per] = claim.unit.split("/");
    const { from, to } = floor ?? ceiling ?? { from: claim.first_day, to: claim.last_day };
    return [
      {
        ...{ claims: ids, who: shortName(claim.claimant_name), when: formatDays(from, to) },
        printed: `${printedOf(claim)}${per === undefined ? "" : ` a ${per}`}`,
        ...{ low: floor?.value ?? null, low_inclusive: floor?.inclusive ?? null },
        ...{ high: ceiling?.value ?? null, high_inclusive: ceiling?.inclusive ?? null },
        left: repairs.find((row) => keyOf(row) === testimony) ?? null,
      },
    ];
  };
  const rows = data.conflicts.filter((row) => isOwn(row) && row.gap > 0);
  const cells = group(rows, ({ series, period }) => `${series} ${period ?? ""}`);
  return [...cells.values()].flatMap((sets) =>
    joined(sets.map(({ testimony }) => testimony)).map((members): Contradiction => {
      const series = sets[0]?.series ?? "";
      const dropped = group(
        repairs.filter((row) => row.series === series),
        ({ repair }) => repair,
      );
      const wrong = [...dropped.values()].map(
        (repair) => repair.filter((row) => members.includes(keyOf(row))).length,
      );
      const metric = data.claims.find((row) => row.metric === series);
      return {
        what: metric?.metric_label ?? series,
        party: partyOf({ metric: series, topic: metric?.topic ?? "" }),
        sides: members.flatMap(sideOf).toSorted((a, b) => (a.low ?? 0) - (b.low ?? 0)),
        wrong: Math.min(...wrong, members.length - 1),
      };
    }),
  );
}
