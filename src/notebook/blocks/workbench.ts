import { parseCsv } from "../../ledger/csv.ts";
import { tables } from "../../ledger/tables.ts";
import { type Html, html } from "../html.ts";
import type { Model } from "../model.ts";
import { interactivePart } from "./interactive.ts";

/** The tables whose rows a new document's rows refer to, or must not repeat. */
const HELD = ["sources", "claimants", "origins", "metrics", "claims", "assumptions"] as const;

/** Columns that no list shows and no rule reads; they weigh more than all others. */
const LEFT_OUT = new Set(["note", "translation_note", "author", "original_title"]);

/** A table as the workbench takes it: the names of its columns, then the cells of each row. */
function cellsOf(name: (typeof HELD)[number], model: Model): readonly (readonly string[])[] {
  const found = model.files.find(({ file }) => file === `${name}.csv`);
  if (!found) throw new Error(`the model holds no ${name}.csv`);
  const fields = Object.keys(tables[name].schema.shape).filter((field) => !LEFT_OUT.has(field));
  const { rows, columns } = parseCsv(Buffer.from(found.text), found.file, fields);
  const at = fields.map((field) => columns.get(field));
  const cells = rows.map((row) => at.map((index) => row.cells[index ?? -1] ?? ""));
  return [fields, ...cells];
}

/** The workbench, with the rows of the ledger that a new document's rows may refer to. */
export function workbenchBlock(_: string, model: Model): Html {
  const facts = Object.fromEntries(HELD.map((name) => [name, cellsOf(name, model)]));
  return interactivePart(
    "workbench",
    facts,
    html`<p class="no-script">
      <strong>This page needs JavaScript, and it is switched off or did not load.</strong> The
      command <code>npm run source:add</code> takes the same decisions in a terminal; the guide
      <code>docs/adding-a-source.md</code> in the repository walks through both.
    </p>`,
  );
}
