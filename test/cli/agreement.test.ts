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
    for (const table of ["figures", "statements"]) {
      const rows: readonly Readonly<Record<string, string>>[] = parse(
        readFileSync(`${FOLDER}/reader-${reader}-${table}.csv`),
        { columns: true },
      );
      expect(rows.length).toBeGreaterThan(100);
      const bad = rows
        .map(({ quote = "" }) => quote)
        .filter((quote) => Array.from(quote).length > 60 || isSentence(quote));
      expect(bad).toEqual([]);
    }
  });
});
