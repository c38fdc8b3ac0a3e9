import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { DuckDBInstance, type Json } from "@duckdb/node-api";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readLedger } from "../../src/ledger/read.ts";
import { dataFiles, factFiles, publishedCsv } from "../../src/published/files.ts";
import { toParquet } from "../../src/published/parquet.ts";
import { publish } from "../../src/published/publish.ts";
import type { Published } from "../../src/published/tables.ts";

const { ledger } = readLedger("data", { articles: null });
const published = publish(ledger);
const csv = publishedCsv(ledger, published);

/** All Parquet files, by their place on the site: "data/claims.parquet". */
const parquetOf = (rows: Published): ReadonlyMap<string, Uint8Array> =>
  new Map(
    Object.entries({ data: dataFiles(ledger, rows), facts: factFiles(ledger, []) }).flatMap(
      ([folder, all]) =>
        [...all].flatMap(([file, content]) =>
          typeof content === "string" ? [] : [[`${folder}/${file}`, content] as const],
        ),
    ),
  );
const files = parquetOf(published);

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
    const { rows, names, types } = await read(`data/${name}.parquet`);
    // 1.825 is printed as 1.8250, so that nothing reads it as thousands
    const isNumber = (column: string) => types[names.indexOf(column)] === "DOUBLE";
    const printed: unknown = parse(csv.get(name) ?? "", {
      columns: true,
      cast: (cell, { column }) =>
        cell !== "" && isNumber(String(column)) ? JSON.stringify(Number(cell)) : cell,
    });
    expect(asText(rows)).toEqual(printed);
  });

  test.each(["claims", "metrics", "origins", "assumptions", "sources", "crosschecks"])(
    "facts/%s.parquet holds what people typed",
    async (name) => {
      const { rows } = await read(`facts/${name}.parquet`);
      const typed = parse(readFileSync(`data/${name}.csv`), { columns: true });
      expect(asText(rows)).toEqual(typed);
    },
  );

  test("numbers are numbers, also where a column is empty; days and lists are text", async () => {
    const { names, types } = await read("data/estimates.parquet");
    const typeOf = (name: string) => types[names.indexOf(name)];
    expect(["low", "low_inclusive", "claims", "to", "repairs"].map(typeOf)).toEqual([
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
        [
          { name: "high", type: "number" },
          { name: "high_inclusive", type: "boolean" },
          { name: "note", type: "string" },
        ],
      ),
    );
    expect((await read("open.parquet")).types).toEqual(["DOUBLE", "BOOLEAN", "VARCHAR"]);
  });

  test("the same tables give the same bytes", () => {
    const again = parquetOf(publish(ledger));
    for (const [path, bytes] of files)
      expect(Buffer.compare(bytes, again.get(path) ?? Buffer.of()), path).toBe(0);
    expect([...again.keys()]).toEqual([...files.keys()]);
  });

  // What docs/decisions/0051 says to do where the facts lie in object storage.
  test("the scripts compute the same from the facts in Parquet", async () => {
    const scripts = ["facts", "eligible", "constraints"].map((name) =>
      readFileSync(`sql/${name}.sql`, "utf8"),
    );
    const [facts = "", ...others] = scripts;
    const fromParquet = facts
      .replace(/read_csv\(file[^)]*\)/u, "read_parquet(file)")
      .replaceAll(".csv'", ".parquet'");
    const computed = async (directory: string, first: string) =>
      (
        await ask(
          "FROM published_constraints ORDER BY ALL",
          [`SET VARIABLE folder = '${directory}'`, first, ...others].join(";\n"),
        )
      ).rows;
    const plain = await computed("data", facts);
    expect(plain.length).toBeGreaterThan(100);
    expect(await computed(join(folder, "facts"), fromParquet)).toEqual(plain);
  });

  test("every table has its file", () => {
    expect(readdirSync(join(folder, "data"))).toHaveLength(csv.size);
  });
});
