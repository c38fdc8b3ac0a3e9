import { notesOf } from "../columns.ts";
import type { Draft, Rule } from "../draft.ts";
import { type Fault, showCell } from "../faults.ts";
import { type TableName, isTableName, tableNames, tables } from "../tables.ts";

/** What to say about an id that its table does not hold. */
export function missingId(
  { nearestId }: Draft,
  table: TableName,
  id: string,
): Pick<Fault, "found" | "expected" | "mend"> {
  const nearest = nearestId(table, id);
  return {
    found: showCell(id),
    expected: `an id from data/${table}.csv${nearest === null ? "" : `; nearest "${nearest}"`}`,
    mend: `correct the id, or add the ${table.replace(/s$/u, "")} first`,
  };
}

const idsIn = (cell: unknown): readonly string[] => {
  const items: readonly unknown[] = Array.isArray(cell) ? cell : [cell];
  return items.filter((item) => typeof item === "string");
};

/** Every id that a cell refers to is the id of a row. */
export const checkReferences: Rule = (draft) =>
  tableNames.flatMap((name) => {
    const links = Object.entries(tables[name].schema.shape).flatMap(([field, column]) => {
      const { references } = notesOf(column);
      return references !== undefined && isTableName(references) ? [{ field, references }] : [];
    });
    const rows: readonly Readonly<Record<string, unknown>>[] = draft.tables[name].rows;
    return rows.flatMap((row) =>
      links.flatMap(({ field, references }) =>
        idsIn(row[field])
          .filter((id) => !draft.mayHold(references, id))
          .map((id) => ({
            ...draft.placeOf(name, row, field),
            ...missingId(draft, references, id),
          })),
      ),
    );
  });
