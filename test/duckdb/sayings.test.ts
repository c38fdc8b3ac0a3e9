/** What one claim says of a period, by SQL alone; worked out by hand. */
import { describe, expect, test } from "vitest";
import type { Claim, Metric } from "../../src/ledger/tables.ts";
import { claim, metric } from "../fixtures/ledger.ts";
import { computeInCore } from "./in-core.ts";

const on = { as_of_earliest: "2024-01-01", as_of_latest: "2024-01-01" };

interface Saying {
  readonly name: string;
  readonly says: Partial<Claim>;
  readonly measure?: Metric["measure"];
  readonly bounds: readonly string[];
}

const over = (period_start: string, period_end: string): Partial<Claim> => ({
  ...{ low: 1, bound: "at_least" },
  ...{ period_start, period_end },
});

const sayings: readonly Saying[] = [
  {
    name: "about 6.5 million",
    says: { best: 6_500_000, bound: "about", ...on },
    bounds: ["6550000 or less", "6450000 or more"],
  },
  {
    name: "about 10,000",
    says: { best: 10_000, bound: "about", ...on },
    bounds: ["11000 or less", "9000 or more"],
  },
  {
    name: "about 2.5",
    says: { best: 2.5, bound: "about", ...on },
    bounds: ["2.55 or less", "2.45 or more"],
  },
  {
    name: "nearly 16,000",
    says: { best: 16_000, bound: "nearly", ...on },
    bounds: ["less than 16000", "15500 or more"],
  },
  {
    name: "1.6 to nearly 6 million",
    says: { low: 1_600_000, high: 6_000_000, bound: "range", high_exclusive: "yes", ...on },
    bounds: ["less than 6000000", "1600000 or more"],
  },
  {
    name: "of the order of 50",
    says: { best: 50, bound: "order_of_magnitude", ...on },
    bounds: ["500 or less", "5 or more"],
  },
  {
    name: "at least 5, probably 8",
    says: { low: 5, best: 8, bound: "at_least", ...on },
    bounds: ["5 or more"],
  },
  // whole calendar months, twelve of them a year; what is left over by days
  {
    name: "one a year, for a year",
    says: over("2023-01-01", "2023-12-31"),
    measure: "per_year",
    bounds: ["1 or more"],
  },
  {
    name: "one a year, for a year less a day",
    says: over("2024-01-01", "2024-12-30"),
    measure: "per_year",
    bounds: [`${String(11 / 12 + 30 / 365.25)} or more`],
  },
  {
    name: "one a month, for three months and 16 days",
    says: over("2023-11-15", "2024-02-29"),
    measure: "per_month",
    bounds: [`${String(3 + 16 / 30.4375)} or more`],
  },
  {
    name: "one a month, for 11 days",
    says: over("2024-02-10", "2024-02-20"),
    measure: "per_month",
    bounds: [`${String(11 / 30.4375)} or more`],
  },
  {
    name: "one a week, for four weeks",
    says: over("2024-02-01", "2024-02-28"),
    measure: "per_week",
    bounds: ["4 or more"],
  },
  {
    name: "one a day, for a February of 29 days",
    says: over("2024-02-01", "2024-02-29"),
    measure: "per_day",
    bounds: ["29 or more"],
  },
];

describe("what one claim says of a period", () => {
  const computing = computeInCore({
    metrics: sayings.map(({ measure = "total" }, at) => metric({ id: `m_${String(at)}`, measure })),
    claims: sayings.map(({ says }, at) =>
      claim({ id: `c_${String(at)}`, metric: `m_${String(at)}`, ...says }),
    ),
  });

  test.each(sayings)("$name", async ({ name, bounds }) => {
    const { constraints } = await computing;
    const at = sayings.findIndex((one) => one.name === name);
    const found = constraints
      .filter(({ series }) => series === `m_${String(at)}`)
      .map(({ side, value, inclusive }) => {
        if (inclusive === false)
          return `${side === "floor" ? "more" : "less"} than ${String(value)}`;
        return `${String(value)} or ${side === "floor" ? "more" : "less"}`;
      });
    expect(found.sort()).toEqual([...bounds].sort());
  });

  test("days known roughly: a floor up to the last of them, a ceiling up to the first", async () => {
    const days = { as_of_earliest: "2024-06-01", as_of_latest: "2024-08-31" };
    const { constraints } = await computeInCore({
      claims: [claim({ id: "c_a", best: 5, ...days })],
    });
    expect(constraints.map(({ side, from, to }) => [side, from, to]).sort()).toEqual([
      ["ceiling", null, "2024-06-01"],
      ["floor", null, "2024-08-31"],
    ]);
  });
});
