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
    names: { title: "source_title", collection: "collection", published_on: "published_on" },
  },
  {
    key: "metric",
    table: "metrics",
    names: { label: "metric_label", topic: "topic", unit: "unit" },
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
 * Joins the names that readers know to a table of keys: titles, labels, units, speakers.
 *
 * @param table Rows with any of the columns source, metric, origin, proposition, claimant.
 * @returns The rows in their order with a name beside every key.
 */
export function joined(table: ColumnTable, ledger: Ledger): readonly object[] {
  const whole = BROUGHT.reduce((left, { key, table: name, names }) => {
    if (!left.columnNames().includes(key) || ledger[name].length === 0) return left;
    // Not join_left: it goes through the longer table, and so loses the order of the shorter one.
    const right = from([...ledger[name]]).select({ id: "id", ...names });
    return left.lookup(right, [key, "id"], Object.values(names));
  }, table);
  return whole.objects();
}
