import confirm from "@inquirer/confirm";
import select from "@inquirer/select";
import { rowsOf } from "../../entry/rows.ts";
import { type Session, undecidedOf } from "../../entry/session.ts";
import { LedgerFaults } from "../../ledger/faults.ts";
import { conclude } from "./conclude.ts";
import type { PlaceOf } from "./candidate.ts";
import { type Addition, countRows, preview } from "./commit.ts";
import { askParticulars } from "./describe.ts";
import { flat } from "../../entry/excerpt.ts";
import type { Desk } from "./fill.ts";
import { placeOfSource } from "./particulars.ts";

/** Go on, stop with the work kept, or stop as all is done, with the last word to the person. */
export type Outcome = "on" | "quit" | { readonly said: string };

interface Typed {
  readonly key: number;
  readonly quote: string;
}

/** The figures behind the claims and the dismissals of a session, in the order of their rows. */
function typedIn(session: Session): Readonly<Record<"claims" | "dismissals", readonly Typed[]>> {
  const decisions = Object.entries(session.decisions)
    .map(([key, decision]) => ({ key: Number(key), decision }))
    .sort((a, b) => a.key - b.key);
  return {
    claims: decisions.flatMap(({ key, decision }) =>
      decision.verdict === "claim"
        ? decision.claims.map((cells) => ({ key, quote: cells["quote"] ?? "" }))
        : [],
    ),
    dismissals: decisions.flatMap(({ key, decision }) =>
      decision.verdict === "dismissal" ? [{ key, quote: decision.cells["quote"] ?? "" }] : [],
    ),
  };
}

/** Tells faults by the figure at which they were typed, and remembers the first of these. */
function placesIn(desk: Desk): { readonly placeOf: PlaceOf; readonly first: () => number | null } {
  const typed = typedIn(desk.session());
  const ofSource = placeOfSource(desk.document);
  let first: number | null = null;
  return {
    first: () => first,
    placeOf: (table, row, field) => {
      if (table !== "claims" && table !== "dismissals") {
        const place = { file: `the new ${table.slice(0, -1)} ${row.cells["id"] ?? ""}` };
        return ofSource(table, row, field) ?? { ...place, line: null, column: null, field };
      }
      const figure = typed[table][row.index];
      if (!figure) return null;
      first = first === null ? figure.key : Math.min(first, figure.key);
      return { file: `figure "${flat(figure.quote)}"`, line: null, column: null, field };
    },
  };
}

/** Shows what would change, and changes it if the person says so. */
async function write(desk: Desk): Promise<Outcome> {
  const { placeOf, first } = placesIn(desk);
  const addition: Addition = {
    folder: desk.folder,
    document: desk.document,
    records: rowsOf(desk.session(), desk.taken),
    placeOf,
  };
  try {
    if (!desk.flags.has("dry-run")) {
      process.stdout.write(preview(addition));
      const message = `Write these rows (${countRows(addition.records)})?`;
      if (!(await confirm({ message }))) return "on";
    }
    const said = await conclude(desk, addition);
    if (!desk.flags.has("dry-run")) desk.drop();
    return { said };
  } catch (error) {
    if (!(error instanceof LedgerFaults)) throw error;
    process.stdout.write(`${error.message}\n`);
    const key = first();
    if (key !== null) desk.act({ do: "go", to: key });
    return key === null ? finish(desk) : "on";
  }
}

/** What follows the last figure. */
export async function finish(desk: Desk): Promise<Outcome> {
  const [open] = undecidedOf(desk.session(), desk.proposals());
  const answer = await select({
    message: open
      ? "You are at the end, and some figures are not decided"
      : "All figures are decided",
    choices: [
      ...(open ? [{ name: "go to the first that is not", value: "open" as const }] : []),
      ...(open ? [] : [{ name: "check the rows, and show what changes", value: "write" as const }]),
      { name: "change the particulars of the document", value: "describe" as const },
      { name: "back to the last figure", value: "back" as const },
      { name: "undo the last decision", value: "undo" as const },
      { name: "quit; the work is kept", value: "quit" as const },
    ],
  });
  switch (answer) {
    case "open":
      if (open) desk.act({ do: "go", to: open.key });
      return "on";
    case "describe": {
      const source = await askParticulars({}, desk.session().source, desk.taken);
      desk.act({ do: "describe", source });
      return "on";
    }
    case "write":
      return write(desk);
    case "back":
    case "undo":
      desk.act({ do: answer });
      return "on";
    case "quit":
      return "quit";
  }
}
