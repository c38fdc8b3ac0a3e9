/** `npm run verify`: computes what is published of amounts a second time, in SQL, and compares. */
import { dataFolder } from "../ledger/data-folder.ts";
import { readLedger } from "../ledger/read.ts";
import { publish } from "../published/publish.ts";
import { runLongCommand } from "./command.ts";
import { parseFlags } from "./flags.ts";
import { compareEngines } from "./verify-engines.ts";
import { formatComparisons } from "./verify-text.ts";

const HELP = `npm run --silent verify

Computes constraints, estimates, what is left without each origin and institution,
repairs and cross-checks twice: as the site does, and by the scripts of sql/ in
DuckDB, which share no code with it. Proves in SQL that each published conflict is
one, and that there are no others where that is said. Compares every value.

  DATA_DIR  folder of the tables (default data in this project)

Says on the error stream what it is at. Exits 0 when all values agree, 1 when one
differs or the tables have faults, 2 on wrong use.
`;

const say = (step: string): void => {
  process.stderr.write(`${step}\n`);
};

async function verify(words: readonly string[]): Promise<string> {
  if (parseFlags(words, { help: "switch" }).has("help")) return HELP;
  const { ledger } = readLedger(dataFolder(), { articles: null });
  say("computing what is published");
  const published = publish(ledger);
  const comparisons = await compareEngines(ledger, published, (name) => {
    say(`sql/${name}.sql`);
  });
  if (comparisons.some(({ differences }) => differences.length > 0)) process.exitCode = 1;
  return formatComparisons(comparisons);
}

await runLongCommand(() => verify(process.argv.slice(2)));
