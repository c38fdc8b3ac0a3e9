/** One measurement in a process of its own, so that its peak memory means something. Prints one JSON object. */
import { join } from "node:path";
import { type Taken, timeDuckdb, timeOurs, writeFolder } from "./engines.ts";
import { syntheticLedger } from "./synthetic.ts";

/** What a process says. */
export interface Measured extends Taken {
  /** Largest resident set of the process, in millions of bytes. */
  readonly peak_mb: number;
}

/** Both engines are tried on little before they are timed: the code of one is compiled as it runs. */
const WARM_UP = { size: 100, seed: 2 };

const [engine = "", size = "", folder = ""] = process.argv.slice(2);
const warmUp = syntheticLedger(WARM_UP.size, WARM_UP.seed);
if (engine === "write") {
  writeFolder(warmUp, join(folder, "warm-up"));
  writeFolder(syntheticLedger(Number(size)), join(folder, "tables"));
} else {
  if (engine === "ours") timeOurs(warmUp);
  else await timeDuckdb(join(folder, "warm-up"));
  const taken =
    engine === "ours"
      ? timeOurs(syntheticLedger(Number(size)))
      : await timeDuckdb(join(folder, "tables"));
  // maxRSS is in kibibytes
  const peak_mb = (process.resourceUsage().maxRSS * 1024) / 1e6;
  const measured: Measured = { ...taken, peak_mb };
  process.stdout.write(`${JSON.stringify(measured)}\n`);
}
