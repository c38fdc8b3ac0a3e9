import type { Claim } from "../ledger/tables.ts";
import { type Bound, type Interval, boundAt } from "./interval.ts";

/** Whether "about" and plain figures are widened to what would be rounded to them. */
export interface Rounding {
  readonly rounding?: boolean;
}

/**
 * Half a unit of a number's last significant digit: what rounding may have hidden.
 *
 * @example roundingHalfWidth(6700) // => 50
 * @example roundingHalfWidth(0) // => 0
 */
export function roundingHalfWidth(value: number): number {
  if (value === 0) return 0;
  const [digits = "", exponent = "0"] = Math.abs(value).toExponential().split("e");
  const decimals = digits.split(".")[1]?.length ?? 0;
  return 0.5 * 10 ** (Number(exponent) - decimals);
}

function endAt(value: number | null, claims: readonly string[], inclusive = true): Bound | null {
  return value === null ? null : boundAt(value, claims, inclusive);
}

/**
 * What one claim says as an interval, each end bound by the claim itself.
 *
 * "nearly x" only says where the number ends; "about x" is the point x, with its
 * rounding half-width when `rounding` is on; an order of magnitude is a factor of ten either way.
 *
 * @param claim A row of data/claims.csv that has passed the ledger's checks.
 * @returns Ends in the metric's unit; open where the claim says nothing.
 * @source shared rules in docs/methodology.md, "Intervals"
 */
export function intervalOf(claim: Claim, { rounding = false }: Rounding = {}): Interval {
  const { best, bound } = claim;
  const claims = [claim.id];
  const low = claim.low ?? best;
  const high = claim.high ?? best;
  switch (bound) {
    case "at_least":
      return { low: endAt(low, claims), high: null };
    case "more_than":
      return { low: endAt(low, claims, false), high: null };
    case "at_most":
      return { low: null, high: endAt(high, claims) };
    case "less_than":
      return { low: null, high: endAt(high, claims, false) };
    case "nearly":
      return { low: endAt(claim.low, claims), high: endAt(high, claims, false) };
    case "order_of_magnitude":
      // a tenth of a negative number lies above it
      return {
        low: endAt(claim.low ?? (best === null ? null : Math.min(best / 10, best * 10)), claims),
        high: endAt(claim.high ?? (best === null ? null : Math.max(best / 10, best * 10)), claims),
      };
    case "about": {
      const half = rounding && best !== null ? roundingHalfWidth(best) : 0;
      return {
        low: endAt(low === null ? null : low - half, claims),
        high: endAt(high === null ? null : high + half, claims),
      };
    }
    case "point":
    case "range":
    case "span_of_estimates":
      return { low: endAt(low, claims), high: endAt(high, claims) };
  }
}
