import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { formatComparisons } from "../../src/cli/verify-text.ts";
import { SCRIPTS } from "../../src/duckdb/compute.ts";
import { type TableName, tableNames } from "../../src/ledger/tables.ts";
import { tableFolder } from "../fixtures/folder.ts";
import { claim } from "../fixtures/ledger.ts";
import { run } from "./run.ts";

test("npm run verify finds that both engines agree on the project's own tables, and says what it is at", async () => {
  const { status, stdout, stderr } = await run("verify", []);
  expect(stderr).toBe(
    ["computing what is published", ...SCRIPTS.map((name) => `sql/${name}.sql`), ""].join("\n"),
  );
  expect(stdout).toMatch(/\n[1-9]\d{3,} values agree between the two engines, 0 differ\n$/u);
  expect(stdout).toMatch(/^conflicts +[1-9]\d* values agree$/mu);
  expect(status).toBe(0);
});

/** A table as another program saves it. */
const savedElsewhere: Readonly<Partial<Record<TableName, (text: string) => string>>> = {
  // semicolons, a byte-order mark, two kinds of line ends
  claims: (text) =>
    `\ufeff${text
      .split("\n")
      .map((line, at) => `${line}${at % 2 === 0 ? "\r" : ""}`)
      .join("\n")
      .replaceAll(",", ";")}`,
  origins: (text) => text.replaceAll("\n", "\r\n"),
  metrics: (text) => `\ufeff${text}`,
  // what looks like a comment, a quote or nothing to other readers of CSV
  dismissals: (text) => text.replace("a year", '"# ""NULL"", \\N and\na line\'s end"'),
};

test("npm run verify reads whatever npm run check reads", async () => {
  const folder = tableFolder({
    claims: ["2001-05-31", "2001-06-01"].map((as_of_latest, at) =>
      claim({ id: `c_${String(at)}`, quote: `${String(at)} things`, best: 77 + at, as_of_latest }),
    ),
  });
  for (const name of tableNames) folder.edit(name, savedElsewhere[name] ?? ((text) => text));
  expect(readFileSync(join(folder.path, "claims.csv"), "utf8")).toContain("c_0;s_one;m_count");
  expect(folder.faults()).toEqual([]);
  const { status, stdout } = await run("verify", [], { DATA_DIR: folder.path });
  expect(stdout).toMatch(/^estimates +[1-9]\d* values agree$/mu);
  expect(stdout).toMatch(/ 0 differ\n$/u);
  expect(status).toBe(0);
});

test("npm run verify says what is wrong with the tables", async () => {
  const folder = tableFolder();
  folder.edit("claims", (text) => text.replace("m_count", "m_coutn"));
  const { status, stdout, stderr } = await run("verify", [], { DATA_DIR: folder.path });
  expect(stdout).toBe("");
  expect(stderr).toContain('claims.csv:2:3 metric: found "m_coutn"');
  expect(status).toBe(1);
});

test("npm run verify refuses a flag that it does not know", async () => {
  expect(await run("verify", ["--quick"])).toMatchObject({ status: 2, stdout: "" });
});

test("formatComparisons(comparisons) names each difference, its place and how to mend it", () => {
  const at = { table: "estimates", row: "core m_a 2024-01-01" } as const;
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
    "/data/estimates.csv core m_a 2024-01-01, low: found 5",
    "  expected nothing, as the scripts of sql/ compute it",
    mend,
    "/data/estimates.csv core m_a 2024-01-01: found a row",
    "  expected no such row, as the scripts of sql/ compute it",
    mend,
    "estimates   13 values agree",
    "without    120 values agree",
    "133 values agree between the two engines, 2 differ",
    "",
  ]);
});
