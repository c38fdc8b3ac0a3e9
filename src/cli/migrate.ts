/** `npm run migrate`: brings a folder of tables of the first data model to the second. */
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { changeTables } from "../ledger/change.ts";
import { formatCsv } from "../ledger/csv-cell.ts";
import { dataFolder } from "../ledger/data-folder.ts";
import { LedgerFaults, fileFault } from "../ledger/faults.ts";
import { isUnreadable, readBytes } from "../ledger/files.ts";
import {
  BY_HAND,
  type Cells,
  type OldTables,
  isFirstVersion,
  migrate,
} from "../ledger/migration.ts";
import { type Folder, fileOf } from "../ledger/table.ts";
import { folderOf } from "../ledger/read.ts";
import { tables } from "../ledger/tables.ts";
import { runCommand } from "./command.ts";
import { parseFlags } from "./flags.ts";

const HELP = `npm run migrate

Brings tables of the first version of the data model to the second: the columns
measure and series of metrics, low_exclusive, high_exclusive, quote_seen and
primary of claims, kind and set of assumptions. All tables change, or none.
It says what is left to do by hand.

  DATA_DIR      folder of the tables (default data in this project)
`;

const CHANGED = ["metrics", "claims", "assumptions"] as const;

type Name = (typeof CHANGED)[number];

function bytesOf(folder: Folder, name: Name): Buffer {
  const bytes = readBytes(join(folder.path, `${name}.csv`));
  if (isUnreadable(bytes))
    throw new LedgerFaults([fileFault(fileOf(folder, name), bytes.found, "a table", bytes.mend)]);
  return bytes;
}

function cellsOf(bytes: Buffer): readonly Cells[] {
  const [header] = bytes.toString("utf8").split(/\r?\n/u, 1);
  const delimiter = (header ?? "").includes(";") ? ";" : ",";
  return parse(bytes, { bom: true, columns: true, delimiter });
}

const printed = (name: Name, rows: readonly Cells[]): Uint8Array =>
  Buffer.from(formatCsv(Object.keys(tables[name].schema.shape), rows));

function run(words: readonly string[]): string {
  if (parseFlags(words, { help: "switch" }).has("help")) return HELP;
  const folder = folderOf(dataFolder());
  const metrics = bytesOf(folder, "metrics");
  if (!isFirstVersion(metrics))
    throw new LedgerFaults([
      fileFault(
        fileOf(folder, "metrics"),
        'no column "kind"',
        "a table of the first version of the data model",
        "nothing to do if npm run check passes; else see docs/data-dictionary.md",
      ),
    ]);
  const old: OldTables = {
    metrics: cellsOf(metrics),
    claims: cellsOf(bytesOf(folder, "claims")),
    assumptions: cellsOf(bytesOf(folder, "assumptions")),
  };
  const now = migrate(old);
  changeTables(
    folder.path,
    CHANGED.map((name) => ({ name, bytes: printed(name, now[name]) })),
  );
  return `${folder.name}: ${CHANGED.join(", ")} have the columns of the second version\n\n${BY_HAND}\nThen npm run check holds every rule.\n`;
}

runCommand(() => run(process.argv.slice(2)));
