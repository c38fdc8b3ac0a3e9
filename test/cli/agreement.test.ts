import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { isSentence } from "../../src/ledger/rules/quotes.ts";
import { run } from "./run.ts";

const FOLDER = "docs/double-coding";

/** Rows of a table of the folder or of what the command printed, as lists of cells. */
const cellsOf = (csv: string): readonly (readonly string[])[] => {
  const rows: readonly (readonly string[])[] = parse(csv);
  return rows.slice(1);
};

/** Rows of one reader's table, by column; a table cut short is no table. */
function rowsOf(file: string): readonly Readonly<Record<string, string>>[] {
  const rows: readonly Readonly<Record<string, string>>[] = parse(
    readFileSync(`${FOLDER}/${file}`),
    { columns: true },
  );
  expect(rows.length).toBeGreaterThan(100);
  return rows;
}

describe("npm run agreement", () => {
  test("prints the numbers that the README of the double coding has", async () => {
    const { status, stdout, stderr } = await run("agreement", []);
    expect(status, stderr).toBe(0);
    const tables = readFileSync(`${FOLDER}/README.md`, "utf8").matchAll(
      /\n\|---\|---\|---\|\n(?<rows>(?:\|.*\n)+)/gu,
    );
    const shown = [...tables]
      .flatMap(({ groups }) => groups?.["rows"]?.trimEnd().split("\n") ?? [])
      .map((line) => line.slice(2, -2).split(" | "));
    expect(cellsOf(stdout)).toEqual(shown);
  });

  test("exits 2 on wrong use and says how it is used", async () => {
    const { status, stderr } = await run("agreement", ["--fast"]);
    expect(status).toBe(2);
    expect(stderr).toContain("to mend: delete it, or see --help");
  });

  test.each(["a", "b"])("reader %s copies no sentence and no long quote", (reader) => {
    const bad = rowsOf(`reader-${reader}-figures.csv`)
      .map(({ quote = "" }) => quote)
      .filter((quote) => quote === "" || Array.from(quote).length > 60 || isSentence(quote));
    expect(bad).toEqual([]);
  });

  test("every row of the further reports on which the readers differ is named as settled", () => {
    const [a, b] = ["a", "b"].map((reader) => rowsOf(`reader-${reader}-further.csv`));
    const apart = (a ?? []).flatMap((row, at) => {
      const other = b?.[at];
      const columns = Object.keys(row).filter((column) => column !== "note");
      return columns.some((column) => row[column] !== other?.[column]) ? [row["row"] ?? ""] : [];
    });
    expect(apart.length).toBeGreaterThan(0);
    const settled = readFileSync(`${FOLDER}/README.md`, "utf8").split("### What was settled")[1];
    const named = new Set(
      [...(settled ?? "").matchAll(/C(?<first>\d{3})(?: to C(?<last>\d{3}))?/gu)].flatMap(
        ({ groups }) => {
          const first = Number(groups?.["first"]);
          const last = Number(groups?.["last"] ?? first);
          return Array.from({ length: last - first + 1 }, (_, index) => first + index);
        },
      ),
    );
    expect(apart.filter((row) => !named.has(Number(row.slice(1))))).toEqual([]);
  });

  test.each(["a", "b"])("reader %s keeps offsets of statements, no words", (reader) => {
    const columns = rowsOf(`reader-${reader}-statements.csv`).map((row) => Object.keys(row));
    expect(columns.filter((names) => names.includes("quote"))).toEqual([]);
    expect(columns.every((names) => names.includes("start") && names.includes("end"))).toBe(true);
  });
});
