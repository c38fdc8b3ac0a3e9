import { notesOf } from "../ledger/columns.ts";
import { type Ledger, type Table, type TableName, tableNames, tables } from "../ledger/tables.ts";
import { type PrintedColumn, toCsv } from "./csv.ts";
import { dataPackage, publishedPackage } from "./package.ts";
import { toParquet } from "./parquet.ts";
import { type Published, publishedNames, publishedTables } from "./tables.ts";

/** Files by their name in a folder. */
export type Files = ReadonlyMap<string, string | Uint8Array>;

/** The columns of a table, from its schema. A list is text, whatever its items are. */
export const columnsOf = ({ schema }: Table): readonly PrintedColumn[] =>
  Object.entries(schema.shape).map(([name, column]) => {
    const { type, list } = notesOf(column);
    return { name, type: list === true ? "string" : type };
  });

type Printed = readonly [table: Table, rows: readonly object[]];

/** Facts that stand beside what is published of them: those of which no published table has the name. */
const BESIDE: readonly TableName[] = tableNames.filter(
  (name) => !Object.hasOwn(publishedTables, name),
);

/** Every table that readers find at /data/: what is computed, and the facts that it names. */
const tablesOf = (ledger: Ledger, published: Published): readonly Printed[] => [
  ...publishedNames.map((name): Printed => [publishedTables[name], published[name]]),
  ...BESIDE.map((name): Printed => [tables[name], ledger[name]]),
];

const parquetOf = (printed: readonly Printed[]): readonly (readonly [string, Uint8Array])[] =>
  printed.map(([table, rows]) => [`${table.name}.parquet`, toParquet(rows, columnsOf(table))]);

const asJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** The published tables as CSV, by name. */
export const publishedCsv = (ledger: Ledger, published: Published): ReadonlyMap<string, string> =>
  new Map(
    tablesOf(ledger, published).map(([table, rows]) => [table.name, toCsv(rows, columnsOf(table))]),
  );

/** What readers download at /data/: each table as CSV and Parquet, and what says what each column means. */
export const dataFiles = (ledger: Ledger, published: Published): Files =>
  new Map<string, string | Uint8Array>([
    ...[...publishedCsv(ledger, published)].map(([name, csv]) => [`${name}.csv`, csv] as const),
    ...parquetOf(tablesOf(ledger, published)),
    ["datapackage.json", asJson(publishedPackage())],
  ]);

/** What readers download at /facts/: the facts byte for byte, the same as Parquet, and what says what each column means. */
export const factFiles = (
  ledger: Ledger,
  files: readonly { readonly file: string; readonly text: string }[],
): Files =>
  new Map<string, string | Uint8Array>([
    ...files.map(({ file, text }) => [file, text] as const),
    ...parquetOf(tableNames.map((name) => [tables[name], ledger[name]])),
    ["datapackage.json", asJson(dataPackage(ledger))],
  ]);
