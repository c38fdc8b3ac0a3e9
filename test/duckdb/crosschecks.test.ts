import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Comparison, compareTables } from "../../src/duckdb/compare.ts";
import { type Computed, type Row, computeAgain } from "../../src/duckdb/compute.ts";
import type { Ledger } from "../../src/ledger/tables.ts";
import { toCsv } from "../../src/notebook/csv.ts";
import { publish } from "../../src/reconcile/publish.ts";
import { ledgerWithCrosschecks } from "../fixtures/arbitrary-crosschecks.ts";
import { tableFolder } from "../fixtures/folder.ts";
import { assumption, claim, crosscheck, formulaOf, ledger, source } from "../fixtures/ledger.ts";
import { gathered } from "../fixtures/twisted-ledger.ts";
import { workedExample } from "../fixtures/worked-example.ts";

/** The cross-checks of both engines, compared. */
function compareCrosschecks(rows: Ledger, computed: Computed): Comparison | undefined {
  const published = publish(rows).all.crosschecks;
  const csv = toCsv(published, Object.keys(published[0] ?? {}));
  const found = compareTables(new Map([["crosschecks", csv]]), computed);
  return found.find(({ table }) => table === "crosschecks");
}

const facts = {
  sources: [source("s_one"), source("s_far", { collection: "further" })],
  claims: [
    claim({ id: "c_zero", best: 0 }),
    claim({ id: "c_six", best: 6 }),
    claim({ id: "c_ten", best: 10 }),
    claim({ id: "c_small", low: 0, high: 3, bound: "range" }),
    claim({ id: "c_span", low: 2, best: 5, high: 6, bound: "range" }),
    claim({ id: "c_order", best: 10, bound: "order_of_magnitude" }),
    claim({ id: "c_floor", low: 3, bound: "at_least" }),
    claim({ id: "c_more", low: 2, bound: "more_than" }),
    claim({ id: "c_less", high: 8, bound: "less_than" }),
    claim({ id: "c_same", low: 4, high: 4, bound: "range" }),
    claim({ id: "c_nearly", low: 5, high: 5, bound: "nearly" }),
    claim({ id: "c_mute" }),
    claim({ id: "c_plan", best: 6, modality: "planned" }),
    claim({ id: "c_gone", best: 6, status: "retracted" }),
    claim({ id: "c_bent", best: 6, repeats: "distorted" }),
    claim({ id: "c_off", best: 6, alternative: "words/p_off" }),
    claim({ id: "c_after", best: 12, derived_from: formulaOf("c_gone * 2") }),
    claim({ id: "c_far", source: "s_far", best: 6 }),
    claim({ id: "c_year", best: 6, period_start: "2023-01-01", period_end: "2023-12-31" }),
    claim({ id: "c_again", best: 7, period_start: "2023-01-01", period_end: "2023-12-31" }),
    claim({ id: "c_month", best: 6, period_start: "2023-08-01", period_end: "2023-08-31" }),
  ],
  assumptions: [
    assumption({ id: "p_off", default: "off" }),
    assumption({ id: "p_two", best: 2 }),
    assumption({ id: "p_share", low: 0, high: 100 }),
    assumption({ id: "p_load", derived_from: formulaOf("c_six / p_two") }),
    assumption({ id: "p_range", derived_from: formulaOf("c_span * p_two") }),
    assumption({ id: "p_own", best: 7, derived_from: formulaOf("c_gone + 1.2") }),
    assumption({ id: "p_month", derived_from: formulaOf("c_month") }),
    assumption({ id: "p_said", best: 6, derived_from: formulaOf("c_month") }),
    assumption({ id: "p_gone", derived_from: formulaOf("c_gone + 1") }),
    assumption({ id: "p_far", best: 6, derived_from: formulaOf("c_far") }),
  ],
};

type Case = readonly [formula: string, against?: string, tolerance?: number];

/** Cross-checks x_0, x_1 … over these facts. */
const ledgerOf = (cases: readonly Case[]): Ledger =>
  ledger({
    ...facts,
    crosschecks: cases.map(([formula, against, tolerance = null], at) =>
      crosscheck(`x_${String(at)}`, formula, {
        against: against === undefined ? null : formulaOf(against),
        tolerance,
      }),
    ),
  });

/** What DuckDB computes of them, after it was found to be what is published. */
async function computeCases(cases: readonly Case[]): Promise<readonly Row[]> {
  const rows = ledgerOf(cases);
  const computed = await computeAgain(tableFolder(rows).path);
  const found = compareCrosschecks(rows, computed);
  expect(found?.differences).toEqual([]);
  expect(found?.agreeing).toBe(9 * cases.length);
  return computed.crosschecks;
}

/** An interval as mathematics writes it: [2, 6] with its ends, ]2, ∞[ without. */
function shown({ low, low_inclusive, high, high_inclusive }: Row): string {
  const floor = low === null ? "]-∞" : `${low_inclusive === true ? "[" : "]"}${String(low)}`;
  const ceiling = high === null ? "∞[" : `${String(high)}${high_inclusive === true ? "]" : "["}`;
  return `${floor}, ${ceiling}`;
}

describe("sql/reconcile.sql computes cross-checks", () => {
  // Worked out by hand from what the operations mean.
  test.each<readonly [string, readonly (readonly [formula: string, interval: string])[]]>([
    [
      "products before sums, from left to right, brackets first",
      [
        ["1 + 2 * 3", "[7, 7]"],
        ["(1 + 2) * 3", "[9, 9]"],
        ["1 + 2 * (3 + 4)", "[15, 15]"],
        ["c_ten - c_six - 1", "[3, 3]"],
        ["c_ten - (c_six - 1)", "[5, 5]"],
        ["c_six / 2 / 3", "[1, 1]"],
        ["c_six / (1 + 2) / 2 * 4", "[4, 4]"],
        ["((c_six)) * (2.5)", "[15, 15]"],
        ["100 - 2 * 3 + 4 / 2 - 1", "[95, 95]"],
      ],
    ],
    [
      "each end where it belongs",
      [
        ["c_small - c_span", "[-6, 1]"],
        ["c_ten * (c_small - c_span)", "[-60, 10]"],
        ["c_order", "[1, 100]"],
        ["c_more + c_six", "]8, ∞["],
        ["c_six - c_less", "]-2, ∞["],
        ["p_share / 100 * c_ten", "[0, 10]"],
      ],
    ],
    [
      "divisors at, near and around zero",
      [
        ["c_six / c_small", "[2, ∞["],
        ["c_six / (0 - c_small)", "]-∞, -2]"],
        ["c_six / c_zero", "]-∞, ∞["],
        ["c_six / (c_span - 3)", "]-∞, ∞["],
        ["c_zero / c_small", "[0, 0]"],
        ["c_six / c_less", "]-∞, ∞["],
      ],
    ],
    [
      "open ends",
      [
        ["30000 / c_floor", "]0, 10000]"],
        ["c_zero * c_floor", "[0, 0]"],
        ["c_small * c_floor", "[0, ∞["],
        ["c_floor / c_more", "]0, ∞["],
        ["c_floor - c_more", "]-∞, ∞["],
        ["c_six - c_floor", "]-∞, 3]"],
        ["c_mute * c_zero", "[0, 0]"],
      ],
    ],
    [
      "one end as a number, and what stands for a formula",
      [
        ["c_span.high - c_span.low", "[4, 4]"],
        ["c_span.best", "[5, 5]"],
        ["c_less.high", "[8, 8]"],
        ["c_floor.high", "]-∞, ∞["],
        ["c_less.best", "]-∞, ∞["],
        ["c_ten / p_load * 3", "[10, 10]"],
        ["p_load.best + p_range.low", "[7, 7]"],
        ["p_range.best", "]-∞, ∞["],
        ["c_same.best", "[4, 4]"],
        ["p_own", "[7, 7]"],
        ["x_0 - 1", "[3, 3]"],
        ["x_0.low * x_5", "[40, 40]"],
      ],
    ],
  ])("%s", async (_, cases) => {
    const rows = await computeCases(cases.map(([formula]) => [formula]));
    expect(rows.map((row, at) => [cases[at]?.[0], shown(row)])).toEqual(cases);
    expect(new Set(rows.map(({ verdict }) => verdict))).toEqual(new Set(["finding"]));
  });

  // 9 and 10 lie apart by a tenth of the larger.
  test("verdicts, and how far apart the tolerance lets two sides lie", async () => {
    const cases: readonly (readonly [Case, string])[] = [
      [["c_ten", "c_floor"], "holds"],
      [["c_six", "c_span"], "holds"],
      [["9", "c_ten"], "fails"],
      [["9", "c_ten", 0.1], "strained"],
      [["c_ten", "9", 0.1], "strained"],
      [["9", "c_ten", 0.09], "fails"],
      [["9", "c_ten", 0], "fails"],
      [["0 - 9", "0 - c_ten", 0.1], "strained"],
      // more than 2 leaves out 2, and comes as near as one likes
      [["2", "c_more"], "fails"],
      [["2", "c_more", 0.1], "strained"],
      [["2", "c_more", 0], "fails"],
      // 5 or more, and less than 5: no number does that
      [["c_span", "c_nearly"], "fails"],
      [["c_nearly", "c_span"], "fails"],
      [["30000 / c_floor", "c_zero"], "fails"],
      [["c_mute", "c_ten"], "not comparable"],
      [["c_ten", "c_ten / 0", 0.1], "not comparable"],
      [["c_plan", "c_ten", 0.1], "fails"],
    ];
    const rows = await computeCases(cases.map(([one]) => one));
    expect(rows.map(({ verdict }, at) => [cases[at]?.[0], verdict])).toEqual(cases);
  });

  test("claims of different periods are not comparable, on whichever side they stand", async () => {
    const cases: readonly (readonly [Case, string])[] = [
      [["c_year", "c_month"], "not comparable"],
      [["c_year", "c_again"], "fails"],
      [["c_year", "c_six"], "holds"],
      [["c_year + c_month", "c_six", 0.9], "not comparable"],
      [["c_six", "c_year - c_month"], "not comparable"],
      [["c_year + c_month"], "finding"],
      // also by way of an assumption or a cross-check, of which only the formula counts
      [["c_year", "p_month"], "not comparable"],
      [["c_year", "p_said"], "holds"],
      [["x_5", "c_six"], "not comparable"],
      [["x_1", "c_again"], "fails"],
      [["x_2 * 1", "c_again.low"], "fails"],
      [["c_six"], "finding"],
      [["x_4", "c_year"], "holds"],
    ];
    const rows = await computeCases(cases.map(([one]) => one));
    expect(rows.map(({ verdict }, at) => [cases[at]?.[0], verdict])).toEqual(cases);
  });

  test("what rests on a claim that does not count is open, whichever side it is on", async () => {
    const fallen = "rests on a claim that does not count";
    const cases: readonly (readonly [Case, string, string])[] = [
      [["c_gone"], fallen, "]-∞, ∞["],
      [["c_bent + 1"], fallen, "]-∞, ∞["],
      [["c_off.low"], fallen, "]-∞, ∞["],
      [["c_after", "c_six"], fallen, "]-∞, ∞["],
      [["p_gone * 2"], fallen, "]-∞, ∞["],
      [["x_0 - 1"], fallen, "]-∞, ∞["],
      [["c_six", "c_gone"], fallen, "]-∞, ∞["],
      [["c_six", "x_0"], fallen, "]-∞, ∞["],
      // an assumption with a number of its own stands on it
      [["p_own", "c_plan", 0.5], "strained", "[7, 7]"],
    ];
    const rows = await computeCases(cases.map(([one]) => one));
    expect(rows.map((row, at) => [cases[at]?.[0], row.verdict, shown(row)])).toEqual(cases);
    expect(rows[6]).toMatchObject({ against_low: 6, against_high: 6 });
  });

  test("what names a claim beyond the core on either side belongs to all", async () => {
    const cases: readonly (readonly [Case, string])[] = [
      [["c_six", "c_ten"], "core"],
      [["c_far"], "all"],
      [["c_six", "c_far.low"], "all"],
      [["x_1 * 2"], "all"],
      [["c_six", "x_1"], "all"],
      // also with a number of its own
      [["p_far"], "all"],
      [["x_0"], "core"],
      // what it names is in no ledger of the core
      [["x_2"], "all"],
    ];
    const rows = await computeCases(cases.map(([one]) => one));
    expect(rows.map(({ collection }, at) => [cases[at]?.[0], collection])).toEqual(cases);
  });

  test("of the worked example: the note's own numbers", async () => {
    const { crosschecks } = await computeAgain(tableFolder(workedExample).path);
    const of = (id: string): Row | undefined => crosschecks.find((row) => row.crosscheck === id);
    expect(of("x_containers_high")).toMatchObject({ low: 13_400, high: 13_400 });
    expect(of("x_us_daily")?.low).toBeCloseTo(985.63, 2);
    expect(of("x_ukraine")).toMatchObject({ low: 0, low_inclusive: false, high: 10_000 });
    expect(of("x_floor_152")?.low).toBeCloseTo(4_925_373, 0);
    expect(of("x_floor_152")?.high).toBeNull();
  });

  test("none without the table, and none of a table without rows", async () => {
    const folder = tableFolder(ledgerOf([]));
    expect((await computeAgain(folder.path)).crosschecks).toEqual([]);
    folder.remove("crosschecks.csv");
    expect((await computeAgain(folder.path)).crosschecks).toEqual([]);
  });
});

test("property: both engines do the same arithmetic", async () => {
  const verdicts = new Set<unknown>();
  await fc.assert(
    fc.asyncProperty(
      fc.array(ledgerWithCrosschecks, { minLength: 20, maxLength: 40, size: "max" }),
      async (ledgers) => {
        const rows = gathered(ledgers);
        const computed = await computeAgain(tableFolder(rows).path);
        for (const { verdict } of computed.crosschecks) verdicts.add(verdict);
        expect(compareCrosschecks(rows, computed)?.differences).toEqual([]);
      },
    ),
    // so that there is time to tell what differs
    { numRuns: 8, interruptAfterTimeLimit: 280_000, markInterruptAsFailure: true },
  );
  // else there was little to agree about
  expect(verdicts.size).toBe(6);
});
