import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { inTemporaryFolder } from "./copies.ts";
import type { Measured } from "./engine-process.ts";
import { slopeOf } from "./slope.ts";

/** One size of ledger, both engines. */
export interface ReconcileRow {
  readonly claims: number;
  /** How many ranges are listed. */
  readonly ranges: number;
  readonly seconds: number;
  /** Processor time of all threads, where the clock depends on what else the machine does. */
  readonly cpu_seconds: number;
  readonly peak_mb: number;
  /** null where DuckDB was stopped, as it took longer than allowed. */
  readonly duckdb_seconds: number | null;
  readonly duckdb_allowed_seconds: number;
  /** Our seconds divided by DuckDB's: below 1 we are faster. Where DuckDB was stopped, it is less than this. */
  readonly ratio: number;
}

export interface ReconcileBench {
  readonly reconcile: readonly ReconcileRow[];
  /** Of our seconds over claims, through all sizes: 1 is linear. */
  readonly exponent: number;
}

export const SIZES = [1e3, 1e4, 1e5];

/** DuckDB may take so many times as long as we, and at least so many seconds, before it is stopped. */
const PATIENCE = { times: 1.2, seconds: 30 };

const PROJECT = fileURLToPath(new URL("../", import.meta.url));
const PROCESS = fileURLToPath(new URL("engine-process.ts", import.meta.url));

/** What a process prints; null if it was stopped. */
async function inProcess(
  words: readonly string[],
  allowedSeconds: number | null,
): Promise<string | null> {
  const printed: Buffer[] = [];
  const { status, signal } = await new Promise<{
    readonly status: number | null;
    readonly signal: NodeJS.Signals | null;
  }>((resolve, reject) => {
    const child = spawn(process.execPath, ["--import", "tsx", PROCESS, ...words], {
      cwd: PROJECT,
      stdio: ["ignore", "pipe", "inherit"],
      ...(allowedSeconds === null ? {} : { timeout: 1000 * allowedSeconds, killSignal: "SIGKILL" }),
    });
    child.stdout.on("data", (chunk: Buffer) => printed.push(chunk));
    child.on("error", reject);
    child.on("close", (code, by) => {
      resolve({ status: code, signal: by });
    });
  });
  if (allowedSeconds !== null && signal === "SIGKILL") return null;
  if (status !== 0) throw new Error(`the bench of ${words.join(" ")} ended with ${String(status)}`);
  return Buffer.concat(printed).toString();
}

async function measure(
  words: readonly string[],
  allowedSeconds: number | null,
): Promise<Measured | null> {
  const printed = await inProcess(words, allowedSeconds);
  return printed === null ? null : (JSON.parse(printed) as Measured);
}

const measureSize = (size: number): Promise<ReconcileRow> =>
  inTemporaryFolder(async (folder) => {
    await inProcess(["write", String(size), folder], null);
    const ours = await measure(["ours", String(size), folder], null);
    if (ours === null) throw new Error("nobody stops our engine");
    const allowed = Math.ceil(Math.max(PATIENCE.seconds, PATIENCE.times * ours.seconds));
    const duckdb = await measure(["duckdb", String(size), folder], allowed);
    return {
      claims: size,
      ranges: ours.ranges,
      seconds: ours.seconds,
      cpu_seconds: ours.cpu_seconds,
      peak_mb: ours.peak_mb,
      duckdb_seconds: duckdb?.seconds ?? null,
      duckdb_allowed_seconds: allowed,
      ratio: ours.seconds / (duckdb?.seconds ?? allowed),
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
