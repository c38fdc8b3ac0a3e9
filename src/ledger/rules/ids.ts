import type { Rule } from "../draft.ts";
import { showCell } from "../faults.ts";

/** Every id stands in its table once. */
export const checkUniqueIds: Rule = ({ tables }) =>
  Object.values(tables).flatMap(({ file, columns, ids }) => {
    const first = new Map<string, number>();
    return ids.flatMap(({ id, line }) => {
      const seen = first.get(id);
      if (seen === undefined) {
        first.set(id, line);
        return [];
      }
      return [
        {
          file,
          line,
          column: (columns.get("id") ?? 0) + 1,
          field: "id",
          found: `${showCell(id)} again; line ${String(seen)} has it`,
          expected: "an id that no other row of the table has",
          mend: "give one of the two rows an id of its own",
        },
      ];
    });
  });
