import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { formatComparisons } from "../../src/cli/verify-text.ts";
import { tableFolder } from "../fixtures/folder.ts";

const run = (environment: NodeJS.ProcessEnv, ...words: readonly string[]) =>
  spawnSync(process.execPath, ["--import", "tsx", "src/cli/verify.ts", ...words], {
    encoding: "utf8",
    env: { ...process.env, ...environment },
  });

test("npm run verify finds that both engines agree on the project's own tables", () => {
  const { status, stdout, stderr } = run({});
  expect(stderr).toBe("");
  expect(stdout).toMatch(/\n[1-9]\d{3,} values agree between the two engines, 0 differ\n$/u);
  expect(stdout).toMatch(/^multiverse +[1-9]\d{3,} values agree$/mu);
  expect(status).toBe(0);
});

test("npm run verify says what is wrong with the tables", () => {
  const folder = tableFolder();
  folder.edit("claims", (text) => text.replace("m_count", "m_coutn"));
  const { status, stdout, stderr } = run({ DATA_DIR: folder.path });
  expect(stdout).toBe("");
  expect(stderr).toContain('claims.csv:2:3 metric: found "m_coutn"');
  expect(status).toBe(1);
});

test("npm run verify refuses a flag that it does not know", () => {
  expect(run({}, "--quick")).toMatchObject({ status: 2, stdout: "" });
});

test("formatComparisons(comparisons) names each difference, its place and how to mend it", () => {
  const at = { file: "/data/estimates.csv", row: "m_a core 2024-01-01" };
  const differences = [
    { ...at, column: "low", published: "5", computed: "" },
    { ...at, column: null, published: "a row", computed: "no such row" },
  ];
  const text = formatComparisons([
    { table: "estimates", agreeing: 13, differences },
    { table: "without", agreeing: 120, differences: [] },
  ]);
  const mend = "  to mend: see which of the two departs from docs/methodology.md, and add a test";
  expect(text.split("\n")).toEqual([
    "/data/estimates.csv m_a core 2024-01-01, low: found 5",
    "  expected nothing, as the scripts of sql/ compute it",
    mend,
    "/data/estimates.csv m_a core 2024-01-01: found a row",
    "  expected no such row, as the scripts of sql/ compute it",
    mend,
    "estimates   13 values agree",
    "without    120 values agree",
    "133 values agree between the two engines, 2 differ",
    "",
  ]);
});
