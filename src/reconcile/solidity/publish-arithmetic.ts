import type { Ledger } from "../../ledger/tables.ts";
import type { Collection } from "../collection.ts";
import { groupBy } from "../group-by.ts";
import { unbounded } from "../interval.ts";
import { type PublishedCrosscheck, endsOf, intervalOf } from "../published.ts";
import {
  type ArithmeticGrounds,
  type ArithmeticSwing,
  arithmeticSwingsIn,
} from "./arithmetic-swings.ts";
import { compareReach, effectOn, reachBetween } from "./reach.ts";
import type { PublishedArithmeticSwing } from "./rows.ts";

/** Where a document that it rests on does not speak, its claims do not count. */
const FALLEN: PublishedCrosscheck["verdict"] = "rests on a claim that does not count";

/** Every cross-check under each choice and number that touches it, in the order of the cross-checks. */
export function publishArithmetic(
  ledger: Ledger,
  collection: Collection,
  grounds: ArithmeticGrounds,
): readonly PublishedArithmeticSwing[] {
  const units = new Map(ledger.metrics.map(({ id, unit }) => [id, unit]));
  const unitOf = new Map(ledger.assumptions.map((row) => [row.id, units.get(row.metric) ?? ""]));
  const rowOf = ({ published, result, ...setting }: ArithmeticSwing): PublishedArithmeticSwing => {
    const range = result ? intervalOf(result) : unbounded;
    const before = intervalOf(published);
    const verdict = result?.verdict ?? FALLEN;
    const [low_effect, high_effect] = [
      effectOn(before.low, range.low),
      effectOn(before.high, range.high),
    ];
    const reach = reachBetween(before, range);
    return {
      crosscheck: published.crosscheck,
      crosscheck_label: published.label,
      unit: published.unit,
      collection,
      ...setting,
      value_unit: setting.kind === "number" ? (unitOf.get(setting.moved) ?? "") : "",
      ...endsOf(range),
      verdict,
      low_effect,
      high_effect,
      moves: reach > 0 || verdict !== published.verdict,
      reach: Number.isFinite(reach) ? reach : null,
    };
  };
  const byCrosscheck = groupBy(
    arithmeticSwingsIn(ledger, collection, grounds).map(rowOf),
    ({ crosscheck }) => crosscheck,
  );
  const reachOf = ({ reach }: PublishedArithmeticSwing): number => reach ?? Infinity;
  return grounds.published.flatMap(({ crosscheck }) =>
    (byCrosscheck.get(crosscheck) ?? []).toSorted((a, b) => compareReach(reachOf(b), reachOf(a))),
  );
}
