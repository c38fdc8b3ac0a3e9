import { type ColumnTable, from } from "arquero";
import type { Ledger } from "../ledger/tables.ts";

type Names = Readonly<Record<string, string>>;

/** What a key brings along from its own table: field there → column here. */
const BROUGHT: readonly {
  readonly key: string;
  readonly table: keyof Ledger;
  readonly names: Names;
}[] = [
  {
    key: "source",
    table: "sources",
    names: {
      title: "source_title",
      ...Object.fromEntries(
        [
          "publisher",
          "original_publisher",
          "collection",
          "published_on",
          "published_precision",
        ].map((name) => [name, name]),
      ),
    },
  },
  {
    key: "metric",
    table: "metrics",
    names: { label: "metric_label", topic: "topic", unit: "unit", measure: "measure" },
  },
  { key: "origin", table: "origins", names: { label: "origin_label", claimant: "claimant" } },
  {
    key: "proposition",
    table: "propositions",
    names: { label: "proposition_label", topic: "topic" },
  },
  {
    key: "claimant",
    table: "claimants",
    names: { name: "claimant_name", stance: "claimant_stance" },
  },
];

/**
 * Joins the names that readers know to rows of keys: titles, labels, units, speakers.
 *
 * @param rows With any of the columns source, metric, origin, proposition, claimant.
 * @param columns The columns that are wanted, in their order.
 * @returns The rows in their order.
 */
export function labelled(
  rows: readonly object[],
  ledger: Ledger,
  columns: readonly string[],
): readonly object[] {
  if (rows.length === 0) return [];
  const whole = BROUGHT.reduce<ColumnTable>(
    (left, { key, table, names }) => {
      if (!left.columnNames().includes(key)) return left;
      // Not join_left: it goes through the longer table, and so loses the order of the shorter one.
      const right = from([...ledger[table]], ["id", ...Object.keys(names)]).rename(names);
      return left.lookup(right, [key, "id"], Object.values(names));
    },
    from([...rows]),
  );
  return whole.select([...columns]).objects();
}
