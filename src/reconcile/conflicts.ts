/** Claims that cannot all be right: the minimal sets of them, and the fewest that must be wrong. */
import { type ToldConflict, type ToldRepair, conflictsIn, repairsIn } from "../amount/contested.ts";
import type { Solved } from "./estimates.ts";
import { type TableOf, functionsOf, rowsAre, spreadOut } from "./verbs.ts";

type Whose = Pick<Solved, "series" | "cell" | "assume">;

/** A minimal set of testimony of an amount. */
export type Conflict = Whose & ToldConflict;

/** A testimony of a choice of the fewest of an amount that must be wrong. */
export type Repair = Whose & ToldRepair;

const fn = functionsOf({ conflictsIn, repairsIn });
const WHOSE = ["series", "cell", "assume"] as const;

/** Every minimal set of testimony that cannot all be right. */
export const conflictsOf = (systems: TableOf<Solved>): TableOf<Conflict> =>
  spreadOut<Conflict>(
    rowsAre(
      systems
        .derive({ conflict: (d: Solved) => fn.conflictsIn(d.system) })
        .select(...WHOSE, "conflict")
        .unroll("conflict"),
    ),
    "conflict",
    [
      ...WHOSE,
      ...(["reading", "conflict", "testimony", "claims", "origins", "gap", "complete"] as const),
    ],
  );

/** Every choice of the fewest that must be wrong, with what the others leave of the period of each. */
export const repairsOf = (systems: TableOf<Solved>): TableOf<Repair> =>
  spreadOut<Repair>(
    rowsAre(
      systems
        .derive({ repair: (d: Solved) => fn.repairsIn(d.system) })
        .select(...WHOSE, "repair")
        .unroll("repair"),
    ),
    "repair",
    [
      ...WHOSE,
      ...(["reading", "repair", "claims", "origin", "from", "to"] as const),
      ...(["low", "low_inclusive", "high", "high_inclusive"] as const),
    ],
  );
