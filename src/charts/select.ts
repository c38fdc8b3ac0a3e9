import type { Answered, PublishedClaim, PublishedCrosscheck } from "../reconcile/published.ts";
import type { MarkRow } from "./mark-row.ts";
import { rowsOfClaims } from "./retold.ts";

/** Claims about some metrics, and those about parts of the first that bound it from below. */
export function claimsBearing(
  published: Answered,
  metrics: readonly [string, ...string[]],
): readonly PublishedClaim[] {
  const [whole] = metrics;
  const bounding = new Set(
    published.bounds.flatMap(({ metric, claims }) => (metric === whole ? claims : [])),
  );
  return published.claims.filter(
    ({ claim, metric }) => metrics.includes(metric) || bounding.has(claim),
  );
}

/** A formula that names one claim or another cross-check, to hold it against something. */
const IS_NAMED_ONLY = /^[cx]_[a-z0-9_]+$/u;

/** Arithmetic whose result has a unit, but not what only sets something drawn already against something. */
export function checksIn(
  { crosschecks }: Pick<Answered, "crosschecks">,
  unit: string,
): readonly PublishedCrosscheck[] {
  return crosschecks.filter((check) => check.unit === unit && !IS_NAMED_ONLY.test(check.formula));
}

/** All rounds of artillery that were delivered, and the calibres that are parts of them. */
export const SHELLS = "m_shells_delivered";
const SHELLS_AND_PARTS = [SHELLS, "m_shells_152_delivered", "m_rounds_122_delivered"] as const;

/** What a label says before the words that both labels end in, two words at least: "152-mm shells". */
function ownWords(label: string, whole: string): string {
  const [own, other] = [label.split(" "), whole.split(" ")];
  const shared = own.toReversed().findIndex((word, index) => word !== other.at(-1 - index));
  return own.slice(0, Math.max(2, shared === -1 ? 0 : own.length - shared)).join(" ");
}

/** What a claim about other parts of the rounds says of all of them: never a ceiling. */
function asFloor(claim: PublishedClaim): readonly PublishedClaim[] {
  if (SHELLS_AND_PARTS.some((metric) => metric === claim.metric)) return [claim];
  if (claim.low === null) return [];
  return [{ ...claim, high: null, high_inclusive: null, bound: "at_least" }];
}

/**
 * Claims of delivered rounds as marks; those of one calibre say which, and that it is one
 * reading. A count of some ships is a floor.
 */
export function shellRows(published: Answered): readonly MarkRow[] {
  const claims = claimsBearing(published, [...SHELLS_AND_PARTS]).flatMap(asFloor);
  const whole = claims.find(({ metric }) => metric === SHELLS)?.metric_label ?? "";
  return rowsOfClaims(claims, (claim) => {
    if (claim.metric === SHELLS) return "";
    const part = ownWords(claim.metric_label, whole);
    return claim.alternative === null ? part : `if all are ${part}`;
  });
}
