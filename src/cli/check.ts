/** `npm run check`: reads the tables, holds every rule against them, and says what is wrong. */
import { parseArgs } from "node:util";
import { LedgerFaults } from "../ledger/faults.ts";
import { type LedgerReading, readLedger } from "../ledger/read.ts";
import { tableNames } from "../ledger/tables.ts";

const HELP = `npm run --silent check

Reads the tables and holds every rule of the data model against them. Prints
each fault with its place and how to mend it, or how many rows there are.

  DATA_DIR      folder of the tables (default data)
  ARTICLES_DIR  folder of article texts; every quote is checked against them
                (default articles in the folder of the tables)

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

/** What stands on the command line that the command does not know, or null. */
function findMisuse(): string | null {
  try {
    const { values } = parseArgs({ options: { help: { type: "boolean", short: "h" } } });
    return values.help ? "help" : null;
  } catch (error) {
    if (error instanceof TypeError) return error.message;
    throw error;
  }
}

function main(): number {
  const misuse = findMisuse();
  if (misuse === "help") {
    process.stdout.write(HELP);
    return 0;
  }
  if (misuse !== null) {
    process.stderr.write(`${misuse}\n\n${HELP}`);
    return 2;
  }
  try {
    process.stdout.write(formatReading(readLedger(process.env["DATA_DIR"] || "data")));
    return 0;
  } catch (error) {
    if (!(error instanceof LedgerFaults)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

process.exitCode = main();
