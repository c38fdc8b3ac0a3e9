/** Data loader: the facts as they were entered, each table at facts/NAME.csv and facts/NAME.parquet. */
import { dataFolder } from "./ledger/data-folder.ts";
import { readLedger } from "./ledger/read.ts";
import { readFacts } from "./notebook/model.ts";
import { zipOf } from "./notebook/zip.ts";
import { factFiles } from "./published/files.ts";

const { ledger } = readLedger(dataFolder(), { articles: null });
process.stdout.write(zipOf(factFiles(ledger, readFacts(dataFolder()))));
