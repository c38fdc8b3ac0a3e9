import { ticks } from "d3-array";
import { formatNumber } from "./words.ts";

/** A value axis: where it runs and which numbers stand at it. */
export interface Axis {
  readonly type: "linear" | "log";
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
  readonly format: (value: number) => string;
}

/** One format for all ticks of an axis: "2", "4", "6 million" would read as three units. */
function formatFor(top: number): (value: number) => string {
  return top >= 1e6 ? (value) => formatNumber(value / 1e6) : (value) => formatNumber(value);
}

/** Whether an axis counts in millions; its caption must say so. */
export const inMillions = ({ type, domain }: Axis): boolean =>
  type === "linear" && domain[1] >= 1e6;

/** How many steps reach a value; a quotient that is whole but for rounding is whole. */
function stepsTo(value: number, step: number): number {
  const count = Math.round(value / step);
  return count * step < value ? count + 1 : count;
}

/** A linear axis from 0 to a round number above all values, four to six ticks. */
export function linearAxis(values: readonly number[]): Axis {
  const top = Math.max(0, ...values) || 1;
  const steps = [4, 3, 2].map((count) => {
    const inner = ticks(0, top, count);
    return (inner[1] ?? top) - (inner[0] ?? 0) || top;
  });
  const countOf = (step: number): number => stepsTo(top, step) + 1;
  const step = steps.find((one) => countOf(one) <= 6) ?? top;
  const all = Array.from({ length: countOf(step) }, (_, index) => index * step);
  const end = all.at(-1) ?? top;
  return { type: "linear", domain: [0, end], ticks: all, format: formatFor(end) };
}

const MULTIPLES = [1, 2, 5, 10] as const;

/**
 * A logarithmic axis from a round number below all values to one above.
 *
 * Over one or two powers of ten its ticks are 1, 2, 5, 10, …; over more the powers alone.
 */
export function logAxis(values: readonly number[]): Axis {
  const positive = values.filter((value) => value > 0);
  const [least, most] = [Math.min(...positive, Infinity), Math.max(...positive, 0)];
  if (most === 0)
    return { type: "log", domain: [1, 10], ticks: [1, 10], format: (value) => formatNumber(value) };
  const low = Math.floor(Math.log10(least));
  const high = Math.max(low + 1, Math.ceil(Math.log10(most)));
  const powers = Array.from({ length: high - low + 1 }, (_, index) => 10 ** (low + index));
  const dense = powers.flatMap((power) => MULTIPLES.slice(0, 3).map((times) => power * times));
  const end = 10 ** high;
  const every = Math.ceil(powers.length / 6);
  const shown =
    high - low === 1
      ? dense.filter((value) => value <= end)
      : powers.filter((_, index) => index % every === 0);
  return {
    type: "log",
    domain: [10 ** low, end],
    ticks: shown,
    format: (value) => formatNumber(value),
  };
}

/** All numbers that rows put on an axis. */
export function valuesOf(
  rows: readonly { readonly low: number | null; readonly high: number | null }[],
): readonly number[] {
  return rows.flatMap(({ low, high }) => [low, high]).filter((value) => value !== null);
}
