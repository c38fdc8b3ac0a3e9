/** `npm run agreement`: how far two readers of the core articles agreed before their rows were settled. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { parse } from "csv-parse/sync";
import { type CodedRow, measureFigures, measureStatements } from "./agreement/measure.ts";

const HELP = `npm run --silent agreement

Compares the rows that two readers coded independently (docs/double-coding) and
prints how far they agree: table,measure,value.

Exits 0, or 2 on wrong use.
`;

const FOLDER = new URL("../../docs/double-coding/", import.meta.url);

function readRows(name: string): readonly CodedRow[] {
  const rows: readonly CodedRow[] = parse(readFileSync(fileURLToPath(new URL(name, FOLDER))), {
    columns: true,
  });
  return rows;
}

function formatAgreement(): string {
  const names = new Map(
    readRows("names.csv").map(({ as_coded = "", stands_for = "" }) => [as_coded, stands_for]),
  );
  const measures = [
    ...measureFigures(readRows("reader-a-figures.csv"), readRows("reader-b-figures.csv")),
    ...measureStatements(
      readRows("reader-a-statements.csv"),
      readRows("reader-b-statements.csv"),
      names,
    ),
  ];
  const lines = measures.map(({ table, measure, value }) =>
    [table, measure.includes(",") ? `"${measure}"` : measure, value].join(","),
  );
  return ["table,measure,value", ...lines, ""].join("\n");
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

const misuse = findMisuse();
if (misuse === null) process.stdout.write(formatAgreement());
else if (misuse === "help") process.stdout.write(HELP);
else {
  process.stderr.write(`${misuse}\n\n${HELP}`);
  process.exitCode = 2;
}
