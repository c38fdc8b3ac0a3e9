import { ascending } from "d3-array";
import { hasFurther, keepCollection } from "../ledger/collections.ts";
import { type AssumptionSet, SETS } from "../ledger/sets.ts";
import type { Ledger } from "../ledger/tables.ts";
import { crosscheckResults } from "../reconcile/crosschecks.ts";
import { firstDayAfter } from "../amount/periods.ts";
import { type Reconciled, reconcile } from "../reconcile/reconcile.ts";
import { rowsOf } from "../reconcile/verbs.ts";
import { apparentConflicts } from "../sensitivity/apparent-conflicts.ts";
import { hindsightOf } from "../sensitivity/hindsight.ts";
import { sensitivityOf } from "../sensitivity/decisions.ts";
import { tippingPoints } from "../sensitivity/tipping-points.ts";
import { publishClaims, publishMutations, publishRetellings, publishStatements } from "./rows.ts";
import type { Published } from "./tables.ts";

type Collection = Published["estimates"][number]["collection"];

/** What is published of amounts, from one collection. */
type Amounts = Pick<
  Published,
  "constraints" | "estimates" | "without" | "conflicts" | "repairs" | "sensitivity"
>;

/** What stands in the order of the ledger's quantities, of the sets of assumptions and of time. */
interface Placed {
  readonly metric: string;
  readonly assume: AssumptionSet;
  readonly from: string | null;
  readonly to: string;
}

/** Rows of ranges as readers look for them; several of one question keep their order. */
function inOrder<Row extends Placed>(rows: readonly Row[], { metrics }: Ledger): readonly Row[] {
  const places = new Map(metrics.map(({ id }, place) => [id, place]));
  const byPlace = ({ metric }: Row, other: Row): number =>
    ascending(places.get(metric), places.get(other.metric));
  return rows.toSorted(
    (one, other) =>
      byPlace(one, other) ||
      ascending(SETS.indexOf(one.assume), SETS.indexOf(other.assume)) ||
      ascending(one.from ?? "", other.from ?? "") ||
      ascending(one.to, other.to),
  );
}

const periodOf = (cell: string): string | null => (cell === "" ? null : cell);
const readingOf = (reading: string): string | null => (reading === "" ? null : reading);

function amountsIn(ledger: Ledger, reconciled: Reconciled, collection: Collection): Amounts {
  return {
    constraints: rowsOf(reconciled.constraints).map((row) => ({
      series: row.series,
      collection,
      reading: readingOf(row.reading),
      assume: row.assume,
      side: row.side,
      from: firstDayAfter(row.start),
      to: row.end,
      value: row.value,
      inclusive: row.inclusive,
      binds: row.binds,
      claims: row.claims,
      origin: row.origin,
      institution: row.institution,
    })),
    estimates: inOrder(rowsOf(reconciled.estimates), ledger).map((row) => ({ ...row, collection })),
    without: inOrder(rowsOf(reconciled.without), ledger).map((row) => ({ ...row, collection })),
    conflicts: rowsOf(reconciled.conflicts).map(({ cell, ...row }) => ({
      ...row,
      period: periodOf(cell),
      reading: readingOf(row.reading),
      collection,
      minimal: true,
    })),
    repairs: rowsOf(reconciled.repairs).map(({ cell, ...row }) => ({
      ...row,
      period: periodOf(cell),
      reading: readingOf(row.reading),
      collection,
    })),
    sensitivity: sensitivityOf(ledger, reconciled, collection),
  };
}

/** What the documents say, which no reconciling changes: once for all of them. */
function facts(ledger: Ledger, { unused }: Reconciled, inCore: ReadonlySet<string>) {
  const reasons = new Map(rowsOf(unused).map(({ claim, reason }) => [claim, reason]));
  return {
    claims: publishClaims(ledger, reasons),
    crosscheck_results: crosscheckResults(ledger, inCore),
    tipping_points: tippingPoints(ledger, inCore),
    statements: publishStatements(ledger),
    mutations: publishMutations(ledger),
    retellings: publishRetellings(ledger),
  };
}

/**
 * Computes all that is published from a checked ledger, for each collection by itself: what the
 * core publishes is the same with and without further documents. Where there are none, all
 * documents say what the core says.
 *
 * Rows come in the ledger's order, the core first; ranges of a quantity from the weakest set of
 * assumptions to the strongest, and from the first day to the last.
 *
 * @source docs/decisions/0025-collections-are-ledgers.md
 */
export function publish(ledger: Ledger): Published {
  const core = keepCollection(ledger, "core");
  const inCore = new Set(core.crosschecks.map(({ id }) => id));
  const own = reconcile(core);
  const all = hasFurther(ledger) ? reconcile(ledger) : own;
  const [alone, together] = [amountsIn(core, own, "core"), amountsIn(ledger, all, "all")];
  return {
    ...facts(ledger, all, inCore),
    constraints: [...alone.constraints, ...together.constraints],
    estimates: [...alone.estimates, ...together.estimates],
    without: [...alone.without, ...together.without],
    conflicts: [...alone.conflicts, ...together.conflicts],
    repairs: [...alone.repairs, ...together.repairs],
    sensitivity: [...alone.sensitivity, ...together.sensitivity],
    hindsight: hindsightOf(ledger, all),
    apparent_conflicts: apparentConflicts(ledger, all),
  };
}
