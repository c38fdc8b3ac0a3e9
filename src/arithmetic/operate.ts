import type { Bound, Interval } from "./interval.ts";
import { unionOf } from "./union.ts";

export type Operator = "+" | "-" | "*" | "/";

interface End {
  readonly value: number;
  readonly inclusive: boolean;
  readonly claims: readonly string[];
}

const lowEnd = (bound: Bound | null): End =>
  bound ?? { value: -Infinity, inclusive: false, claims: [] };
const highEnd = (bound: Bound | null): End =>
  bound ?? { value: Infinity, inclusive: false, claims: [] };

function combine(operator: Operator, a: End, b: End): End {
  const claims = unionOf([a.claims, b.claims]);
  const inclusive = a.inclusive && b.inclusive;
  if (operator === "+") return { value: a.value + b.value, inclusive, claims };
  if (operator === "-") return { value: a.value - b.value, inclusive, claims };
  if (operator === "/") return { value: a.value / b.value, inclusive, claims };
  // 0 · [a, ∞) is 0: nothing, however often, stays nothing.
  if (a.value === 0 || b.value === 0) {
    const zero = a.value === 0 ? a : b;
    return { value: 0, inclusive: zero.inclusive, claims };
  }
  return { value: a.value * b.value, inclusive, claims };
}

function boundOf(end: End): Bound | null {
  return Number.isFinite(end.value) ? end : null;
}

function extreme(ends: readonly End[], side: "low" | "high"): End {
  return ends.reduce((best, end) => {
    if (end.value === best.value) return end.inclusive && !best.inclusive ? end : best;
    return (side === "low" ? end.value < best.value : end.value > best.value) ? end : best;
  });
}

function divide(a: Interval, b: Interval): Interval {
  const [low, high] = [lowEnd(b.low), highEnd(b.high)];
  const crossesZero = low.value < 0 && high.value > 0;
  if (crossesZero || (low.value === 0 && high.value === 0)) return { low: null, high: null };
  const corners = [lowEnd(a.low), highEnd(a.high)].flatMap((x) =>
    [low, high].map((y): End => {
      // 0 divided by whatever the divisor may be stays 0
      if (x.value === 0) return x;
      // a number divided by something that grows without end comes as near to 0 as one likes
      if (!Number.isFinite(y.value)) return { value: 0, inclusive: false, claims: x.claims };
      if (y.value !== 0) return combine("/", x, y);
      const sign = (low.value < 0 ? -1 : 1) * Math.sign(x.value);
      return { value: sign * Infinity, inclusive: false, claims: [] };
    }),
  );
  return { low: boundOf(extreme(corners, "low")), high: boundOf(extreme(corners, "high")) };
}

/**
 * Arithmetic on intervals: every number that the operation can give when each
 * side takes any value of its interval. Right only when the two sides do not
 * share a variable; {@link evaluate} refuses formulas that do.
 *
 * @returns Ends in the result's unit with the ids that put them there; open where nothing bounds.
 * @example operate("/", pointAt(30000), atLeast3).high.value // => 10000
 */
export function operate(operator: Operator, a: Interval, b: Interval): Interval {
  if (operator === "/") return divide(a, b);
  const [aLow, aHigh] = [lowEnd(a.low), highEnd(a.high)];
  const [bLow, bHigh] = [lowEnd(b.low), highEnd(b.high)];
  if (operator === "+")
    return { low: boundOf(combine("+", aLow, bLow)), high: boundOf(combine("+", aHigh, bHigh)) };
  if (operator === "-")
    return { low: boundOf(combine("-", aLow, bHigh)), high: boundOf(combine("-", aHigh, bLow)) };
  const corners = [aLow, aHigh].flatMap((x) => [bLow, bHigh].map((y) => combine("*", x, y)));
  return { low: boundOf(extreme(corners, "low")), high: boundOf(extreme(corners, "high")) };
}
