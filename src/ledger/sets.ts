/** Sets of assumptions that are constraints, the weakest first. */
export const ASSUMPTION_SETS = ["opening", "spans", "contents"] as const;

/** What estimates rest on: what is stated alone, or that with a set of assumptions and all weaker ones. */
export const SETS = ["stated", ...ASSUMPTION_SETS] as const;
export type AssumptionSet = (typeof SETS)[number];
