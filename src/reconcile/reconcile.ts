/**
 * Reconciles what the documents of a ledger say of amounts.
 *
 *     eligible -> testimony -> constraints -> systems -> estimates
 *                                                    +-> without, conflicts, repairs
 *
 * Each stage is a function from table to table in a file of its name.
 *
 * @source docs/methodology.md
 */
import type { Ledger } from "../ledger/tables.ts";
import { type Conflict, type Repair, conflictsOf, repairsOf } from "./conflicts.ts";
import type { Constraint, EligibleClaim } from "../amount/rows.ts";
import { isTaken, readingsAmong } from "../amount/solve.ts";
import { constraintsOf } from "./constraints.ts";
import { type UnusedClaim, eligibleClaims } from "./eligible.ts";
import type { Ask, Estimate } from "../amount/answers.ts";
import { type Solved, asksOf, estimatesOf, systemsOf } from "./estimates.ts";
import { testimonyOf } from "./testimony.ts";
import { type TableOf, crossed, functionsOf, rowsAre, rowsOf, tableOf } from "./verbs.ts";
import { type Without, withoutOf } from "./without.ts";

/** Who is not heard. */
export interface Hearing {
  /** Origins and institutions that are left out. */
  readonly without?: readonly string[];
  /** Documents count that had been published by this day. */
  readonly knownOn?: string | null;
}

/** The amounts of a ledger, solved, and what they were solved from. */
export interface Solution {
  readonly eligible: TableOf<EligibleClaim>;
  readonly unused: TableOf<UnusedClaim>;
  readonly constraints: TableOf<Constraint>;
  readonly systems: TableOf<Solved>;
}

/** All that is published of amounts. */
export interface Reconciled extends Solution {
  readonly asks: TableOf<Ask>;
  readonly estimates: TableOf<Estimate>;
  readonly without: TableOf<Without>;
  readonly conflicts: TableOf<Conflict>;
  readonly repairs: TableOf<Repair>;
}

const fn = functionsOf({ isTaken });

/** Each claim under each combination of readings in which it is one. */
function underReadings(
  eligible: TableOf<EligibleClaim>,
  readings: readonly string[],
): TableOf<EligibleClaim & { readonly reading: string }> {
  const all = crossed(
    eligible,
    tableOf(
      readings.map((reading) => ({ reading })),
      ["reading"],
    ),
  );
  return rowsAre(
    all.filter((d: EligibleClaim & { reading: string }) =>
      fn.isTaken({ choice: d.choice, option: d.option }, d.reading),
    ),
  );
}

/** Solves all amounts of which a ledger's documents speak. */
export function solve(ledger: Ledger, { without = [], knownOn = null }: Hearing = {}): Solution {
  const { eligible, unused } = eligibleClaims(ledger);
  const left = tableOf(
    without.map((id) => ({ id })),
    ["id"],
  );
  const dated = eligible.params({ knownOn }) as typeof eligible;
  const published = rowsAre<EligibleClaim>(
    dated.filter(
      (d: EligibleClaim, $: Required<Hearing>) =>
        $.knownOn === null || (d.known_on !== null && d.known_on <= $.knownOn),
    ),
  );
  const readings = readingsAmong(rowsOf(published).map(({ choice }) => choice));
  const all = underReadings(published, readings);
  const heard = all.antijoin(left, ["origin", "id"]).antijoin(left, ["institution", "id"]);
  const constraints = constraintsOf(testimonyOf(rowsAre(heard)), all, ledger);
  return { eligible, unused, constraints, systems: systemsOf(constraints, readings) };
}

/** Reconciles all amounts of which a ledger's documents speak. */
export function reconcile(ledger: Ledger): Reconciled {
  const solution = solve(ledger);
  const asks = asksOf(solution.eligible, solution.systems, ledger);
  return {
    ...solution,
    asks,
    estimates: estimatesOf(solution.systems, asks),
    without: withoutOf(solution.systems, asks),
    conflicts: conflictsOf(solution.systems),
    repairs: repairsOf(solution.systems),
  };
}
