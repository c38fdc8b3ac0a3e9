import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { benchReconcile } from "../../bench/reconcile.ts";
import { formatReconcile } from "../../bench/tables.ts";

const row = {
  claims: 100_000,
  claims_per_s: 25_000,
  seconds: 4,
  cpu_seconds: 5,
  peak_mb: 300,
  duckdb_seconds: 8,
  duckdb_cpu_seconds: 9,
  duckdb_peak_mb: 1300,
  duckdb_load_seconds: 1,
  ratio: 0.5,
};

test("formatReconcile(bench) judges growth, memory and the ratio of large ledgers", () => {
  const passed = formatReconcile({ reconcile: [row], exponent: 1.05 });
  expect(passed.match(/PASS/gu)).toHaveLength(3);
  const failed = formatReconcile({
    reconcile: [
      { ...row, claims: 1000, ratio: 3 },
      { ...row, peak_mb: 2001, ratio: 1.01 },
    ],
    exponent: 1.11,
  });
  // that of 1,000 claims is told, and not judged
  expect(failed.match(/over/gu)).toHaveLength(3);
});

test("benchReconcile(sizes) measures both engines in processes of their own", async () => {
  const { reconcile, exponent } = await benchReconcile([300, 600]);
  expect(reconcile.map(({ claims }) => claims)).toEqual([300, 600]);
  for (const { seconds, duckdb_seconds, ratio, peak_mb } of reconcile) {
    expect(ratio).toBeCloseTo(seconds / duckdb_seconds, 9);
    // Node alone takes some 40 MB
    expect(peak_mb).toBeGreaterThan(40);
    expect(peak_mb).toBeLessThan(2000);
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
