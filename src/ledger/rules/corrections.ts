import type { Rule } from "../draft.ts";
import { type Fault, showCell } from "../faults.ts";
import { findNearest } from "../nearest.ts";
import { isTableName, tableNames, tables } from "../tables.ts";
import { missingId } from "./references.ts";

const nearestOf = (word: string, words: readonly string[]): string => {
  const nearest = findNearest(word, words);
  return nearest === null ? "" : `; nearest "${nearest}"`;
};

/** A correction names a table, a column and a row that exist. */
export const checkCorrections: Rule = (draft) =>
  draft.tables.corrections.rows.flatMap((row): readonly Fault[] => {
    const { table, column, row: target } = row;
    const at = (field: string) => draft.placeOf("corrections", row, field);
    if (!isTableName(table))
      return [
        {
          ...at("table"),
          found: showCell(table),
          expected: `the name of a table${nearestOf(table, tableNames)}`,
          mend: `use one of ${tableNames.join(", ")}`,
        },
      ];
    const fields = Object.keys(tables[table].schema.shape);
    const faults: Fault[] = [];
    if (!fields.includes(column))
      faults.push({
        ...at("column"),
        found: showCell(column),
        expected: `a column of data/${table}.csv${nearestOf(column, fields)}`,
        mend: "copy the column's name from the table's header",
      });
    if (fields.includes("id")) {
      if (!draft.mayHold(table, target))
        faults.push({ ...at("row"), ...missingId(draft, table, target) });
    } else if (draft.isSound(table) && !draft.tables[table].lines.includes(Number(target)))
      faults.push({
        ...at("row"),
        found: showCell(target),
        expected: `the line of a row in data/${table}.csv, which has no ids`,
        mend: "count the header as line 1",
      });
    return faults;
  });
