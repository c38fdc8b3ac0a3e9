/** `npm run verify`: computes what is published a second time, in SQL, and compares. */
import { compareTables } from "../duckdb/compare.ts";
import { computeAgain, computeChoices } from "../duckdb/compute.ts";
import { dataFolder } from "../ledger/data-folder.ts";
import { openModel } from "../notebook/model.ts";
import { publishTables } from "../notebook/tables.ts";
import { runLongCommand } from "./command.ts";
import { parseFlags } from "./flags.ts";
import { formatComparisons } from "./verify-text.ts";

const HELP = `npm run --silent verify

Computes estimates, what is left without each origin, bounds, conflicts,
cross-checks, and estimates under other choices twice: as the site does, and by the
scripts of sql/ in DuckDB, which share no code with it and read the same tables.
Compares every value.

  DATA_DIR  folder of the tables (default data in this project)

Exits 0 when all values agree, 1 when one differs or the tables have faults, 2 on
wrong use.
`;

async function verify(words: readonly string[]): Promise<string> {
  if (parseFlags(words, { help: "switch" }).has("help")) return HELP;
  const folder = dataFolder();
  const published = publishTables(openModel(folder));
  const path = typeof folder === "string" ? folder : folder.path;
  const computed = { ...(await computeAgain(path)), ...(await computeChoices(path, published)) };
  const comparisons = compareTables(published, computed);
  if (comparisons.some(({ differences }) => differences.length > 0)) process.exitCode = 1;
  return formatComparisons(comparisons);
}

await runLongCommand(() => verify(process.argv.slice(2)));
