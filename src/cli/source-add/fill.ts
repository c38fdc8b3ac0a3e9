import select from "@inquirer/select";
import type { Cells } from "../../entry/cells.ts";
import { columnsOf } from "../../entry/columns.ts";
import { daysFor, daysLeft } from "../../entry/days.ts";
import type { Proposal } from "../../entry/proposals.ts";
import { idFor, idsOfSession } from "../../entry/rows.ts";
import type { Action, Session } from "../../entry/session.ts";
import { type Pick, askCell, askCells, askPick } from "./ask.ts";
import { valueOf } from "../../entry/excerpt.ts";
import type { Work } from "./work.ts";

/** Where the work is done: the tables, and the session that every answer changes. */
export interface Desk extends Work {
  readonly session: () => Session;
  /** All figures, with those that a person has marked. */
  readonly proposals: () => readonly Proposal[];
  /** Does something and keeps the draft. */
  readonly act: (action: Action) => void;
  /** Forgets the draft, when its rows are written. */
  readonly drop: () => void;
}

type AddedTable = keyof Session["added"];

const takenBy = (desk: Desk): ReadonlySet<string> =>
  new Set([...desk.taken, ...idsOfSession(desk.session())]);

const cellOf = (cells: Cells, column: string): string => cells[column] ?? "";

const idIn = (row: { readonly id?: string }): string => row.id ?? "";

/** Rows of the tables and of this session that a claim can refer to. */
function picksOf(desk: Desk, table: AddedTable): readonly Pick[] {
  const labelOf = (row: object): string => {
    const { label, name, unit, stated_on } = row as Record<string, string | null | undefined>;
    return [label, name, unit, stated_on].filter(Boolean).join(", ");
  };
  const rows = [...desk.session().added[table], ...desk.ledger[table]];
  return rows.map((row) => ({ id: idIn(row), label: labelOf(row) }));
}

/** Asks for a new row and adds it. Its id is suggested from what has been said. */
async function create(desk: Desk, table: AddedTable, known: Cells): Promise<string> {
  const asked = columnsOf(table)
    .map(({ name }) => name)
    .filter((name) => name !== "id" && !(name in known));
  const cells = { ...known, ...(await askCells(table, asked, {})) };
  const prefix = { claimants: "a", origins: "o", metrics: "m" } as const;
  const id = await askCell(table, "id", idFor(prefix[table], cells, takenBy(desk)));
  desk.act({ do: "add", table, cells: { ...cells, id } });
  return id;
}

async function pickOrigin(desk: Desk, suggested: string): Promise<string> {
  const picked = await askPick(
    "Origin: who estimated, and when",
    picksOf(desk, "origins"),
    suggested,
  );
  if (picked !== null) return picked;
  const claimant =
    (await askPick("Claimant of the new origin", picksOf(desk, "claimants"))) ??
    (await create(desk, "claimants", {}));
  return create(desk, "origins", { claimant });
}

async function pickMetric(desk: Desk, suggested: string): Promise<string> {
  const picked = await askPick("Metric: what is counted", picksOf(desk, "metrics"), suggested);
  return picked ?? create(desk, "metrics", {});
}

/** The days that a metric needs, of the tables or new; those of a period once there is no day. */
async function askDays(desk: Desk, id: string, last: Cells): Promise<Cells> {
  const metric = desk.ledger.metrics.find((row) => row.id === id);
  const added = desk.session().added.metrics.find((cells) => cells["id"] === id);
  const days = daysFor(metric ? { measure: metric.measure } : added);
  let told: Cells = {};
  for (let left = days; left.length > 0; left = daysLeft(days, told)) {
    const [next = ""] = left;
    told = { ...told, [next]: await askCell("claims", next, cellOf(last, next)) };
  }
  return told;
}

const VALUES = ["bound", "low", "best", "high"];

/** The numbers as they were proposed, or as they are typed. */
async function askValues(cells: Cells): Promise<Cells> {
  const keep = await select({
    message: `Is the value ${valueOf(cells)}, in the metric's unit?`,
    choices: [
      { name: "yes", value: true },
      { name: "no, I type it", value: false },
    ],
    default: ["low", "best", "high"].some((end) => cellOf(cells, end) !== ""),
  });
  return keep ? cells : { ...cells, ...(await askCells("claims", VALUES, cells)) };
}

const DONE = "";

/** Anything else that a claim can say, as long as somebody wants to say it. */
async function askMore(cells: Cells, asked: readonly string[]): Promise<Cells> {
  const rest = columnsOf("claims").filter(({ name }) => name !== "source" && !asked.includes(name));
  let filled = cells;
  for (;;) {
    const name = await select({
      message: "Anything else?",
      pageSize: 16,
      choices: [
        { name: "no, that is all", value: DONE },
        ...rest.map((column) => ({
          name: `${column.name} ${cellOf(filled, column.name)}`.trimEnd(),
          value: column.name,
          description: column.description,
        })),
      ],
    });
    if (name === DONE) return filled;
    filled = { ...filled, [name]: await askCell("claims", name, cellOf(filled, name)) };
  }
}

/**
 * Asks all that a claim needs. What the last claim said is suggested, as one sentence often holds
 * several figures of one origin.
 */
export async function fillClaim(desk: Desk, proposal: Proposal, last: Cells): Promise<Cells> {
  const metric = await pickMetric(desk, cellOf(last, "metric"));
  const values = await askValues({ ...proposal.cells, metric });
  const origin = await pickOrigin(desk, cellOf(last, "origin"));
  const said = await askCells("claims", ["primary", "modality"], last);
  const dated = await askDays(desk, metric, last);
  const basis = await askCell("claims", "time_basis", cellOf(last, "time_basis"));
  const asked = { metric, origin, ...said, ...dated, time_basis: basis };
  return askMore({ ...values, ...asked }, Object.keys(asked));
}
