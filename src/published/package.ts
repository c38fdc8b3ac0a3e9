import { type ColumnNotes, notesOf } from "../ledger/columns.ts";
import { type Ledger, type Table, tableNames, tables } from "../ledger/tables.ts";
import { publishedNames, publishedTables } from "./tables.ts";

/** A column as Table Schema has it, https://specs.frictionlessdata.io/table-schema/. */
export interface PackageField {
  readonly name: string;
  readonly type: ColumnNotes["type"];
  readonly description: string;
  readonly unit?: string;
  readonly constraints?: {
    readonly required?: true;
    readonly unique?: true;
    readonly enum?: readonly string[];
  };
}

/** A column that holds ids of another table, or of its own (""). */
export interface PackageForeignKey {
  readonly fields: string;
  readonly reference: { readonly resource: string; readonly fields: string };
}

/** One table as a Data Package has it. */
export interface PackageResource {
  readonly name: string;
  readonly path: string;
  readonly title: string;
  readonly profile: "tabular-data-resource";
  readonly format: "csv";
  readonly mediatype: "text/csv";
  readonly encoding: "utf-8";
  readonly schema: {
    readonly fields: readonly PackageField[];
    readonly missingValues: readonly [""];
    readonly primaryKey?: "id";
    readonly foreignKeys?: readonly PackageForeignKey[];
  };
}

/** datapackage.json, https://specs.frictionlessdata.io/data-package/. */
export interface DataPackage {
  readonly profile: "tabular-data-package";
  readonly name: string;
  readonly title: string;
  readonly licenses: readonly {
    readonly name: string;
    readonly title: string;
    readonly path: string;
  }[];
  readonly resources: readonly PackageResource[];
}

function fieldOf(name: string, notes: ColumnNotes): PackageField {
  const constraints = {
    ...(notes.optional ? {} : { required: true as const }),
    ...(name === "id" ? { unique: true as const } : {}),
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

function resourceOf({ name, row, schema }: Table): PackageResource {
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
      ...("id" in schema.shape ? { primaryKey: "id" as const } : {}),
      ...(foreignKeys.length > 0 ? { foreignKeys } : {}),
    },
  };
}

const packageOf = (
  name: string,
  title: string,
  resources: readonly PackageResource[],
): DataPackage => ({
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
export const dataPackage = (ledger: Ledger): DataPackage =>
  packageOf(
    "contested-counts",
    "Figures that news articles disagree about: claims, origins and sources",
    tableNames
      .filter((name) => !("optional" in tables[name]) || ledger[name].length > 0)
      .map((name) => resourceOf(tables[name])),
  );

/** The same of the published tables; keys into tables of facts lead outside of the package and are left out. */
export const publishedPackage = (): DataPackage =>
  packageOf(
    "contested-counts-published",
    "Ranges, contradictions and arithmetic that follow from contested figures",
    publishedNames.map((name) => {
      const { schema, ...resource } = resourceOf(publishedTables[name]);
      const { fields, missingValues } = schema;
      return { ...resource, schema: { fields, missingValues } };
    }),
  );
