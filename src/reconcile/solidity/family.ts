import type { Formula } from "../../ledger/formula.ts";
import type { Ledger, Metric } from "../../ledger/tables.ts";
import { alternativeOf } from "../choice.ts";
import { idsIn } from "../collection.ts";

/** The metrics that a metric is part of, the nearest first. */
export function wholesOf(metric: string, metrics: readonly Metric[]): readonly string[] {
  const whole = metrics.find(({ id }) => id === metric)?.part_of ?? null;
  return whole === null ? [] : [whole, ...wholesOf(whole, metrics)];
}

/** The metrics that are part of a metric, by way of others too. */
export function partsOf(metric: string, metrics: readonly Metric[]): ReadonlySet<string> {
  return new Set(
    metrics.filter(({ id }) => wholesOf(id, metrics).includes(metric)).map(({ id }) => id),
  );
}

/** A metric with its parts, its wholes, and all that are parts of the same whole. */
export function familyOf(metric: string, metrics: readonly Metric[]): ReadonlySet<string> {
  const top = wholesOf(metric, metrics).at(-1) ?? metric;
  return new Set([top, ...partsOf(top, metrics)]);
}

/**
 * The claims of a ledger that an estimate of a metric can depend on: those about the
 * metric and its family, those that share a choice with them, and those that they are
 * derived from. Everything else stays out, so that hundreds of estimates are cheap.
 */
export function keepFamily(ledger: Ledger, metric: string): Ledger {
  const { metrics, claims, assumptions } = ledger;
  // siblings matter too: where one of them is all there is, the metric is 0
  const family = familyOf(metric, metrics);
  const groups = new Set(
    claims.filter((claim) => family.has(claim.metric)).map((claim) => alternativeOf(claim)?.group),
  );
  groups.delete(undefined);
  const formulas = new Map<string, Formula | null>([
    ...[...claims, ...assumptions].map(({ id, derived_from }) => [id, derived_from] as const),
    ...ledger.crosschecks.map(({ id, formula }) => [id, formula] as const),
  ]);
  const needed = new Set(
    claims
      .filter((claim) => family.has(claim.metric) || groups.has(alternativeOf(claim)?.group))
      .map(({ id }) => id),
  );
  for (const id of needed) {
    const formula = formulas.get(id);
    if (formula) for (const below of idsIn(formula.term)) needed.add(below);
  }
  return { ...ledger, claims: claims.filter(({ id }) => needed.has(id)) };
}
