/** What contradicts each other in a system, told with who says it. */
import type { Ends } from "../arithmetic/interval.ts";
import type { Testified } from "./contradictions.ts";
import { firstDayAfter } from "./periods.ts";
import type { Constraint } from "./rows.ts";
import { type System, type World, answerOf } from "./systems.ts";

/** Testimony that cannot all be right, and holds as soon as any of it is wrong. */
export interface ToldConflict {
  /** The combination of open readings; "" where none is open. */
  readonly reading: string;
  readonly conflict: number;
  /** One item for each testimony, its retellings joined by "+". */
  readonly testimony: readonly string[];
  readonly claims: readonly string[];
  readonly origins: readonly string[];
  /** By how much it fails, in the amount's unit; 0 where the numbers agree and the words do not. */
  readonly gap: number;
  /** Whether these are all of the amount's conflicts that there are. */
  readonly complete: boolean;
}

/** One testimony of a choice of the fewest that must be wrong, and what the others leave of its period. */
export interface ToldRepair extends Ends {
  readonly reading: string;
  readonly repair: number;
  readonly claims: readonly string[];
  readonly origin: string;
  readonly from: string | null;
  readonly to: string;
}

function saidIn({ constraints }: World, testimony: Testified): readonly Constraint[] {
  const name = testimony.join("|");
  return constraints.filter(({ claims }) => claims.join("|") === name);
}

/** Every minimal set of testimony that cannot all be right. */
export const conflictsIn = ({ worlds }: System): readonly ToldConflict[] =>
  worlds.flatMap((world) => {
    const { conflicts, isComplete } = world.contradictions ?? { conflicts: [], isComplete: true };
    return conflicts.map(({ testimony, gap }, at) => ({
      reading: world.reading,
      conflict: at + 1,
      testimony: testimony.map((claims) => claims.join("+")),
      claims: testimony.flat(),
      origins: [...new Set(testimony.flatMap((one) => saidIn(world, one)[0]?.origin ?? []))].sort(),
      gap,
      complete: isComplete,
    }));
  });

/** Every choice of the fewest that must be wrong, a row for each testimony in it. */
export const repairsIn = ({ worlds }: System): readonly ToldRepair[] =>
  worlds.flatMap((world) =>
    (world.contradictions?.repairs ?? []).flatMap((repair, at) =>
      repair.map((testimony) => {
        const said = saidIn(world, testimony);
        const start = said.map((one) => one.start).sort()[0] ?? "";
        const to =
          said
            .map((one) => one.end)
            .sort()
            .at(-1) ?? "";
        const left = world.networks[at]?.rangeOf(start, to) ?? { low: null, high: null };
        const { low, low_inclusive, high, high_inclusive } = answerOf(left);
        return {
          ...{ reading: world.reading, repair: at + 1, claims: testimony },
          ...{ origin: said[0]?.origin ?? "", from: firstDayAfter(start), to },
          ...{ low, low_inclusive, high, high_inclusive },
        };
      }),
    ),
  );
