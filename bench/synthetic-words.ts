import type { Claim } from "../src/ledger/tables.ts";
import type { Chance } from "./chance.ts";

type Numbers = Pick<Claim, "bound" | "low" | "best" | "high" | "quote">;

/** How often each wording is met, after data/claims.csv; wordings that are rare there are not left out. */
const WORDINGS = [
  ["at_least", 42],
  ["about", 22],
  ["point", 16],
  ["range", 4],
  ["span_of_estimates", 3],
  ["more_than", 5],
  ["nearly", 3],
  ["at_most", 2],
  ["less_than", 2],
  ["order_of_magnitude", 1],
] as const satisfies readonly (readonly [Claim["bound"], number])[];

/** Two significant digits, as figures are told. */
const rounded = (value: number): number => Number(Math.max(value, 1).toPrecision(2));

/** Words for a number, as one paper or another would choose them. */
export function wordingOf(chance: Chance, value: number): Numbers {
  const bound = chance.weighted(WORDINGS);
  const none = { low: null, best: null, high: null };
  const number = rounded(value);
  const [less, more] = [rounded(value * 0.7), rounded(value * 1.4)];
  switch (bound) {
    case "at_least":
    case "more_than":
      return { bound, ...none, low: less, quote: `over ${String(less)}` };
    case "at_most":
    case "less_than":
      return { bound, ...none, high: more, quote: `below ${String(more)}` };
    case "range":
    case "span_of_estimates":
      return { bound, ...none, low: less, high: more, quote: `${String(less)} to ${String(more)}` };
    case "point":
    case "about":
    case "nearly":
    case "order_of_magnitude":
      return { bound, ...none, best: number, quote: `about ${String(number)}` };
  }
}

/** The number that a wording states, for those who compute with it. */
export const statedIn = ({ best, low, high }: Numbers): number => best ?? low ?? high ?? 0;
