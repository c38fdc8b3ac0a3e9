import type { Cell, Computed, ComputedName, Row } from "./compute.ts";

/** A value that differs, or a row that only one of the two has. */
export interface Difference {
  /** The published table: "estimates". */
  readonly table: ComputedName;
  /** What names the row: "core m_shells_delivered 2024-10-03 stated". */
  readonly row: string;
  /** null where the whole row is missing on one side. */
  readonly column: string | null;
  readonly published: string;
  readonly computed: string;
}

/** What comparing one table has found. */
export interface Comparison {
  readonly table: ComputedName;
  /** Values that are the same in both. */
  readonly agreeing: number;
  readonly differences: readonly Difference[];
}

/** Published rows by table; columns may be left open. */
export type PublishedRows = Readonly<Record<ComputedName, readonly object[]>>;

/** What names a row of each table. */
const KEYS: Readonly<Record<ComputedName, readonly string[]>> = {
  constraints: [
    "collection",
    "series",
    "reading",
    "assume",
    "side",
    "from",
    "to",
    "claims",
    "binds",
  ],
  estimates: ["collection", "series", "metric", "from", "to", "assume", "repairs"],
  without: ["collection", "series", "metric", "from", "to", "assume", "whose", "left_out"],
  conflicts: ["collection", "series", "period", "assume", "reading", "testimony"],
  repairs: ["collection", "series", "period", "assume", "reading", "repair", "claims"],
  crosscheck_results: ["crosscheck"],
};

/** Columns of cross-checks that are copied from the facts, or say in words what the numbers rest on. */
const LEFT_OUT: readonly string[] = [
  ...["topic", "label", "formula", "unit", "against", "tolerance", "condition"],
  ...["why", "inputs", "claims", "assumptions"],
];

/** Two numbers that differ by less are equal, as in docs/methodology.md: sums come in any order. */
const NEAR = 1e-9;
const areNear = (a: number, b: number): boolean =>
  Math.abs(a - b) <= NEAR * Math.max(1, Math.abs(a), Math.abs(b));

/** A cell as text; items of a list in an order of their own, as their order says nothing. */
const textOf = (cell: Cell): string =>
  Array.isArray(cell) ? cell.map(String).sort().join("|") : String(cell ?? "");

const areSame = (a: Cell, b: Cell): boolean =>
  typeof a === "number" && typeof b === "number" ? areNear(a, b) : textOf(a) === textOf(b);

const cellsInOrder = (row: Row): string =>
  Object.keys(row)
    .sort()
    .map((name) => textOf(row[name] ?? null))
    .join("\n");

/**
 * Rows by what names them. Readings that are each mended have repairs of the same number, so
 * several estimates may have one name: these in the order of their cells.
 */
function byKey(rows: readonly Row[], keys: readonly string[]): Map<string, Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keys.flatMap((name) => textOf(row[name] ?? null) || []).join(" ");
    const same = found.get(key);
    if (same) same.push(row);
    else found.set(key, [row]);
  }
  for (const same of found.values())
    if (same.length > 1) same.sort((a, b) => (cellsInOrder(a) < cellsInOrder(b) ? -1 : 1));
  return found;
}

function compareRows(
  at: Pick<Difference, "table" | "row">,
  published: Row | undefined,
  computed: Row | undefined,
): Comparison {
  const { table } = at;
  if (!published || !computed) {
    const there = (row: Row | undefined): string => (row ? "a row" : "no such row");
    const lacking = { column: null, published: there(published), computed: there(computed) };
    return { table, agreeing: 0, differences: [{ ...at, ...lacking }] };
  }
  const columns = [...new Set([...Object.keys(published), ...Object.keys(computed)])];
  const shown = (row: Row, column: string): string =>
    column in row ? textOf(row[column] ?? null) : "no such column";
  const differing = columns.filter(
    (column) =>
      !(column in published && column in computed) ||
      !areSame(published[column] ?? null, computed[column] ?? null),
  );
  return {
    table,
    agreeing: columns.length - differing.length,
    differences: differing.map((column) => ({
      ...{ ...at, column },
      ...{ published: shown(published, column), computed: shown(computed, column) },
    })),
  };
}

const withoutWords = (row: object): Row =>
  Object.fromEntries(Object.entries(row as Row).filter(([name]) => !LEFT_OUT.includes(name)));

function compareTable(
  table: ComputedName,
  published: readonly object[],
  computed: readonly Row[],
): Comparison {
  const compared =
    table === "crosscheck_results" ? published.map(withoutWords) : (published as readonly Row[]);
  const [ours, theirs] = [byKey(compared, KEYS[table]), byKey(computed, KEYS[table])];
  const found = [...new Set([...ours.keys(), ...theirs.keys()])].flatMap((row) => {
    const [one, other] = [ours.get(row) ?? [], theirs.get(row) ?? []];
    return Array.from({ length: Math.max(one.length, other.length) }, (_, index) =>
      compareRows({ table, row }, one[index], other[index]),
    );
  });
  return {
    table,
    agreeing: found.reduce((sum, { agreeing }) => sum + agreeing, 0),
    differences: found.flatMap(({ differences }) => differences),
  };
}

/**
 * Compares what is published with what DuckDB computes, value by value. Rows are matched by what
 * names them, not by their order.
 */
export const compareTables = (
  published: PublishedRows,
  computed: Computed,
): readonly Comparison[] =>
  (Object.entries(computed) as [ComputedName, readonly Row[]][]).map(([table, rows]) =>
    compareTable(table, published[table], rows),
  );
