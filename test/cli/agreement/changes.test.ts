import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";

const FOLDER = "docs/double-coding";

type Row = Readonly<Record<string, string>>;

function readRows(reader: string): readonly Row[] {
  const rows: readonly Row[] = parse(readFileSync(`${FOLDER}/reader-${reader}-further.csv`), {
    columns: true,
  });
  return rows;
}

/** Kinds of change in one row, in no order. */
const kindsIn = (row: Row | undefined): string =>
  (row?.["mutations"] ?? "").split("|").sort().join(" ");

test("the table of changes in the double coding's README is what the raw rows give", () => {
  const b = new Map(readRows("b").map((row) => [row["row"], row]));
  const pairs = readRows("a").map((row) => [row, b.get(row["row"])] as const);
  const kinds = pairs.map((pair) => pair.map(kindsIn));
  const distorted = pairs.map((pair) => pair.map((row) => row?.["repeats"] === "distorted"));
  const both = kinds.filter(([one, other]) => one !== "" && other !== "");
  const counted = [
    ["coded by both", pairs.filter(([, other]) => other !== undefined).length],
    ["with a change, by both readers", both.length],
    [
      "with a change, by reader A alone",
      kinds.filter(([one, other]) => one !== "" && other === "").length,
    ],
    [
      "with a change, by reader B alone",
      kinds.filter(([one, other]) => one === "" && other !== "").length,
    ],
    ["of those by both: the same kinds", both.filter(([one, other]) => one === other).length],
    ["called distorted by both readers", distorted.filter(([one, other]) => one && other).length],
    [
      "called distorted by one reader alone",
      distorted.filter(([one, other]) => one !== other).length,
    ],
  ];
  const [, table = ""] =
    /\n\| rows \| number \|\n\|---\|---\|\n((?:\|.*\n)+)/u.exec(
      readFileSync(`${FOLDER}/README.md`, "utf8"),
    ) ?? [];
  const shown = table.trimEnd().split("\n");
  expect(shown).toEqual(counted.map(([name, count]) => `| ${String(name)} | ${String(count)} |`));
});
