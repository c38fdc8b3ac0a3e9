import { type ColumnNotes, notesOf } from "../ledger/columns.ts";
import { type Table, tableNames, tables } from "../ledger/tables.ts";
import { publishedNames, publishedTables } from "./tables.ts";

const escape = (text: string): string => text.replaceAll("|", "\\|");

function formOf(notes: ColumnNotes): string {
  if (notes.choices) return notes.choices.map((word) => `\`${word}\``).join(", ");
  return notes.expected;
}

function rowOf(field: string, notes: ColumnNotes): string {
  const cells = [
    `\`${field}\``,
    notes.description,
    formOf(notes),
    notes.unit ?? "",
    notes.optional ? "yes" : "no",
    notes.references === undefined ? "" : `[${notes.references}](#${notes.references})`,
  ];
  return `| ${cells.map(escape).join(" | ")} |`;
}

const rowsOf = ({ schema }: Table): string =>
  Object.entries(schema.shape)
    .map(([field, column]) => rowOf(field, notesOf(column)))
    .join("\n");

const HEAD = `| column | meaning | form | unit | may be empty | refers to |
| --- | --- | --- | --- | --- | --- |`;

function sectionOf(table: Table): string {
  const missing = table.optional ? " The file may be missing." : "";
  return `## ${table.name}

\`data/${table.name}.csv\`: one row is ${table.row}.${missing}

${HEAD}
${rowsOf(table)}
`;
}

const publishedSectionOf = (table: Table): string => `### Published ${table.name}

\`/data/${table.name}.csv\` of the site: one row is ${table.row}.

${HEAD}
${rowsOf(table)}
`;

/** The data dictionary as Markdown: every column of every table, as the schemas have it. */
export function formatDictionary(): string {
  return `# Data dictionary

Made from the schemas in \`src/ledger/tables.ts\` and \`src/published/tables.ts\` by \`npm run dictionary\`; edit those, not this file.

The tables are CSV files in UTF-8 with one header row; the order of the columns is free. An empty cell
means "not stated". Numbers use \`.\` and no grouping, days are written YYYY-MM-DD, lists are joined by
\`|\`. \`npm run check\` refuses everything else, names its place as file:line:column, and says how to
mend it. The line is the one on which the row starts, the column is the number of the cell in its row.

${tableNames.map((name) => sectionOf(tables[name])).join("\n")}
## Published tables

What is computed from the facts. Their columns have the names that the code has for them.

${publishedNames.map((name) => publishedSectionOf(publishedTables[name])).join("\n")}`;
}
