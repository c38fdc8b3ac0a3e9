import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { inTemporaryFolder } from "./copies.ts";
import type { Measured } from "./engine-process.ts";
import { medianOf } from "./median.ts";
import { slopeOf } from "./slope.ts";

/** One size of ledger, both engines. */
export interface ReconcileRow {
  readonly claims: number;
  readonly claims_per_s: number;
  readonly seconds: number;
  readonly peak_mb: number;
  /** Processor time of all threads, where the clock depends on what else the machine does. */
  readonly cpu_seconds: number;
  readonly duckdb_seconds: number;
  readonly duckdb_cpu_seconds: number;
  readonly duckdb_peak_mb: number;
  /** What DuckDB took to read its tables, which is no part of its seconds. */
  readonly duckdb_load_seconds: number;
  /** Our seconds divided by DuckDB's: below 1 we are faster. */
  readonly ratio: number;
}

export interface ReconcileBench {
  readonly reconcile: readonly ReconcileRow[];
  /** Of our seconds over claims, through all sizes: 1 is linear. */
  readonly exponent: number;
}

export const SIZES = [1e3, 1e4, 1e5, 1e6];
/** Small ledgers are measured several times, as chance weighs more there. */
const runsFor = (size: number): number => (size < 1e6 ? 3 : 1);

/**
 * The collector lets garbage lie as long as there is room; with this much it has to
 * tidy up, so that the peak tells what is needed. Most of what is made on the way dies
 * young: with 64 MB for it instead of 16 less of it is copied first. To collect in steps
 * spares pauses, which nobody notices here, and keeps the second core out of it. It is the
 * same for both engines, and DuckDB has its own memory beside it.
 */
const MEMORY = [
  "--max-old-space-size=1700",
  "--max-semi-space-size=64",
  "--no-incremental-marking",
];

const PROJECT = fileURLToPath(new URL("../", import.meta.url));
const PROCESS = fileURLToPath(new URL("engine-process.ts", import.meta.url));

async function inProcess(words: readonly string[]): Promise<string> {
  const printed: Buffer[] = [];
  const status = await new Promise<number | null>((resolve, reject) => {
    const child = spawn(process.execPath, ["--import", "tsx", ...MEMORY, PROCESS, ...words], {
      cwd: PROJECT,
      stdio: ["ignore", "pipe", "inherit"],
    });
    child.stdout.on("data", (chunk: Buffer) => printed.push(chunk));
    child.on("error", reject);
    child.on("close", resolve);
  });
  if (status !== 0) throw new Error(`the bench of ${words.join(" ")} ended with ${String(status)}`);
  return Buffer.concat(printed).toString();
}

async function measure(engine: string, size: number, folder: string): Promise<Measured> {
  const all: Measured[] = [];
  for (let run = 0; run < runsFor(size); run += 1)
    all.push(JSON.parse(await inProcess([engine, String(size), folder])) as Measured);
  return {
    seconds: medianOf(all.map(({ seconds }) => seconds)),
    cpu_seconds: medianOf(all.map(({ cpu_seconds }) => cpu_seconds)),
    load_seconds: medianOf(all.map(({ load_seconds }) => load_seconds ?? 0)),
    peak_mb: Math.max(...all.map(({ peak_mb }) => peak_mb)),
  };
}

const measureSize = (size: number): Promise<ReconcileRow> =>
  inTemporaryFolder(async (folder) => {
    await inProcess(["write", String(size), folder]);
    const ours = await measure("ours", size, folder);
    const duckdb = await measure("duckdb", size, folder);
    return {
      claims: size,
      claims_per_s: size / ours.seconds,
      seconds: ours.seconds,
      peak_mb: ours.peak_mb,
      cpu_seconds: ours.cpu_seconds,
      duckdb_seconds: duckdb.seconds,
      duckdb_cpu_seconds: duckdb.cpu_seconds,
      duckdb_peak_mb: duckdb.peak_mb,
      duckdb_load_seconds: duckdb.load_seconds ?? 0,
      ratio: ours.seconds / duckdb.seconds,
    };
  });

/** Reconciles made-up ledgers of several sizes with `src/reconcile` and with DuckDB, one after the other. */
export async function benchReconcile(sizes: readonly number[]): Promise<ReconcileBench> {
  const rows: ReconcileRow[] = [];
  for (const size of sizes) rows.push(await measureSize(size));
  return {
    reconcile: rows,
    exponent: slopeOf(rows.map(({ claims, seconds }) => [claims, seconds])),
  };
}
