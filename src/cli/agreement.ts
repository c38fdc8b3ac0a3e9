/** `npm run agreement`: how far two readers agreed before their rows were settled. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import { formatCsv } from "../ledger/csv-cell.ts";
import { measureFurther } from "./agreement/further.ts";
import { type CodedRow, measureFigures, measureStatements } from "./agreement/measure.ts";
import { runCommand } from "./command.ts";
import { parseFlags } from "./flags.ts";

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
    ...measureFurther(readRows("reader-a-further.csv"), readRows("reader-b-further.csv"), names),
  ];
  return formatCsv(
    ["table", "measure", "value"],
    measures.map((row) => ({ ...row })),
  );
}

runCommand(() =>
  parseFlags(process.argv.slice(2), { help: "switch" }).has("help") ? HELP : formatAgreement(),
);
