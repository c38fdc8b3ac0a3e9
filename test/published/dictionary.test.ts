import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { notesOf } from "../../src/ledger/columns.ts";
import { formatDictionary } from "../../src/published/dictionary.ts";
import { isTableName, tableNames, tables } from "../../src/ledger/tables.ts";

test("docs/data-dictionary.md is what npm run dictionary writes", () => {
  expect(readFileSync("docs/data-dictionary.md", "utf8")).toBe(formatDictionary());
});

const columns = tableNames.flatMap((name) =>
  Object.entries(tables[name].schema.shape).map(([field, column]) => ({
    column: `${name}.${field}`,
    notes: notesOf(column),
  })),
);

test.each(columns)("$column has a description, a form and a way to mend", ({ notes }) => {
  expect(notes.description).not.toBe("");
  expect(notes.expected).not.toBe("");
  expect(notes.mend).not.toBe("");
});

test("every number has a unit, and every reference names a table", () => {
  const numbers = columns.filter(
    ({ notes }) => notes.type === "number" || notes.type === "integer",
  );
  expect(numbers.filter(({ notes }) => notes.unit === undefined)).toEqual([]);
  expect(
    columns.filter(({ notes }) => notes.references !== undefined && !isTableName(notes.references)),
  ).toEqual([]);
});
