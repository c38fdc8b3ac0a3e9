import type { Claim, Ledger, Metric, Origin } from "../../ledger/tables.ts";
import { alternativeOf } from "../choice.ts";
import { idsIn } from "../collection.ts";
import { byId, groupBy } from "../group-by.ts";
import { kinIn, kinOf } from "../kin.ts";
import { reached } from "../reached.ts";

/** The metrics that a metric is part of, the nearest first. */
export const wholesOf = (metric: string, metrics: readonly Metric[]): readonly string[] => [
  ...kinOf(metric, metrics).wholes,
];

/** The metrics that are part of a metric, by way of others too. */
export const partsOf = (metric: string, metrics: readonly Metric[]): ReadonlySet<string> =>
  kinOf(metric, metrics).parts;

/** Origins that claims go back to, with all that they rest on. */
export function originsOf(
  claims: readonly Claim[],
  origins: ReadonlyMap<string, Origin>,
): readonly Origin[] {
  const ids = reached(
    claims.map(({ origin }) => origin),
    (id) => origins.get(id)?.based_on ?? [],
  );
  return [...ids].flatMap((id) => origins.get(id) ?? []);
}

/** What each row with a formula is computed from. */
export function basesIn({
  claims,
  assumptions,
  crosschecks,
}: Ledger): (id: string) => readonly string[] {
  const bases = new Map<string, readonly string[]>();
  for (const { id, derived_from } of [...claims, ...assumptions])
    if (derived_from) bases.set(id, idsIn(derived_from.term));
  for (const { id, formula } of crosschecks) bases.set(id, idsIn(formula.term));
  return (id) => bases.get(id) ?? [];
}

/** A metric with its parts, its wholes, and all that are parts of the same whole. */
export function familyOf(metric: string, metrics: readonly Metric[]): ReadonlySet<string> {
  const top = wholesOf(metric, metrics).at(-1) ?? metric;
  return new Set([top, ...partsOf(top, metrics)]);
}

/**
 * The part of a ledger that an estimate of a metric can depend on: claims about the
 * metric and its family, those that share a choice with them, and those that they are
 * derived from, with their origins, documents and assumptions. Everything else stays out, so that
 * hundreds of estimates are cheap. One ledger serves all metrics of a family.
 */
export function familiesIn(ledger: Ledger): (metric: string) => Ledger {
  const { metrics, claims, sources } = ledger;
  const kin = kinIn(metrics);
  const placeOf = new Map(claims.map(({ id }, place) => [id, place]));
  const byMetric = groupBy(claims, (claim) => claim.metric);
  const byGroup = groupBy(claims, (claim) => alternativeOf(claim)?.group);
  byGroup.delete(undefined);
  const basesOf = basesIn(ledger);
  const origins = byId(ledger.origins);
  const documents = byId(sources);
  const known = new Map<string, Ledger>();
  const ledgerOf = (top: string): Ledger => {
    // siblings matter too: where one of them is all there is, the metric is 0
    const family = new Set([top, ...kin(top).parts]);
    const own = [...family].flatMap((id) => byMetric.get(id) ?? []);
    const groups = new Set(own.map((claim) => alternativeOf(claim)?.group));
    const sharing = [...groups].flatMap((group) => byGroup.get(group) ?? []);
    const needed = reached(
      [...own, ...sharing].map(({ id }) => id),
      basesOf,
    );
    const places = [...needed].flatMap((id) => placeOf.get(id) ?? []).sort((a, b) => a - b);
    const kept = places.flatMap((place) => claims[place] ?? []);
    const printed = new Set(kept.map(({ source }) => source));
    const named = new Set([
      ...needed,
      ...kept.flatMap((claim) => alternativeOf(claim)?.option ?? []),
      ...[...family].map((id) => id.replace(/^m_/u, "p_window_")),
    ]);
    return {
      ...ledger,
      metrics: metrics.filter(({ id }) => family.has(id)),
      assumptions: ledger.assumptions.filter(({ id }) => named.has(id)),
      claims: kept,
      origins: originsOf(kept, origins),
      sources: [...printed].flatMap((id) => documents.get(id) ?? []),
    };
  };
  return (metric) => {
    const top = [...kin(metric).wholes].at(-1) ?? metric;
    const found = known.get(top) ?? ledgerOf(top);
    known.set(top, found);
    return found;
  };
}
