import type { Token } from "./classify.ts";
import type { Bound } from "./figure.ts";

/** Ends of a figure. */
export interface Ends {
  readonly low: number | null;
  readonly high: number | null;
  readonly bound: Bound;
}

// 4.2 million is no whole number in binary
const round = (value: number): number =>
  Number.isInteger(value) ? value : Number(value.toPrecision(15));

/**
 * Value of the tokens of a number: numerals and words below a hundred add up, a hundred
 * multiplies what stands before it, a scale closes a group.
 *
 * @returns Null when a numeral among them has no value.
 * @example two hundred and fifty thousand // => 250000
 */
export function evaluate(spelled: readonly Token[]): number | null {
  const tokens = spelled.filter(({ cls }) => cls !== "-");
  const [only] = tokens;
  if (only && tokens.length === 1) return only.cls === "a" ? 1 : only.value;
  let total = 0;
  let group: number | null = null;
  let scale = 1;
  let sign = 1;
  for (const [at, { cls, key, value }] of tokens.entries()) {
    if (cls === "~") sign = key === "plus" ? 1 : -1;
    else if (cls === "a") {
      // "a million and a half": the second article belongs to the half
      group ??= 1;
      if (tokens[at + 1]?.cls === "H" && at > 0) continue;
      if (tokens[at - 1]?.cls === "H") group = 0.5;
    } else if ("&o6".includes(cls)) continue;
    else if (value === null) return null;
    else if (cls === "B") group = (group ?? 1) * value;
    else if (cls === "S" || cls === "P") {
      if (group === null && total > 0) total *= value;
      else total += (group ?? 1) * value;
      group = null;
      scale = value;
    } else if (cls === "H") {
      if (at === 0) group = value;
      else if (tokens[at - 1]?.cls === "a" && at === 1) group = value;
      else if (group !== null && total === 0) group += value;
      else {
        total += value * scale;
        group = null;
      }
    } else if (cls === "F") group = (group ?? 1) * value;
    else group = (group ?? 0) + value;
  }
  return round(sign * (total + (group ?? 0)));
}

/** The bound that hedges state; a floor or ceiling says more than "about". */
export function boundOf(hedges: readonly Token[]): Bound {
  const bounds = hedges.flatMap(({ bound }) => bound ?? []);
  return bounds.find((bound) => bound !== "about") ?? bounds[0] ?? "point";
}

/**
 * Ends of one number under a bound: a floor has no upper end and a ceiling no lower one;
 * every other bound has the number at both.
 */
export function endsOf(value: number | null, bound: Bound): Ends {
  const isFloor = bound === "at_least" || bound === "more_than";
  const isCeiling = bound === "at_most" || bound === "less_than";
  return { low: isCeiling ? null : value, high: isFloor ? null : value, bound };
}

/** A number without its scale, and the scale: 4,2 and a million. */
export function mantissaOf(tokens: readonly Token[]): {
  readonly value: number | null;
  readonly scale: number;
} {
  const scale = tokens
    .filter(({ cls }) => "SPB".includes(cls))
    .reduce((product, { value }) => product * (value ?? 1), 1);
  const value = evaluate(tokens);
  return { value: value === null ? null : value / scale, scale };
}
