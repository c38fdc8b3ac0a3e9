import type { PublishedCrosscheck } from "../../published/tables.ts";
import { formatNumber } from "../../words/numbers.ts";
import { formatOurs } from "../../words/ranges.ts";
import type { TableRow } from "../canvas.ts";
import type { Party } from "./colours.ts";
import type { Bar } from "./lines.ts";
import { endsOf } from "./said.ts";

type Row = PublishedCrosscheck;

/** From the lowest to the highest number of some results, in words. */
export function rangeOfResults(rows: readonly Row[]): string {
  const ends = rows.flatMap(({ low, high }) => [low, high]).filter((end) => end !== null);
  return `${formatNumber(Math.min(...ends))} to ${formatNumber(Math.max(...ends))}`;
}

/** Results as bars, a line each. */
export const barsOfResults = (
  rows: readonly Row[],
  { party, unit }: { readonly party: (row: Row) => Party; readonly unit: (row: Row) => string },
): readonly Bar[] =>
  rows.map((row) => ({
    ...{ ...row, line: row.label, party: party(row), tint: 1 },
    words: `${formatOurs(row)} ${unit(row)}`.trimEnd(),
  }));

export const tableOfResults = (rows: readonly Row[]): readonly TableRow[] =>
  rows.map((row) => ({
    ...{ what: row.label, who: "computed", when: null, ...endsOf(row), unit: row.unit },
    ...{ formula: row.formula, condition: row.condition, claims: row.claims.join("|") },
  }));
