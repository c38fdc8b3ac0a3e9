import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";

/** A cell of a table as DuckDB gives it; null is "not stated". */
export type Cell = string | number | boolean | null;
export type Row = Readonly<Record<string, Cell>>;

const COMPUTED = ["estimates", "without", "bounds", "conflicts", "crosschecks"] as const;
const BEHIND = ["support", "thresholds"] as const;
const CHOSEN = ["multiverse", "tornado"] as const;

/** The tables that sql/reconcile.sql and sql/support.sql compute, as they are named at /data/NAME.csv. */
export type Computed = Readonly<
  Record<(typeof COMPUTED)[number] | (typeof BEHIND)[number], readonly Row[]>
>;

/** The tables of ranges under other choices, as they are named at /data/NAME.csv. */
export type Chosen = Readonly<Record<(typeof CHOSEN)[number], readonly Row[]>>;

const script = (name: string): string =>
  fileURLToPath(new URL(`../../sql/${name}.sql`, import.meta.url));

/** The script that computes the published tables a second time. */
export const SCRIPT = script("reconcile");

/** Who stands behind what it computes. */
const SUPPORT = script("support");

/** What changes the tables of facts as settings say, and what reads the ranges off. */
const CHOICES = script("choices");
const RANGES = script("ranges");

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

async function inDuckdb<Result>(
  work: (connection: DuckDBConnection) => Promise<Result>,
): Promise<Result> {
  // Hundreds of statements on small tables: to share each among threads takes longer than it saves.
  const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
  const connection = await instance.connect();
  try {
    return await work(connection);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

async function readTables<Name extends string>(
  connection: DuckDBConnection,
  names: readonly Name[],
): Promise<Readonly<Record<Name, readonly Row[]>>> {
  const tables = names.map(async (name) => {
    const result = await connection.runAndReadAll(`FROM published_${name}`);
    return [name, result.getRowObjectsJson() as readonly Row[]] as const;
  });
  return Object.fromEntries(await Promise.all(tables)) as Record<Name, readonly Row[]>;
}

/**
 * Runs sql/reconcile.sql and sql/support.sql in DuckDB, in this process, over a folder of tables.
 *
 * The tables are read by DuckDB itself; nothing of src/ledger or src/reconcile is used.
 *
 * @param folder The folder of claims.csv and the others, which have passed `npm run check`.
 */
export const computeAgain = (folder: string): Promise<Computed> =>
  inDuckdb(async (connection) => {
    await connection.run(`SET VARIABLE folder = ${quoted(folder)}`);
    for (const path of [SCRIPT, SUPPORT]) await connection.run(await readFile(path, "utf8"));
    return readTables(connection, [...COMPUTED, ...BEHIND]);
  });

/** What sql/choices.sql reads of the published tables; one without rows is not published. */
const ASKED: Readonly<Record<keyof Chosen, string>> = {
  multiverse: "metric,collection,options\n",
  tornado: "metric,collection,choice,option\n",
};

/**
 * Computes estimates under other choices: sql/choices.sql writes the tables of facts as each
 * setting changes them, sql/reconcile.sql computes these, and sql/ranges.sql reads off.
 *
 * @param folder The folder of claims.csv and the others, which have passed `npm run check`.
 * @param published CSV text by table, as readers download it. Of multiverse and tornado it is
 *   read which options are asked about, and nothing else.
 */
export async function computeChoices(
  folder: string,
  published: ReadonlyMap<string, string>,
): Promise<Chosen> {
  const own = await mkdtemp(join(tmpdir(), "choices-"));
  try {
    for (const name of CHOSEN)
      await writeFile(join(own, `${name}.csv`), published.get(name) ?? ASKED[name]);
    return await inDuckdb(async (connection) => {
      for (const [name, path] of Object.entries({ folder, asked: own, changed: own }))
        await connection.run(`SET VARIABLE ${name} = ${quoted(path)}`);
      for (const path of [CHOICES, SCRIPT, RANGES])
        await connection.run(await readFile(path, "utf8"));
      return readTables(connection, CHOSEN);
    });
  } finally {
    await rm(own, { recursive: true });
  }
}
