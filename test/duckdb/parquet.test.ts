import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { DuckDBInstance, type Json } from "@duckdb/node-api";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SCRIPT, computeAgain } from "../../src/duckdb/compute.ts";
import { openModel } from "../../src/notebook/model.ts";
import { toParquet } from "../../src/notebook/parquet.ts";
import { publishParquet, publishTables } from "../../src/notebook/tables.ts";

const model = openModel("data");
const csv = publishTables(model);
const files = publishParquet(model);

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "parquet-"));
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Rows as DuckDB reads them after it has run some statements, and the types of their columns. */
async function ask(sql: string, before = "") {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  if (before !== "") await connection.run(before);
  const result = await connection.runAndReadAll(sql);
  connection.closeSync();
  const types = result.columnTypes().map(String);
  return { rows: result.getRowObjectsJson(), names: result.columnNames(), types };
}
const read = (path: string) => ask(`FROM read_parquet('${join(folder, path)}')`);

const asText = (rows: readonly Readonly<Record<string, Json>>[]) =>
  rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, cell]) => [
        name,
        typeof cell === "string" ? cell : cell === null ? "" : JSON.stringify(cell),
      ]),
    ),
  );

describe("published Parquet, read by DuckDB", () => {
  test.each([...csv.keys()])("data/%s.parquet holds what the CSV file holds", async (name) => {
    const { rows } = await read(`data/${name}.parquet`);
    expect(asText(rows)).toEqual(parse(csv.get(name) ?? "", { columns: true }));
  });

  test.each(["claims", "metrics", "origins", "assumptions", "sources", "crosschecks"])(
    "facts/%s.parquet holds what people typed",
    async (name) => {
      const { rows } = await read(`facts/${name}.parquet`);
      const typed = parse(readFileSync(`data/${name}.csv`), { columns: true });
      expect(asText(rows)).toEqual(typed);
    },
  );

  test("numbers are numbers, also where a column is empty; days are text", async () => {
    const { names, types } = await read("data/estimates.parquet");
    const typeOf = (name: string) => types[names.indexOf(name)];
    expect(["low", "low_inclusive", "claims", "as_of", "hangs_on"].map(typeOf)).toEqual([
      "DOUBLE",
      "BOOLEAN",
      "DOUBLE",
      "VARCHAR",
      "VARCHAR",
    ]);
    writeFileSync(
      join(folder, "open.parquet"),
      toParquet(
        [{ high: null, high_inclusive: null, note: null }],
        ["high", "high_inclusive", "note"],
      ),
    );
    expect((await read("open.parquet")).types).toEqual(["DOUBLE", "BOOLEAN", "VARCHAR"]);
  });

  test("the same tables give the same bytes", () => {
    const again = publishParquet(openModel("data"));
    for (const [path, bytes] of files)
      expect(Buffer.compare(bytes, again.get(path) ?? Buffer.of()), path).toBe(0);
    expect([...again.keys()]).toEqual([...files.keys()]);
  });

  // What docs/decisions/0029 says to do where the facts lie in object storage.
  test("the script computes the same from the facts in Parquet", async () => {
    const script = readFileSync(SCRIPT, "utf8")
      .replaceAll("read_csv(", "read_parquet(")
      .replaceAll(".csv'", ".parquet'")
      .replaceAll(/,\n +header = true[^\n]*"'/gu, "");
    const set = `SET VARIABLE folder = '${join(folder, "facts")}'`;
    const { estimates, crosschecks } = await computeAgain("data");
    const before = `${set}; ${script}`;
    expect((await ask("FROM published_estimates", before)).rows).toEqual(estimates);
    expect((await ask("FROM published_crosschecks", before)).rows).toEqual(crosschecks);
  });
});
