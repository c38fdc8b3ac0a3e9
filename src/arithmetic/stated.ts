import { halfUnitOf } from "../ledger/numbers.ts";
import type { Claim } from "../ledger/tables.ts";
import { type Bound, type Interval, boundAt } from "./interval.ts";

const endAt = (value: number | null, claim: Claim, inclusive: boolean): Bound | null =>
  value === null ? null : boundAt(value, [claim.id], inclusive);

/** Which ends a claim leaves open, whatever else it says, and which of them it excludes. */
const ONE_SIDED: Partial<Record<Claim["bound"], "low" | "high">> = {
  at_least: "low",
  more_than: "low",
  at_most: "high",
  less_than: "high",
};
const excludes = ({ bound, low_exclusive, high_exclusive }: Claim) => ({
  low: bound === "more_than" || low_exclusive === "yes",
  high: bound === "less_than" || bound === "nearly" || high_exclusive === "yes",
});

/** The interval between two numbers, open on the side that the claim's word leaves open. */
function between(claim: Claim, low: number | null, high: number | null): Interval {
  const only = ONE_SIDED[claim.bound];
  const excluded = excludes(claim);
  return {
    low: only === "high" ? null : endAt(low, claim, !excluded.low),
    high: only === "low" ? null : endAt(high, claim, !excluded.high),
  };
}

const tenth = (value: number): number => Math.min(value / 10, value * 10);
const tenfold = (value: number): number => Math.max(value / 10, value * 10);

/**
 * What one claim prints as an interval, each end bound by the claim itself: what arithmetic uses.
 *
 * "About x" is the number x, "nearly x" only says where the number ends; an order of magnitude is
 * a factor of ten either way.
 *
 * @param claim A row of data/claims.csv that has passed the ledger's checks.
 * @returns Ends in the metric's unit; open where the claim says nothing.
 * @source docs/methodology.md, "Arithmetic"
 */
export function intervalOf(claim: Claim): Interval {
  const { best, bound } = claim;
  const [low, high] = [claim.low ?? best, claim.high ?? best];
  if (bound === "nearly") return between(claim, claim.low, high);
  if (bound !== "order_of_magnitude") return between(claim, low, high);
  return between(claim, low && tenth(low), high && tenfold(high));
}

/** A round number may hide half a unit of its last significant digit, at most a tenth of itself. */
const widthOf = (value: number): number => Math.min(halfUnitOf(value), Math.abs(value) / 10);

/**
 * What one claim says as an interval: what ranges are made from.
 *
 * As {@link intervalOf}, but "about x" is x with half a unit of its last significant digit either
 * way, at most a tenth of it, and "nearly x" as much below x, up to x and without it.
 *
 * @source docs/methodology.md, "From a claim to a constraint"
 * @example // about 6,700 is 6,650 to 6,750; nearly 16,000 is 15,500 to below 16,000
 */
export function saidBy(claim: Claim): Interval {
  const { best, bound } = claim;
  const [low, high] = [claim.low ?? best, claim.high ?? best];
  if (bound === "nearly" && high !== null)
    return between(claim, claim.low ?? high - widthOf(high), high);
  if (bound === "about" && low !== null && high !== null)
    return between(claim, low - widthOf(low), high + widthOf(high));
  return intervalOf(claim);
}
