import { describe, expect, test } from "vitest";
import { slopeOf } from "../../bench/slope.ts";
import { syntheticLedger } from "../../bench/synthetic.ts";
import { BEGINNING } from "../../src/amount/periods.ts";
import { answersTo } from "../../src/amount/systems.ts";
import { rangesWithout } from "../../src/amount/without.ts";
import { computeTotals } from "../../src/duckdb/compute.ts";
import { readLedger } from "../../src/ledger/read.ts";
import { asksOf } from "../../src/reconcile/estimates.ts";
import { solve } from "../../src/reconcile/reconcile.ts";
import { rowsOf } from "../../src/reconcile/verbs.ts";
import { tableFolder } from "../fixtures/folder.ts";

describe("syntheticLedger(size, seed)", () => {
  test("follows from its seed alone", () => {
    expect(syntheticLedger(50, 3)).toEqual(syntheticLedger(50, 3));
    expect(syntheticLedger(50, 4)).not.toEqual(syntheticLedger(50, 3));
  });

  test("passes every rule of the tables", () => {
    const made = syntheticLedger(60, 5);
    const { ledger } = readLedger(tableFolder(made).path, { articles: null });
    expect(ledger.claims).toEqual(made.claims);
    expect(ledger.origins).toEqual(made.origins);
  });

  test("has as many claims as asked for, of periods too, each with an origin, and mostly consistent", () => {
    const { claims, origins, metrics } = syntheticLedger(2000, 6);
    expect(claims).toHaveLength(2000);
    expect(new Set(claims.map(({ origin }) => origin)).size).toBe(origins.length);
    expect(metrics).toHaveLength(200);
    const share = claims.filter(({ period_start }) => period_start !== null).length / 2000;
    // drawn with a chance of a quarter: five standard deviations are a twentieth
    expect(Math.abs(share - 0.25)).toBeLessThan(0.05);
    const systems = rowsOf(solve(syntheticLedger(2000, 6)).systems);
    const worlds = systems.flatMap(({ system }) => system.worlds);
    expect(worlds.filter(({ contradictions }) => contradictions !== null)).toEqual([]);
  });
});

// A race between programs that do not do the same says nothing.
test("both engines of the bench find the same of made-up claims", async () => {
  const made = syntheticLedger(400, 7);
  const rows = await computeTotals(tableFolder(made).path, () => undefined);
  const found = new Map<string, string[]>();
  for (const { series, day, left_out, low, high } of rows) {
    const names = left_out as readonly string[];
    const key = `${String(series)} ${String(day)} ${names.join()}`;
    found.set(key, [...(found.get(key) ?? []), `${String(low)} ${String(high)}`]);
  }
  let compared = 0;
  const { eligible, systems } = solve(made);
  const solved = new Map(rowsOf(systems).map(({ series, system }) => [series, system]));
  for (const { series, from, to } of rowsOf(asksOf(eligible, systems, made))) {
    const system = solved.get(series);
    if (from !== null || system === undefined) continue;
    const [own] = answersTo(system, BEGINNING, to);
    expect(found.get(`${series} ${to} `)).toEqual([`${String(own?.low)} ${String(own?.high)}`]);
    for (const [origin, { low, high }] of rangesWithout(system, "origin", BEGINNING, to)) {
      // each claim has an origin of its own
      const claim = made.claims.find((one) => one.origin === origin)?.id ?? "";
      expect(found.get(`${series} ${to} ${claim}`)).toEqual([`${String(low)} ${String(high)}`]);
      compared += 1;
    }
  }
  expect(compared).toBeGreaterThan(100);
});

test("slopeOf(points) is 1 for what grows with its size, 2 for what grows with its square", () => {
  expect(slopeOf([1, 10, 100].map((size) => [size, 3 * size]))).toBeCloseTo(1, 12);
  expect(slopeOf([1, 10, 100].map((size) => [size, size ** 2]))).toBeCloseTo(2, 12);
});
