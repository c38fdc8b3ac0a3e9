import { toCsv } from "./csv.ts";
import type { Model } from "./model.ts";

/**
 * The published tables as CSV, by name; each is at /data/NAME.csv.
 *
 * What is computed comes first; the tables of facts follow as they were read,
 * `claims` and `statements` with the names that readers know beside every key.
 * A table without rows is left out.
 */
export function publishTables({ ledger, published }: Model): ReadonlyMap<string, string> {
  const { claimants, origins, metrics, sources, dismissals, propositions, assumptions } = ledger;
  const tables: Readonly<Record<string, readonly object[]>> = {
    ...published,
    ...{ sources, claimants, origins, metrics, dismissals, propositions, assumptions },
    corrections: ledger.corrections,
    mutation_kinds: ledger.mutation_kinds,
  };
  return new Map(
    Object.entries(tables).flatMap(([name, rows]) => {
      const [first] = rows;
      return first ? [[name, toCsv(rows, Object.keys(first))] as const] : [];
    }),
  );
}
