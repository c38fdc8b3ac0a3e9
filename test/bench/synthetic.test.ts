import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { partsOf } from "../../bench/engines.ts";
import { slopeOf } from "../../bench/slope.ts";
import { syntheticLedger } from "../../bench/synthetic.ts";
import { compareTables } from "../../src/duckdb/compare.ts";
import { SCRIPT, computeAgain } from "../../src/duckdb/compute.ts";
import { readLedger } from "../../src/ledger/read.ts";
import type { Claim } from "../../src/ledger/tables.ts";
import { publishTables } from "../../src/notebook/tables.ts";
import { tableFolder } from "../fixtures/folder.ts";
import { modelOf } from "../fixtures/model.ts";

describe("syntheticLedger(size, seed)", () => {
  test("follows from its seed alone", () => {
    expect(syntheticLedger(200, 3)).toEqual(syntheticLedger(200, 3));
    expect(syntheticLedger(200, 4)).not.toEqual(syntheticLedger(200, 3));
  });

  test("passes every rule of the tables", () => {
    const ledger = syntheticLedger(1500, 5);
    const { ledger: read } = readLedger(tableFolder(ledger).path, { articles: null });
    expect(read.claims).toEqual(ledger.claims);
    expect(read.origins).toEqual(ledger.origins);
  });

  test("has as many claims as asked for, and some of everything that makes reconciling hard", () => {
    const { claims, origins, metrics, sources, assumptions } = syntheticLedger(3000, 6);
    expect(claims.length).toBeGreaterThanOrEqual(3000);
    expect(claims.length).toBeLessThanOrEqual(3001);
    const share = (is: (claim: Claim) => boolean): number =>
      claims.filter(is).length / claims.length;
    expect(share(({ bound }) => bound === "at_least")).toBeGreaterThan(0.3);
    expect(share(({ alternative }) => alternative !== null)).toBeGreaterThan(0.03);
    expect(share(({ derived_from }) => derived_from !== null)).toBeGreaterThan(0.01);
    expect(share(({ status }) => status !== "active")).toBeGreaterThan(0.02);
    expect(share(({ counted_from }) => counted_from !== null)).toBeGreaterThan(0.05);
    expect(claims.length / new Set(claims.map(({ origin }) => origin)).size).toBeGreaterThan(1.8);
    expect(origins.some(({ based_on }) => based_on.length > 1)).toBe(true);
    expect(metrics.some(({ part_of }) => part_of !== null)).toBe(true);
    expect(new Set(sources.map(({ collection }) => collection)).size).toBe(2);
    expect(new Set(assumptions.map((row) => row.default)).size).toBe(2);
  });
});

// A race between programs that do not do the same says nothing.
test("both engines of the bench publish the same of made-up claims", async () => {
  const ledger = syntheticLedger(1500, 7);
  const computed = await computeAgain(tableFolder(ledger).path);
  const found = compareTables(publishTables(modelOf(ledger)), computed);
  expect(found.flatMap(({ differences }) => differences).slice(0, 5)).toEqual([]);
  // made-up claims have no cross-checks
  expect(found.filter(({ agreeing }) => agreeing > 1000).map(({ table }) => table)).toEqual([
    ...["estimates", "without", "bounds", "conflicts", "thresholds"],
  ]);
});

describe("partsOf(script)", () => {
  test("parts reading from computing, and leaves out what only prints", () => {
    const { load, compute } = partsOf(readFileSync(SCRIPT, "utf8"));
    expect(load).toContain("read_csv");
    expect(load).not.toContain("published_");
    expect(compute).toContain("TABLE published_estimates AS");
    expect(compute).toContain("TABLE published_conflicts AS");
    expect(compute).not.toMatch(/^FROM published_/mu);
  });

  test("leaves out cross-checks, which the race does not time", () => {
    const script = readFileSync(SCRIPT, "utf8");
    const { load, compute } = partsOf(script);
    expect(script).toContain("TABLE published_crosschecks AS");
    expect(`${load}${compute}`).not.toMatch(/crosschecks AS|getvariable\('added'\)/u);
  });

  test("refuses a script without those seams", () => {
    const message = "no one line that starts with -- 2. and then one with -- 9. Cross-checks";
    expect(() => partsOf("SELECT 1;")).toThrow(message);
    expect(() => partsOf("SELECT 1;\n-- 2. Two\nSELECT 2;\n")).toThrow(message);
    expect(() => partsOf("SELECT 1;\n-- 9. Cross-checks (1)\n-- 2. Two\n")).toThrow(message);
  });
});

test("slopeOf(points) is 1 for what grows with its size, 2 for what grows with its square", () => {
  expect(slopeOf([1, 10, 100].map((size) => [size, 3 * size]))).toBeCloseTo(1, 12);
  expect(slopeOf([1, 10, 100].map((size) => [size, size ** 2]))).toBeCloseTo(2, 12);
});
