import { describe, expect, test } from "vitest";
import { readLedger } from "../../../src/ledger/read.ts";
import type { Claim, Ledger } from "../../../src/ledger/tables.ts";
import { publish } from "../../../src/reconcile/publish.ts";
import { convertedPairs } from "../../../src/reconcile/solidity/units.ts";
import { assumption, claim, ledger, metric } from "../../fixtures/ledger.ts";

const rate = { kind: "rate", cumulative: "no" } as const;
const metrics = [
  metric({ id: "m_day", unit: "rounds/day", ...rate }),
  metric({ id: "m_month", unit: "rounds/month", same_as: "m_day", ...rate }),
  metric({ id: "m_year", unit: "rounds/year", same_as: "m_day", ...rate }),
  metric({ id: "m_other", unit: "rounds/month", ...rate }),
];
// made up, so that conversions can be done by head: 30 days, so 360 a year
const assumptions = [assumption({ id: "p_days_per_month", best: 30 })];
const in2023 = { period_start: "2023-01-01", period_end: "2023-12-31" };

const two = (a: Partial<Claim>, b: Partial<Claim>, rows: Partial<Ledger> = {}): Ledger =>
  ledger({
    metrics,
    assumptions,
    claims: [
      claim({ id: "c_a", origin: "o_a", metric: "m_day", ...in2023, ...a }),
      claim({ id: "c_b", origin: "o_b", metric: "m_year", ...in2023, ...b }),
    ],
    ...rows,
  });

const pairsIn = (from: Ledger) => convertedPairs(from, from.claims).rows;

describe("convertedPairs(ledger, usable)", () => {
  test("30 a day and 7,200 in the same year, 20 a day, conflict by 10 a day", () => {
    const found = pairsIn(two({ best: 30 }, { best: 7200 }));
    expect(found).toMatchObject([
      {
        ...{ kind: "conflict", cause: "dispute", unit: "rounds/day" },
        period: ["2023-01-01", "2023-12-31"],
        floor: { metric: "m_day" },
        ceiling: { metric: "m_year" },
        converted: "7200 rounds/year divided by 12 and by 30 is 20 rounds/day",
      },
    ]);
    expect(found[0]?.low.value).toBe(30);
    expect(found[0]?.high.value).toBeCloseTo(20, 9);
  });

  test("the same two, of a year and of a month in it, can both be true", () => {
    const august = { period_start: "2023-08-01", period_end: "2023-08-31" };
    expect(pairsIn(two({ best: 30, ...august }, { best: 7200 }))).toMatchObject([
      { kind: "seeming", cause: "time", period: null },
    ]);
  });

  test("600 a month is 20 a day, and agrees with at most 25: only as printed do they differ", () => {
    const month = { metric: "m_month", best: 600 };
    const found = pairsIn(two({ high: 25, bound: "at_most" }, month));
    expect(found).toMatchObject([
      {
        ...{ kind: "seeming", cause: "unit", unit: "rounds/month against rounds/day" },
        converted: "600 rounds/month divided by 30 is 20 rounds/day",
      },
    ]);
    expect([found[0]?.low.value, found[0]?.high.value]).toEqual([600, 25]);
  });

  test("agreement as printed hides nothing: 20 a month is less than at least 1 a day", () => {
    const found = pairsIn(two({ low: 1, bound: "at_least" }, { metric: "m_month", best: 20 }));
    expect(found).toMatchObject([{ kind: "conflict", floor: { metric: "m_day" } }]);
  });

  test("a year and a month are both put a day", () => {
    const found = pairsIn(two({ metric: "m_month", best: 300 }, { best: 7200 }));
    expect(found).toMatchObject([
      {
        kind: "conflict",
        converted:
          "7200 rounds/year divided by 12 and by 30 is 20 rounds/day; 300 rounds/month divided by 30 is 10 rounds/day",
      },
    ]);
  });

  test("upward: a day and a month put a year, where the year is what they are the same as", () => {
    const yearly = [
      metric({ id: "m_year", unit: "rounds/year", ...rate }),
      metric({ id: "m_month", unit: "rounds/month", same_as: "m_year", ...rate }),
      metric({ id: "m_day", unit: "rounds/day", same_as: "m_year", ...rate }),
    ];
    const found = pairsIn(two({ best: 30 }, { metric: "m_month", best: 600 }, { metrics: yearly }));
    expect(found.map(({ low, high, converted }) => [low.value, high.value, converted])).toEqual([
      [
        10_800,
        7200,
        "30 rounds/day multiplied by 30 and by 12 is 10800 rounds/year; 600 rounds/month multiplied by 12 is 7200 rounds/year",
      ],
    ]);
  });

  test("scope is told, a reading or a derivation is no conflict", () => {
    const scoped = pairsIn(two({ best: 30, scope: "the whole front" }, { best: 7200 }));
    expect(scoped).toMatchObject([{ kind: "conflict", cause: "scope" }]);
    const read = pairsIn(two({ best: 30, alternative: "words/p_a" }, { best: 7200 }));
    expect(read).toMatchObject([{ kind: "seeming", cause: "reading" }]);
  });

  test.each<readonly [string, Ledger]>([
    ["one unit", two({ best: 30 }, { metric: "m_day", best: 20 })],
    ["one origin", two({ best: 30, origin: "o_b" }, { best: 7200 })],
    ["other quantities", two({ best: 30 }, { metric: "m_other", best: 20 })],
    ["no length of a month", two({ best: 30 }, { best: 7200 }, { assumptions: [] })],
    [
      "a length that is a range",
      two(
        { best: 30 },
        { best: 7200 },
        { assumptions: [assumption({ id: "p_days_per_month", low: 28, high: 31 })] },
      ),
    ],
  ])("none of %s", (_, from) => {
    expect(pairsIn(from)).toEqual([]);
  });

  test("they are published, and no range changes by it", () => {
    const from = two({ best: 30 }, { best: 7200 });
    const { estimates, solidity } = publish(from).core;
    expect(solidity.pairs).toMatchObject([
      {
        ...{ kind: "conflict", low_metric: "m_day", high_metric: "m_year", unit: "rounds/day" },
        ...{ floor: 30, from: "2023-01-01", to: "2023-12-31", definitions: "m_day against m_year" },
      },
    ]);
    const apart = from.metrics.map((row) => ({ ...row, same_as: null }));
    expect(publish({ ...from, metrics: apart }).core.estimates).toEqual(estimates);
  });
});

// By hand: 7,000,000 / 365.25 = 19,165; 600,000 / 30.4375 = 19,713.
test("the data: 30,000 a day in 2023 conflicts with 7 million in the year", () => {
  const { ledger: data } = readLedger("data");
  const { rows } = convertedPairs(data, data.claims);
  const found = rows.find(
    ({ floor, ceiling }) =>
      floor.claims[0].id === "c_000_fire_rate" && ceiling.claims[0].id === "c_f125",
  );
  expect(found).toMatchObject({ kind: "conflict", unit: "rounds/day" });
  expect(found?.high.value).toBeCloseTo(19_165, 0);
  const month = rows.find(
    ({ floor, ceiling }) => floor.claims[0].id === "c_f163" && ceiling.claims[0].id === "c_f148",
  );
  expect(month).toMatchObject({ kind: "seeming", cause: "unit" });
});
