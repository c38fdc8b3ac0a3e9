import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { benchReconcile } from "../../bench/reconcile.ts";
import { formatReconcile } from "../../bench/tables.ts";

const row = {
  ...{ claims: 100_000, ranges: 80_000, seconds: 4, cpu_seconds: 5, peak_mb: 300 },
  ...{ duckdb_seconds: 8, duckdb_allowed_seconds: 30, ratio: 0.5 },
};

test("formatReconcile(bench) judges growth, and the ratio of large ledgers", () => {
  const passed = formatReconcile({ reconcile: [row], exponent: 1.05 });
  expect(passed.match(/PASS/gu)).toHaveLength(2);
  const failed = formatReconcile({
    reconcile: [
      { ...row, claims: 1000, ratio: 3 },
      { ...row, ratio: 1.01 },
    ],
    exponent: 1.11,
  });
  // that of 1,000 claims is told, and not judged
  expect(failed.match(/over/gu)).toHaveLength(2);
});

test("formatReconcile(bench) says of an engine that was stopped how long it had", () => {
  const stopped = formatReconcile({
    reconcile: [{ ...row, duckdb_seconds: null, ratio: 4 / 30 }],
    exponent: 1,
  });
  expect(stopped).toMatch(/over 30 +below 0\.13$/mu);
});

test("benchReconcile(sizes) measures both engines in processes of their own", async () => {
  const { reconcile, exponent } = await benchReconcile([20, 40]);
  expect(reconcile.map(({ claims }) => claims)).toEqual([20, 40]);
  for (const { seconds, duckdb_seconds, ratio, peak_mb } of reconcile) {
    expect(ratio).toBeCloseTo(seconds / (duckdb_seconds ?? NaN), 9);
    // Node alone takes some 40 MB
    expect(peak_mb).toBeGreaterThan(40);
  }
  expect(Number.isFinite(exponent)).toBe(true);
});

test("npm run bench refuses a part that it does not know", () => {
  const { status, stderr } = spawnSync("npx", ["tsx", "bench/bench.ts", "--only", "speed"], {
    encoding: "utf8",
  });
  expect(status).toBe(2);
  expect(stderr).toContain("expected site, preview, scan, reconcile");
});
