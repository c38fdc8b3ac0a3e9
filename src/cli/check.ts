/** `npm run check`: reads the tables, holds every rule against them, and says what is wrong. */
import { figuresOf } from "../entry/figures.ts";
import { dataFolder } from "../ledger/data-folder.ts";
import { type LedgerReading, readLedger } from "../ledger/read.ts";
import { tableNames } from "../ledger/tables.ts";
import { runCommand } from "./command.ts";
import { parseFlags } from "./flags.ts";

const HELP = `npm run --silent check

Reads the tables and holds every rule of the data model against them. Prints
each fault with its place and how to mend it, or how many rows there are.

  DATA_DIR      folder of the tables (default data in this project)
  ARTICLES_DIR  folder of article texts (default articles in the folder of the
                tables); every quote is checked against them, and every figure
                in them must stand in the quote of a claim or a dismissal

Exits 0 when there is no fault, 1 when there are some, 2 on wrong use.
`;

function countQuotes({ ledger, verified }: LedgerReading): {
  readonly all: number;
  readonly checked: number;
} {
  const quotes = [...ledger.claims, ...ledger.dismissals, ...ledger.statements];
  return {
    all: quotes.length,
    checked: quotes.filter(({ source }) => verified.has(source)).length,
  };
}

function formatReading(reading: LedgerReading): string {
  const rows = tableNames.map((name) => [name, String(reading.ledger[name].length)] as const);
  const name = Math.max(...rows.map(([table]) => table.length));
  const count = Math.max(...rows.map(([, digits]) => digits.length));
  const { all, checked } = countQuotes(reading);
  return [
    ...rows.map(([table, digits]) => `${table.padEnd(name)}  ${digits.padStart(count)} rows`),
    `${String(checked)} of ${String(all)} quotes verified against ${String(reading.verified.size)} texts`,
    ...reading.notices.map((notice) => `notice: ${notice}`),
    "",
  ].join("\n");
}

function check(words: readonly string[]): string {
  const flags = parseFlags(words, { help: "switch" });
  return flags.has("help")
    ? HELP
    : formatReading(readLedger(dataFolder(), { findFigures: figuresOf }));
}

runCommand(() => check(process.argv.slice(2)));
