import { group } from "d3-array";
import { alternativeOf } from "../choice.ts";
import type { Rule } from "../draft.ts";
import type { Claim } from "../tables.ts";

/** The options of every group of readings that exclude each other. */
export function findOptions(rows: readonly Claim[]): ReadonlyMap<string, ReadonlySet<string>> {
  const options = new Map<string, Set<string>>();
  for (const row of rows) {
    const alternative = alternativeOf(row);
    if (alternative === null) continue;
    const { group, option } = alternative;
    options.set(group, (options.get(group) ?? new Set()).add(option));
  }
  return options;
}

/** Whether a row is one of at least two readings. */
export const hasAlternative = (options: ReturnType<typeof findOptions>, row: Claim): boolean =>
  (options.get(alternativeOf(row)?.group ?? "")?.size ?? 0) > 1;

/** Whether two rows are readings that exclude each other. */
export function areAlternatives(a: Claim, b: Claim): boolean {
  const [one, two] = [alternativeOf(a), alternativeOf(b)];
  return one !== null && one.group === two?.group && one.option !== two.option;
}

/** Rows by what `keyOf` says, in file order; rows with the key null are left out. */
export const groupBy = <Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string | null,
): readonly (readonly Row[])[] =>
  [...group(rows, keyOf)].flatMap(([key, own]) => (key === null ? [] : [own]));

/** One place in a document says one thing about a metric, unless the rows are readings that exclude each other. */
export const checkOnePerPlace: Rule = (draft) =>
  groupBy(draft.tables.claims.rows, ({ status, source, metric, start, quote }) =>
    // Without an offset the phrase itself has to say which place is meant.
    status === "active" ? [source, metric, start ?? quote].join("\n") : null,
  ).flatMap((rows) =>
    rows.slice(1).flatMap((row, index) => {
      const other = rows.find((earlier, at) => at <= index && !areAlternatives(earlier, row));
      if (!other) return [];
      const { line } = draft.placeOf("claims", other, null);
      return [
        {
          ...draft.placeOf("claims", row, "start"),
          found: `a second active claim of ${row.metric} at this place; ${other.id} in line ${String(line)} is the first`,
          expected: "one claim per document, metric and place",
          mend: "delete one, or give both an alternative of one group if they are two readings",
        },
      ];
    }),
  );
