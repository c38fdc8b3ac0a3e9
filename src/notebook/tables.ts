import { from } from "arquero";
import type { Formula } from "../ledger/formula.ts";
import type { Model } from "./model.ts";

type Cell = string | number | boolean | null | readonly string[] | Formula;

const plain = (cell: Cell): string | number | boolean | null => {
  if (cell === null || typeof cell !== "object") return cell;
  return "text" in cell ? cell.text : cell.join("|");
};

/** Rows as CSV: an empty cell means "not stated", items of a list are joined by "|". */
function toCsv(rows: readonly object[]): string {
  const cells = rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([field, cell]: [string, Cell]) => [field, plain(cell)] as const),
    ),
  );
  return `${from(cells).toCSV()}\n`;
}

/**
 * The published tables as CSV, by name; each is at /data/NAME.csv.
 *
 * What is computed comes first; the tables of facts follow as they were read,
 * `claims` and `statements` with the names that readers know beside every key.
 */
export function publishTables({ ledger, published }: Model): ReadonlyMap<string, string> {
  const { claimants, origins, metrics, sources, dismissals, propositions, assumptions } = ledger;
  const tables = {
    ...published,
    ...{ sources, claimants, origins, metrics, dismissals, propositions, assumptions },
    corrections: ledger.corrections,
  };
  return new Map(
    Object.entries(tables)
      .filter(([, rows]) => rows.length > 0)
      .map(([name, rows]: [string, readonly object[]]) => [name, toCsv(rows)]),
  );
}
