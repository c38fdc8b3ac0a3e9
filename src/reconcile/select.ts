import { group } from "d3-array";
import type { Claim, Ledger, Metric, Origin } from "../ledger/tables.ts";
import { groupOf } from "./choice.ts";
import type { Collection } from "./collection.ts";
import { rootOf } from "./root.ts";
import { type Standing, standingIn } from "./standing.ts";

/** Which claims an estimate is made from. */
export interface Selection {
  readonly metric: string;
  readonly collection: Collection;
  /** Origins left out on purpose. */
  readonly without?: readonly string[];
}

/** An active claim that did not enter, and the reason in words. */
export interface Unused {
  readonly claim: string;
  readonly reason: string;
}

/** Claims that bear on a metric, sorted into those that may speak and those that may not. */
export interface Selected {
  readonly claims: readonly Claim[];
  readonly unused: readonly Unused[];
}

const NOT_A_STATE: Partial<Record<Claim["modality"], string>> = {
  planned: "planned, not carried out",
  target: "a target, not a count",
  denied: "the document denies the figure",
};

/** The metric itself, what it is part of, and its parts: their bounds bear on it. */
export interface Kin {
  readonly self: string;
  readonly wholes: ReadonlySet<string>;
  readonly parts: ReadonlySet<string>;
  /** Other parts of the same wholes: where one of them is all there is, the metric is 0. */
  readonly siblings: ReadonlySet<string>;
}

/**
 * The metrics whose bounds bear on a metric. A part's floor is a floor of the
 * whole, a whole's ceiling is a ceiling of the part.
 *
 * @throws RangeError when the metric is unknown.
 */
export function kinOf(metric: string, metrics: readonly Metric[]): Kin {
  const byId = new Map(metrics.map((row) => [row.id, row]));
  if (!byId.has(metric)) throw new RangeError(`unknown metric ${metric}`);
  const wholesOf = (id: string): readonly string[] => {
    const whole = byId.get(id)?.part_of ?? null;
    return whole === null ? [] : [whole, ...wholesOf(whole)];
  };
  const wholes = new Set(wholesOf(metric));
  const parts = new Set(
    metrics.filter(({ id }) => wholesOf(id).includes(metric)).map(({ id }) => id),
  );
  const siblings = new Set(
    metrics
      .filter(({ id }) => id !== metric && !wholes.has(id) && !parts.has(id))
      .filter(({ id }) => wholesOf(id).some((whole) => wholes.has(whole)))
      .map(({ id }) => id),
  );
  return { self: metric, wholes, parts, siblings };
}

/** Claims about the metric or its kin, and the other options of the choices they belong to. */
function bearingOn(kin: Kin, claims: readonly Claim[]): readonly Claim[] {
  const direct = ({ metric }: Claim): boolean =>
    metric === kin.self || kin.parts.has(metric) || kin.wholes.has(metric);
  const groups = new Set(claims.filter(direct).map(groupOf));
  groups.delete(null);
  return claims.filter((claim) => direct(claim) || groups.has(groupOf(claim)));
}

/** What the claims of a ledger are judged by. */
interface Measure {
  readonly without: ReadonlySet<string>;
  readonly origins: ReadonlyMap<string, Origin>;
  readonly standing: Standing;
}

function measureOf(ledger: Ledger, { without = [] }: Selection): Measure {
  return {
    without: new Set(without),
    origins: new Map(ledger.origins.map((row) => [row.id, row])),
    standing: standingIn(ledger),
  };
}

function reasonAgainst(claim: Claim, { without, origins, standing }: Measure): string | null {
  const reason = standing(claim) ?? NOT_A_STATE[claim.modality];
  if (reason !== undefined) return reason;
  // who leaves out an act of estimation leaves out its retellings too
  const left = [claim.origin, rootOf(claim.origin, origins)].find((id) => without.has(id));
  return left === undefined ? null : `origin ${left} is left out on request`;
}

interface Judged {
  readonly claim: Claim;
  readonly reason: string | null;
}

/**
 * Choices with an option that counts nothing, a plan for instance: as long as that
 * reading may be the right one, the other options do not bound anything.
 */
function emptyChoices(judged: readonly Judged[]): ReadonlySet<string | null> {
  const standing = judged.filter(
    ({ claim, reason }) =>
      claim.alternative !== null && (reason === null || reason === NOT_A_STATE[claim.modality]),
  );
  const options = group(standing, ({ claim }) => `${claim.source}/${claim.alternative ?? ""}`);
  return new Set(
    [...options.values()]
      .filter((option) => option.every(({ reason }) => reason !== null))
      .map(([first]) => (first ? groupOf(first.claim) : null)),
  );
}

/** Why each claim may not enter, or null. */
function judge(claims: readonly Claim[], measure: Measure): readonly Judged[] {
  const judged = claims.map((claim) => ({ claim, reason: reasonAgainst(claim, measure) }));
  const empty = emptyChoices(judged);
  return judged.map((one) =>
    one.reason === null && one.claim.alternative !== null && empty.has(groupOf(one.claim))
      ? { ...one, reason: "another reading of the same words counts nothing" }
      : one,
  );
}

/**
 * Sorts the claims that bear on a metric, directly or as part or whole of it.
 *
 * @returns Claims in the ledger's order. Claims outside the collection are not listed at all.
 * @throws RangeError when the metric is unknown.
 */
export function selectClaims(ledger: Ledger, selection: Selection): Selected {
  const kin = kinOf(selection.metric, ledger.metrics);
  const inCollection = new Set(
    ledger.sources
      .filter(({ collection }) => selection.collection === "all" || collection === "core")
      .map(({ id }) => id),
  );
  const bearing = bearingOn(
    kin,
    ledger.claims.filter(({ source }) => inCollection.has(source)),
  );
  const judged = judge(bearing, measureOf(ledger, selection));
  return {
    claims: judged.filter(({ reason }) => reason === null).map(({ claim }) => claim),
    unused: judged.flatMap(({ claim, reason }) =>
      reason !== null && (claim.metric === kin.self || kin.parts.has(claim.metric))
        ? [{ claim: claim.id, reason }]
        : [],
    ),
  };
}
