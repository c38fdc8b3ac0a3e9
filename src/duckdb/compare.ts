import { parse } from "csv-parse/sync";
import type { Cell, Chosen, Computed, Row } from "./compute.ts";

/** A row as text, cell by cell, as a CSV file has it; an empty cell is "not stated". */
type TextRow = Readonly<Record<string, string>>;

/** A value that differs, or a row that only one of the two has. */
export interface Difference {
  /** The published file: "/data/estimates.csv". */
  readonly file: string;
  /** What names the row: "m_shells_delivered core 2024-10-03". */
  readonly row: string;
  /** null where the whole row is missing on one side. */
  readonly column: string | null;
  readonly published: string;
  readonly computed: string;
}

/** A table that is computed twice. */
type Table = keyof Computed | keyof Chosen;

/** What comparing one table has found. */
export interface Comparison {
  readonly table: Table;
  /** Values that are the same in both. */
  readonly agreeing: number;
  readonly differences: readonly Difference[];
}

/** What names a row of each table. */
const KEYS: Readonly<Record<Table, readonly string[]>> = {
  estimates: ["metric", "collection", "as_of"],
  without: ["metric", "collection", "as_of", "origin"],
  bounds: ["metric", "collection", "origin", "side", "claims"],
  conflicts: ["metric", "collection", "low_claim", "high_claim"],
  crosschecks: ["crosscheck"],
  support: ["metric", "collection"],
  thresholds: ["metric", "collection", "as_of", "side", "value", "inclusive"],
  multiverse: ["metric", "collection", "as_of", "options"],
  tornado: ["metric", "collection", "as_of", "choice", "option"],
};

/**
 * Published columns that the scripts do without: copied from the tables of facts, or
 * what says in words and lists what the numbers and the verdict rest on.
 */
const LEFT_OUT: Readonly<Partial<Record<Table, readonly string[]>>> = {
  crosschecks: [
    ...["topic", "label", "formula", "unit", "against", "tolerance", "condition"],
    ...["why", "inputs", "claims", "assumptions"],
  ],
  tornado: ["option_label", "published_option"],
};

const textOf = (row: Readonly<Record<string, Cell>>): TextRow =>
  Object.fromEntries(
    Object.entries(row).map(([name, cell]) => [name, cell === null ? "" : String(cell)]),
  );

function withoutColumns(row: TextRow, names: readonly string[]): TextRow {
  return Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name)));
}

function byKey(
  rows: readonly TextRow[],
  keys: readonly string[],
): ReadonlyMap<string, readonly TextRow[]> {
  const found = new Map<string, TextRow[]>();
  for (const row of rows) {
    const key = keys.map((name) => row[name] ?? "").join(" ");
    found.set(key, [...(found.get(key) ?? []), row]);
  }
  return found;
}

function compareRows(
  at: { readonly file: string; readonly row: string },
  published: TextRow | undefined,
  computed: TextRow | undefined,
): { readonly agreeing: number; readonly differences: readonly Difference[] } {
  if (!published || !computed) {
    const there = (row: TextRow | undefined): string => (row ? "a row" : "no such row");
    const lacking = { column: null, published: there(published), computed: there(computed) };
    return { agreeing: 0, differences: [{ ...at, ...lacking }] };
  }
  const columns = [...new Set([...Object.keys(published), ...Object.keys(computed)])];
  const differences = columns
    .map((column) => ({
      ...at,
      column,
      published: published[column] ?? "no such column",
      computed: computed[column] ?? "no such column",
    }))
    .filter((cell) => cell.published !== cell.computed);
  return { agreeing: columns.length - differences.length, differences };
}

function compareTable(
  table: Table,
  published: readonly TextRow[],
  computed: readonly TextRow[],
): Comparison {
  const compared = published.map((row) => withoutColumns(row, LEFT_OUT[table] ?? []));
  const [ours, theirs] = [byKey(compared, KEYS[table]), byKey(computed, KEYS[table])];
  const found = [...new Set([...ours.keys(), ...theirs.keys()])].flatMap((row) => {
    const [one, other] = [ours.get(row) ?? [], theirs.get(row) ?? []];
    return Array.from({ length: Math.max(one.length, other.length) }, (_, index) =>
      compareRows({ file: `/data/${table}.csv`, row }, one[index], other[index]),
    );
  });
  return {
    table,
    agreeing: found.reduce((sum, { agreeing }) => sum + agreeing, 0),
    differences: found.flatMap(({ differences }) => differences),
  };
}

/**
 * Compares the published tables with what DuckDB computes, value by value. Rows are
 * matched by what names them, not by their order.
 *
 * @param published CSV text by table, as readers download it; a table without rows is absent.
 * @param computed The tables to compare.
 */
export function compareTables(
  published: ReadonlyMap<string, string>,
  computed: Readonly<Partial<Record<Table, readonly Row[]>>>,
): readonly Comparison[] {
  return (Object.entries(computed) as [Table, readonly Row[]][]).map(([table, rows]) =>
    compareTable(
      table,
      parse<TextRow>(published.get(table) ?? "", { columns: true }),
      rows.map(textOf),
    ),
  );
}
