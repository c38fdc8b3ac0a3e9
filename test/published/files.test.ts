import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { toCsv } from "../../src/published/csv.ts";
import { columnsOf, dataFiles, publishedCsv } from "../../src/published/files.ts";
import { publishedNames, publishedTables } from "../../src/published/tables.ts";
import { ascending } from "d3-array";
import { chartLedger } from "../fixtures/chart-ledger.ts";
import { coreLedger, furtherLedger } from "../fixtures/further-ledger.ts";
import { publishedOf } from "../fixtures/model.ts";
import { workedExample } from "../fixtures/worked-example.ts";

const csvOf = (ledger: typeof workedExample) => publishedCsv(ledger, publishedOf(ledger));
const rowsIn = (csv: ReadonlyMap<string, string>, name: string) =>
  parse<Record<string, string>>(csv.get(name) ?? "", { columns: true });
const worked = csvOf(workedExample);

describe("publishedCsv(ledger, published)", () => {
  // Golden files: the worked example's tables. Its numbers are checked against the note's own
  // table in test/reconcile; here the form that readers download is held still.
  test.each(["estimates", "without", "constraints", "crosscheck_results", "claims"])(
    "%s.csv of the worked example",
    async (name) => {
      await expect(worked.get(name)).toMatchFileSnapshot(`../golden/tables/${name}.csv`);
    },
  );

  test.each(["mutations", "retellings"])("%s.csv of the charts' ledger", async (name) => {
    await expect(csvOf(chartLedger).get(name)).toMatchFileSnapshot(`../golden/tables/${name}.csv`);
  });

  // Oracle: the worked example of the reconciliation note, totals of shells, all sets together.
  test("estimates.csv has the note's ranges", () => {
    const of = (assume: string, day: string) => {
      const rows = rowsIn(worked, "estimates").filter(
        (row) =>
          row["collection"] === "core" &&
          row["metric"] === "m_shells_delivered" &&
          row["assume"] === assume &&
          row["from"] === "",
      );
      const row = rows
        .filter(({ to = "" }) => to <= day)
        .toSorted((one, other) => ascending(one["to"] ?? "", other["to"] ?? ""))
        .at(-1);
      return [row?.["low"], row?.["high"], row?.["high_inclusive"]];
    };
    expect(of("stated", "2024-10-03")).toEqual(["2000000", "", ""]);
    expect(of("spans", "2024-10-03")).toEqual(["2000000", "6000000", "false"]);
    expect(of("contents", "2024-02-27")).toEqual(["450000", "6000000", "false"]);
  });

  test.each(publishedNames)("%s has the columns of its schema, with and without rows", (name) => {
    const columns = Object.keys(publishedTables[name].schema.shape).join(",");
    expect(worked.get(name)?.split("\n")[0]).toBe(columns);
    expect(toCsv([], columnsOf(publishedTables[name]))).toBe(`${columns}\n`);
  });

  test.each(["claims", "constraints", "estimates", "without", "statements", "crosscheck_results"])(
    "%s has the core's rows as they are without further documents",
    (name) => {
      const [core, further] = [csvOf(coreLedger), csvOf(furtherLedger)];
      const own = rowsIn(further, name).filter(({ collection }) => collection === "core");
      expect(own).toEqual(rowsIn(core, name).filter(({ collection }) => collection === "core"));
      expect(own.length).toBeGreaterThan(0);
    },
  );
});

test("dataFiles(ledger, published) has each table as CSV and Parquet, and a package", () => {
  const files = dataFiles(workedExample, publishedOf(workedExample));
  for (const name of worked.keys()) {
    expect(typeof files.get(`${name}.csv`)).toBe("string");
    expect(files.get(`${name}.parquet`)).toBeInstanceOf(Uint8Array);
  }
  expect(JSON.parse(String(files.get("datapackage.json")))).toMatchObject({
    profile: "tabular-data-package",
  });
});

test("toCsv(rows, columns) quotes, joins lists, leaves what is not stated empty", () => {
  const columns = ["a", "b", "c"].map((name) => ({ name, type: "string" as const }));
  const rows = [{ a: 'says "x", then y', b: null, c: ["p", "q"] }];
  expect(toCsv(rows, columns)).toBe('a,b,c\n"says ""x"", then y",,p|q\n');
});
