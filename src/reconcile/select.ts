import type { Claim, Ledger, Metric } from "../ledger/tables.ts";

export type Collection = "core" | "all";

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

/** The group and option of a claim's `alternative`, or null. */
export function alternativeOf(
  claim: Pick<Claim, "alternative">,
): { readonly group: string; readonly option: string } | null {
  const [group, option] = claim.alternative?.split("/") ?? [];
  return group === undefined || option === undefined ? null : { group, option };
}

const groupOf = (claim: Claim): string | null => {
  const alternative = alternativeOf(claim);
  return alternative ? `${claim.source}/${alternative.group}` : null;
};

/** Claims about the metric or its kin, and the other options of the choices they belong to. */
function bearingOn(kin: Kin, claims: readonly Claim[]): readonly Claim[] {
  const direct = ({ metric }: Claim): boolean =>
    metric === kin.self || kin.parts.has(metric) || kin.wholes.has(metric);
  const groups = new Set(claims.filter(direct).map(groupOf));
  groups.delete(null);
  return claims.filter((claim) => direct(claim) || groups.has(groupOf(claim)));
}

function reasonAgainst(claim: Claim, ledger: Ledger, without: readonly string[]): string | null {
  if (claim.status !== "active") return `status: ${claim.status}`;
  if (claim.repeats === "distorted") return "a retelling that changes its origin's figure";
  const notAState = NOT_A_STATE[claim.modality];
  if (notAState !== undefined) return notAState;
  const reading = alternativeOf(claim)?.option;
  const assumption = ledger.assumptions.find(({ id }) => id === reading);
  if (assumption?.default === "off") return `a reading that is not chosen: ${assumption.label}`;
  if (without.includes(claim.origin)) return `origin ${claim.origin} is left out on request`;
  return null;
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
  const judged = bearing.map((claim) => ({
    claim,
    reason: reasonAgainst(claim, ledger, selection.without ?? []),
  }));
  return {
    claims: judged.filter(({ reason }) => reason === null).map(({ claim }) => claim),
    unused: judged.flatMap(({ claim, reason }) =>
      reason !== null && (claim.metric === kin.self || kin.parts.has(claim.metric))
        ? [{ claim: claim.id, reason }]
        : [],
    ),
  };
}
