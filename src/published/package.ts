import { type ColumnNotes, notesOf } from "../ledger/columns.ts";
import { type Ledger, type Table, tableNames, tables } from "../ledger/tables.ts";
import { publishedNames, publishedTables } from "./tables.ts";

/** A column as Table Schema has it, https://specs.frictionlessdata.io/table-schema/. */
function fieldOf(name: string, notes: ColumnNotes) {
  const constraints = {
    ...(notes.optional ? {} : { required: true }),
    ...(name === "id" ? { unique: true } : {}),
    ...(notes.choices ? { enum: notes.choices } : {}),
  };
  return {
    name,
    type: notes.type,
    description: notes.description,
    ...(notes.unit === undefined ? {} : { unit: notes.unit }),
    ...(Object.keys(constraints).length === 0 ? {} : { constraints }),
  };
}

/** One table as a Data Package has it; a foreign key into the table itself names the resource "". */
function resourceOf({ name, row, schema }: Table) {
  const columns = Object.entries(schema.shape).map(([field, column]) => ({
    field,
    notes: notesOf(column),
  }));
  // Table Schema has no key for a cell that lists several ids.
  const foreignKeys = columns.flatMap(({ field, notes: { references, list } }) =>
    references === undefined || list
      ? []
      : [
          {
            fields: field,
            reference: { resource: references === name ? "" : references, fields: "id" },
          },
        ],
  );
  return {
    name,
    path: `${name}.csv`,
    title: `One row is ${row}`,
    profile: "tabular-data-resource",
    format: "csv",
    mediatype: "text/csv",
    encoding: "utf-8",
    schema: {
      fields: columns.map(({ field, notes }) => fieldOf(field, notes)),
      missingValues: [""],
      ...("id" in schema.shape ? { primaryKey: "id" } : {}),
      ...(foreignKeys.length > 0 ? { foreignKeys } : {}),
    },
  };
}

/** datapackage.json, https://specs.frictionlessdata.io/data-package/. */
const packageOf = <Resource>(name: string, title: string, resources: readonly Resource[]) => ({
  profile: "tabular-data-package",
  name,
  title,
  licenses: [
    {
      name: "CC-BY-4.0",
      title: "Creative Commons Attribution 4.0",
      path: "https://creativecommons.org/licenses/by/4.0/",
    },
  ],
  resources,
});

/**
 * The description of the tables of facts that data tools read, from the same schemas as the checks.
 *
 * It has no date of making: the same tables give the same bytes. A table that may be
 * missing is left out when it has no rows, because its file may not be there.
 */
export const dataPackage = (ledger: Ledger) =>
  packageOf(
    "contested-counts",
    "Figures that news articles disagree about: claims, origins and sources",
    tableNames
      .filter((name) => !("optional" in tables[name]) || ledger[name].length > 0)
      .map((name) => resourceOf(tables[name])),
  );

/** The same of the published tables; keys into tables of facts lead outside of the package and are left out. */
export const publishedPackage = () =>
  packageOf(
    "contested-counts-published",
    "Ranges, contradictions and arithmetic that follow from contested figures",
    publishedNames.map((name) => {
      const { schema, ...resource } = resourceOf(publishedTables[name]);
      const { fields, missingValues } = schema;
      return { ...resource, schema: { fields, missingValues } };
    }),
  );
