import fc from "fast-check";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { formatSheet } from "../../../src/entry/sheet.ts";
import { readSheet } from "../../../src/cli/source-add/sheet-read.ts";
import { proposalsOf } from "../../../src/entry/proposals.ts";
import { rowsOf } from "../../../src/entry/rows.ts";
import { startSession } from "../../../src/entry/session.ts";
import { denseText, languageTag } from "../../entry/texts.ts";
import { ARTICLE } from "./article.ts";
import { type SheetRow, fill, openSheet, saveSheet } from "./sheet.ts";

const folder = mkdtempSync(join(tmpdir(), "sheet-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const FILE = join(folder, "out.csv");
const NONE = new Set<string>();
const ENDS = new Set(["low", "best", "high"]);
const start = startSession({ sha256: "", language: "de", source: { id: "s_new" } }, []);

/** The invented article's sheet, filled in, then changed. */
function read(change: (rows: readonly SheetRow[]) => readonly SheetRow[] = (rows) => rows) {
  writeFileSync(FILE, formatSheet(proposalsOf(ARTICLE, "de")));
  saveSheet(FILE, change(openSheet(FILE).map(fill)));
  const { session, placeOf } = readSheet(FILE, start, NONE);
  return { records: rowsOf(session, NONE), placeOf };
}

const faultsOf = (change: (rows: readonly SheetRow[]) => readonly SheetRow[]): string => {
  try {
    read(change);
    return "";
  } catch (error) {
    return String(error).replaceAll(FILE, "out.csv");
  }
};

describe("formatSheet(proposals)", () => {
  test("property: a spreadsheet finds no formula, no bare number as quote, and gives all of it back", () => {
    fc.assert(
      fc.property(denseText, languageTag, (text, language) => {
        const proposals = proposalsOf(text, language);
        writeFileSync(FILE, formatSheet(proposals));
        const rows = openSheet(FILE);
        expect(rows.map(({ quote }) => quote)).toEqual(
          proposals.map(({ cells }) => `[${cells["quote"] ?? ""}]`),
        );
        for (const row of rows)
          for (const [column, cell] of Object.entries(row))
            // minus three is a number, and no formula
            if (!(ENDS.has(column) && /^-\d+(?:\.\d+)?$/u.test(cell)))
              expect(cell).not.toMatch(/^[=+\-@\t\r]/u);
      }),
      { numRuns: 60 },
    );
  });
});

describe("readSheet(file, session, taken)", () => {
  test("reads semicolons, CRLF and a mark; the brackets around a quote are none of it", () => {
    const { records } = read();
    expect(records.claims).toMatchObject([
      { quote: "etwa 11.200 Container", best: "11200", metric: "m_count", source: "s_new" },
    ]);
    expect(records.dismissals.map(({ quote }) => quote)).toEqual([
      "3. Februar 2025",
      "Kaliber 152 mm",
      "zwei Dutzend Züge",
      "mindestens 10.000 Rohre pro Tag",
    ]);
  });

  test("a sheet that was sorted gives the same rows", () => {
    expect(read((rows) => [...rows].reverse()).records).toEqual(read().records);
  });

  test("new entries come from the row that uses them, and are known by their id in others", () => {
    const { records, placeOf } = read((rows) =>
      rows.map((row, at): SheetRow => {
        const claim = {
          decision: "claim",
          metric: "m_count",
          time_basis: "stated",
          modality: "asserted",
        };
        if (at === 3) return { ...row, ...claim, origin: "o_new" };
        if (at !== 1) return row;
        return {
          ...row,
          origin: "o_new",
          new_origin_label: "A briefing",
          new_origin_method: "count",
          new_claimant_name: "A speaker",
          new_claimant_kind: "official",
          new_claimant_stance: "neutral",
        };
      }),
    );
    expect(records.claimants).toEqual([
      { id: "a_a_speaker", name: "A speaker", kind: "official", stance: "neutral" },
    ]);
    expect(records.origins).toEqual([
      { id: "o_new", claimant: "a_a_speaker", label: "A briefing", method: "count" },
    ]);
    expect(records.claims.map(({ origin }) => origin)).toEqual(["o_new", "o_new"]);
    const cells = records.origins[0] ?? {};
    expect(placeOf("origins", { cells, index: 0 }, "label")).toMatchObject({
      line: 3,
      field: "new_origin_label",
    });
  });

  test("two rows of one figure are two readings, each told at its own line", () => {
    const { records, placeOf } = read((rows) =>
      rows.flatMap((row) =>
        row["decision"] === "claim"
          ? [
              { ...row, alternative: "load/one" },
              { ...row, alternative: "load/two" },
            ]
          : [row],
      ),
    );
    expect(records.claims.map(({ alternative }) => alternative)).toEqual(["load/one", "load/two"]);
    const cells = records.claims[1] ?? {};
    expect(placeOf("claims", { cells, index: 1 }, "alternative")?.line).toBe(4);
  });

  test.each<[string, string, (row: SheetRow) => SheetRow]>([
    [
      "no decision",
      "out.csv:3:4 decision: found an empty cell",
      (row) => ({ ...row, decision: "" }),
    ],
    ["another word", 'out.csv:3:4 decision: found "yes"', (row) => ({ ...row, decision: "yes" })],
    [
      "an offset that was changed",
      'out.csv:3:8 start: found "9,6"',
      (row) => ({ ...row, start: "9,6" }),
    ],
  ])("%s is a fault with its place", (_name, fault, change) => {
    expect(faultsOf((rows) => rows.map((row, at) => (at === 1 ? change(row) : row)))).toContain(
      fault,
    );
  });

  test("a figure that is claimed and dismissed is a fault", () => {
    const said = faultsOf((rows) => [...rows, { ...rows[1], decision: "dismiss" }]);
    expect(said).toContain(
      'out.csv:7:4 decision: found "dismiss", but line 3 decides on the same start',
    );
  });

  test("a file that is no such sheet is a fault", () => {
    writeFileSync(FILE, "a,b\n1,2\n");
    expect(() => readSheet(FILE, start, NONE)).toThrow(
      /expected a column that --proposals writes/u,
    );
    expect(() => readSheet(join(folder, "none.csv"), start, NONE)).toThrow(
      "found nothing under this name",
    );
  });
});
