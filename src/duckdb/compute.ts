import { readFile } from "node:fs/promises";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";

/** A cell of a table as DuckDB gives it; null is "not stated", a list holds text or numbers. */
export type Cell = string | number | boolean | null | readonly (string | number)[];
export type Row = Readonly<Record<string, Cell>>;

/** The scripts of sql/, each building on those before it; sql/facts.sql says what each does. */
export const SCRIPTS = [
  ...(["facts", "eligible", "constraints", "networks", "cases", "ranges"] as const),
  ...(["conflicts", "crosschecks"] as const),
];
export type Script = (typeof SCRIPTS)[number];

/** The published tables that they compute, as they are named at /data/NAME.csv. */
const TABLES = [
  ...(["constraints", "estimates", "without", "conflicts", "repairs"] as const),
  "crosscheck_results",
] as const;
export type ComputedName = (typeof TABLES)[number];
export type Computed = Readonly<Record<ComputedName, readonly Row[]>>;

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

async function run(connection: DuckDBConnection, name: Script): Promise<void> {
  await connection.run(await readFile(new URL(`../../sql/${name}.sql`, import.meta.url), "utf8"));
}

const rowsOf = async (connection: DuckDBConnection, query: string): Promise<readonly Row[]> =>
  (await connection.runAndReadAll(query)).getRowObjectsJson() as readonly Row[];

/** Where the scripts find what they read. */
export interface Folders {
  /** The tables of facts, which have passed `npm run check`, with commas between cells. */
  readonly facts: string;
  /** The published conflicts, of which it is computed whether they are conflicts, and all of them. */
  readonly published: string;
}

/**
 * Runs the scripts of sql/ in DuckDB, in this process.
 *
 * The tables are read by DuckDB itself; nothing else of src is used.
 *
 * @param onScript Called with each script as it begins.
 */
export const computeAgain = (
  { facts, published }: Folders,
  onScript: (name: Script) => void = () => undefined,
): Promise<Computed> =>
  inDuckdb(async (connection) => {
    await connection.run(`SET VARIABLE folder = ${quoted(facts)}`);
    await connection.run(`SET VARIABLE published = ${quoted(published)}`);
    for (const name of SCRIPTS) {
      onScript(name);
      await run(connection, name);
    }
    const tables: Partial<Record<ComputedName, readonly Row[]>> = {};
    for (const name of TABLES) tables[name] = await rowsOf(connection, `FROM published_${name}`);
    return tables as Computed;
  });

/**
 * Computes totals from the beginning alone, with all claims and without each origin: what the
 * bench compares.
 *
 * @param facts The folder of tables.
 * @param onLoaded Called when the tables are read, so that a clock can start.
 * @returns A range for each amount, set of assumptions, day and list of testimony left out; none
 *   for what still contradicts itself.
 */
export const computeTotals = (facts: string, onLoaded: () => void): Promise<readonly Row[]> =>
  inDuckdb(async (connection) => {
    await connection.run(`SET VARIABLE folder = ${quoted(facts)}`);
    await connection.run("SET VARIABLE totals_alone = true");
    await run(connection, "facts");
    onLoaded();
    for (const name of ["eligible", "constraints", "networks", "cases"] as const)
      await run(connection, name);
    return rowsOf(
      connection,
      `SELECT
        collection, series, strength::INTEGER AS strength, left_out, ends AS day,
        low, low_inclusive, high, high_inclusive
      FROM ranges JOIN cases USING (case_no) JOIN worlds USING (world)
      WHERE NOT isfinite(starts)`,
    );
  });
