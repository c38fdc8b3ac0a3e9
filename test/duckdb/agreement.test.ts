import { copyFileSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Difference, compareTables } from "../../src/duckdb/compare.ts";
import { type Computed, computeAgain } from "../../src/duckdb/compute.ts";
import type { Ledger } from "../../src/ledger/tables.ts";
import { openModel } from "../../src/notebook/model.ts";
import { publishTables } from "../../src/notebook/tables.ts";
import { tableFolder } from "../fixtures/folder.ts";
import { chartLedger } from "../fixtures/chart-ledger.ts";
import { modelOf } from "../fixtures/model.ts";
import { gathered, twistedLedger } from "../fixtures/twisted-ledger.ts";
import { workedExample } from "../fixtures/worked-example.ts";

async function findDifferences(ledger: Ledger): Promise<readonly Difference[]> {
  const computed = await computeAgain(tableFolder(ledger).path);
  const published = publishTables(modelOf(ledger));
  return compareTables(published, computed).flatMap(({ differences }) => differences);
}

describe("sql/reconcile.sql computes what is published", () => {
  test("of the tables in data/, every value, in the same order", async () => {
    const published = publishTables(openModel("data"));
    const computed = await computeAgain("data");
    const found = compareTables(published, computed);
    expect(found.flatMap(({ differences }) => differences)).toEqual([]);
    const cells = (name: keyof Computed): number =>
      computed[name].reduce((sum, row) => sum + Object.keys(row).length, 0);
    for (const { table, agreeing } of found)
      expect(agreeing, table).toBe(cells(table as keyof Computed));
    expect(cells("estimates")).toBeGreaterThan(400);
    const days = (published.get("estimates") ?? "").trimEnd().split("\n").slice(1);
    expect(
      computed.estimates.map(({ metric, as_of }) => `${String(metric)},${String(as_of ?? "")}`),
    ).toEqual(days.map((line) => line.split(",").slice(0, 2).join(",")));
  });

  test("of the worked example: the note's own ranges", async () => {
    expect(await findDifferences(workedExample)).toEqual([]);
    const { estimates, without } = await computeAgain(tableFolder(workedExample).path);
    const shells = estimates.filter(({ metric }) => metric === "m_shells_delivered");
    expect(shells.map(({ as_of, low, high }) => [as_of, low, high])).toEqual([
      ["2024-02-26", 500_000, 3_000_000],
      ["2024-02-27", 500_000, 6_000_000],
      ["2024-08-31", 2_000_000, 6_000_000],
      ["2024-10-03", 2_000_000, 6_000_000],
    ]);
    const left = without.filter(({ metric }) => metric === "m_shells_delivered");
    const on = (day: string) =>
      left.flatMap(({ as_of, origin, low, high }) => (as_of === day ? [[origin, low, high]] : []));
    expect(on("2024-10-03")).toEqual([
      ["o_a", 2_000_000, 6_000_000],
      ["o_b", 1_600_000, 6_000_000],
      ["o_c", 2_000_000, null],
    ]);
    // before C's day its span is a ceiling only, and A's least stays the floor
    expect(on("2024-08-31")).toEqual([
      ["o_a", 2_000_000, 6_000_000],
      ["o_b", 500_000, 6_000_000],
      ["o_c", 2_000_000, null],
    ]);
  });

  test("of the rows that charts are tried with", async () => {
    expect(await findDifferences(chartLedger)).toEqual([]);
  });

  test("without a table of cross-checks, and with a quote in the folder's name", async () => {
    const folder = tableFolder(workedExample);
    folder.remove("crosschecks.csv");
    const quoted = join(folder.path, "it's here");
    mkdirSync(quoted);
    for (const file of readdirSync(folder.path).filter((name) => name.endsWith(".csv")))
      copyFileSync(join(folder.path, file), join(quoted, file));
    const [{ estimates }, { estimates: whole }] = await Promise.all([
      computeAgain(quoted),
      computeAgain(tableFolder(workedExample).path),
    ]);
    expect(estimates).toEqual(whole);
  });

  test("a number that is one more in the tables is found wherever it is published", async () => {
    const claims = workedExample.claims.map((row) =>
      row.id === "c_b" ? { ...row, low: 2_000_001 } : row,
    );
    const computed = await computeAgain(tableFolder({ ...workedExample, claims }).path);
    const found = compareTables(publishTables(modelOf(workedExample)), computed);
    const places = found.flatMap(({ differences }) =>
      differences.map(({ file, row, column }) => `${file} ${row} ${column ?? ""}`),
    );
    const shells = "m_shells_delivered core";
    expect(places).toEqual([
      `/data/estimates.csv ${shells} 2024-08-31 low`,
      `/data/estimates.csv ${shells} 2024-10-03 low`,
      `/data/without.csv ${shells} 2024-08-31 o_a low`,
      `/data/without.csv ${shells} 2024-08-31 o_c low`,
      `/data/without.csv ${shells} 2024-10-03 o_a low`,
      `/data/without.csv ${shells} 2024-10-03 o_c low`,
      `/data/bounds.csv ${shells} o_b floor c_b value`,
      // c_b.low divided by a load is a point, c_b by a rate of fire a floor
      "/data/crosschecks.csv x_containers_b low",
      "/data/crosschecks.csv x_containers_b high",
      "/data/crosschecks.csv x_days_b low",
      // a row that one of the two does not have
      `/data/thresholds.csv ${shells} 2024-08-31 at least 2000000 true `,
      `/data/thresholds.csv ${shells} 2024-10-03 at least 2000000 true `,
      `/data/thresholds.csv ${shells} 2024-08-31 at least 2000001 true `,
      `/data/thresholds.csv ${shells} 2024-10-03 at least 2000001 true `,
    ]);
  });
});

const MANY_DAYS = Array.from({ length: 60 }, (_, at) =>
  new Date(Date.UTC(2024, 0, 1 + at)).toISOString().slice(0, 10),
);

// A run of the script costs as much for twelve small ledgers as for one.
describe("property: both engines agree", () => {
  test.each([
    ["few days", {}],
    ["many days", { days: MANY_DAYS, most: 30 }],
  ])("on random ledgers of %s", async (_, shapes) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(twistedLedger(shapes), { minLength: 1, maxLength: 12, size: "max" }),
        async (ledgers) => {
          expect(await findDifferences(gathered(ledgers))).toEqual([]);
        },
      ),
      // to look for a smaller one would take longer than a test may
      { numRuns: 12, endOnFailure: true },
    );
  });
});
