import { describe, expect, test } from "vitest";
import { computeInSql } from "../../src/cli/verify-engines.ts";
import { type Comparison, compareTables } from "../../src/duckdb/compare.ts";
import type { Computed, Row } from "../../src/duckdb/compute.ts";
import { facts } from "./crosscheck-facts.ts";
import { keepCollection } from "../../src/ledger/collections.ts";
import type { Ledger } from "../../src/ledger/tables.ts";
import { crosscheckResults } from "../../src/reconcile/crosschecks.ts";
import { claim, crosscheck, formulaOf, ledger, metric } from "../fixtures/ledger.ts";

const compute = (rows: Ledger): Promise<Computed> => computeInSql(rows, []);

/** The cross-checks of both engines, compared. */
function compareCrosschecks(rows: Ledger, computed: Computed): Comparison | undefined {
  const inCore = new Set(keepCollection(rows, "core").crosschecks.map(({ id }) => id));
  const found = compareTables(
    { ...computed, crosscheck_results: crosscheckResults(rows, inCore) },
    computed,
  );
  return found.find(({ table }) => table === "crosscheck_results");
}

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
  const computed = await compute(rows);
  const found = compareCrosschecks(rows, computed);
  expect(found?.differences).toEqual([]);
  expect(found?.agreeing).toBe(9 * cases.length);
  return computed.crosscheck_results;
}

/** An interval as mathematics writes it: [2, 6] with its ends, ]2, ∞[ without. */
function shown({ low, low_inclusive, high, high_inclusive }: Row): string {
  const floor = low === null ? "]-∞" : `${low_inclusive === true ? "[" : "]"}${String(low)}`;
  const ceiling = high === null ? "∞[" : `${String(high)}${high_inclusive === true ? "]" : "["}`;
  return `${floor}, ${ceiling}`;
}

describe("sql/crosschecks.sql computes cross-checks", () => {
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
        ["c_ten - c_up", "]4, 8]"],
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

  // The arithmetic that the method was worked out on.
  test("of containers and rounds", async () => {
    const of = (id: string) => metric({ id });
    const rows = ledger({
      metrics: [of("m_containers"), of("m_rounds"), of("m_fire"), of("m_output")],
      claims: [
        claim({ id: "c_containers", metric: "m_containers", best: 6700, bound: "about" }),
        claim({ id: "c_floor", metric: "m_containers", low: 11_000, bound: "at_least" }),
        claim({ id: "c_152", metric: "m_rounds", best: 3_000_000, bound: "about" }),
        claim({ id: "c_122", metric: "m_rounds", best: 500_000, bound: "about" }),
        claim({ id: "c_fire", metric: "m_fire", best: 30_000 }),
        claim({ id: "c_output", metric: "m_output", best: 30_000, bound: "about" }),
        claim({
          ...{ id: "c_span", metric: "m_rounds", low: 2_000_000, high: 6_000_000 },
          ...{ bound: "span_of_estimates", high_exclusive: "yes" },
        }),
      ],
      crosschecks: [
        crosscheck("x_load_152", "c_152 / c_containers"),
        crosscheck("x_load_122", "c_122 / c_containers"),
        crosscheck("x_floor_152", "c_floor * x_load_152"),
        crosscheck("x_floor_122", "c_floor * x_load_122"),
        crosscheck("x_days", "c_span / c_fire"),
        crosscheck("x_months", "c_152 / c_output"),
      ],
    });
    const { crosscheck_results } = await compute(rows);
    const rounded = (cell: Row[string] | undefined) =>
      typeof cell === "number" ? Number(cell.toPrecision(9)) : cell;
    expect(
      crosscheck_results.map(({ crosscheck: id, low, high, high_inclusive }) => [
        ...[id, rounded(low), rounded(high), high_inclusive],
      ]),
    ).toEqual(
      expect.arrayContaining([
        ["x_load_152", 447.761194, 447.761194, true],
        ["x_load_122", 74.6268657, 74.6268657, true],
        ["x_floor_152", 4_925_373.13, null, null],
        ["x_floor_122", 820_895.522, null, null],
        ["x_days", 66.6666667, 200, false],
        ["x_months", 100, 100, true],
      ]),
    );
  });

  test("none of a table without rows", async () => {
    expect((await compute(ledgerOf([]))).crosscheck_results).toEqual([]);
  });
});
