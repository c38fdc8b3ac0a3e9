import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { isSentence } from "../../src/ledger/rules/quotes.ts";

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

function runAgreement(...parameters: string[]) {
  return spawnSync(
    process.execPath,
    ["node_modules/tsx/dist/cli.mjs", "src/cli/agreement.ts", ...parameters],
    { encoding: "utf8" },
  );
}

describe("npm run agreement", () => {
  test("prints the numbers that the README of the double coding has", () => {
    const { status, stdout, stderr } = runAgreement();
    expect(status, stderr).toBe(0);
    const [, table = ""] = /\n\|---\|---\|---\|\n((?:\|.*\n)+)/u.exec(
      readFileSync(`${FOLDER}/README.md`, "utf8"),
    ) ?? ["", ""];
    const shown = table
      .trimEnd()
      .split("\n")
      .map((line) => line.slice(2, -2).split(" | "));
    expect(cellsOf(stdout)).toEqual(shown);
  });

  test("exits 2 on wrong use and says how it is used", () => {
    const { status, stderr } = runAgreement("--fast");
    expect(status).toBe(2);
    expect(stderr).toContain("to mend: delete it, or see --help");
  });

  test.each(["a", "b"])("reader %s copies no sentence and no long quote", (reader) => {
    const bad = rowsOf(`reader-${reader}-figures.csv`)
      .map(({ quote = "" }) => quote)
      .filter((quote) => quote === "" || Array.from(quote).length > 60 || isSentence(quote));
    expect(bad).toEqual([]);
  });

  test.each(["a", "b"])("reader %s keeps offsets of statements, no words", (reader) => {
    const columns = rowsOf(`reader-${reader}-statements.csv`).map((row) => Object.keys(row));
    expect(columns.filter((names) => names.includes("quote"))).toEqual([]);
    expect(columns.every((names) => names.includes("start") && names.includes("end"))).toBe(true);
  });
});
