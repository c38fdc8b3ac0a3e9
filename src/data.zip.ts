/** Data loader: all that is published, each table at data/NAME.csv and data/NAME.parquet. */
import { dataFolder } from "./ledger/data-folder.ts";
import { readLedger } from "./ledger/read.ts";
import { zipOf } from "./notebook/zip.ts";
import { dataFiles } from "./published/files.ts";
import { publish } from "./published/publish.ts";

const { ledger } = readLedger(dataFolder(), { articles: null });
process.stdout.write(zipOf(dataFiles(ledger, publish(ledger))));
