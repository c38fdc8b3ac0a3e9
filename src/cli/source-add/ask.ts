import input from "@inquirer/input";
import search from "@inquirer/search";
import select from "@inquirer/select";
import type { Cells } from "../../entry/cells.ts";
import { type EntryColumn, checkCell, columnsOf } from "../../entry/columns.ts";
import type { TableName } from "../../ledger/tables.ts";
import { flat } from "../../entry/excerpt.ts";

/** Whoever presses Ctrl-C, or whose terminal goes away, wants to stop. */
export const isStop = (error: unknown): boolean =>
  error instanceof Error && error.name === "ExitPromptError";

const columnOf = (table: TableName, name: string): EntryColumn => {
  const column = columnsOf(table).find((one) => one.name === name);
  if (!column) throw new Error(`${table} has no column ${name}`);
  return column;
};

const NOTHING = "(nothing)";

/** Asks for one cell, with what it means and what is suggested, until its column takes the answer. */
export async function askCell(table: TableName, name: string, suggested = ""): Promise<string> {
  const { description, choices, optional } = columnOf(table, name);
  const message = `${name}: ${description}`;
  if (choices)
    return select({
      message,
      choices: [
        ...(optional ? [{ name: NOTHING, value: "" }] : []),
        ...choices.map((value) => ({ value })),
      ],
      ...(suggested === "" ? {} : { default: suggested }),
    });
  return input({
    message: `${message}${optional ? " (Enter for nothing)" : ""}`,
    ...(suggested === "" ? {} : { default: suggested, prefill: "editable" as const }),
    validate: (cell) => {
      const wrong = checkCell(table, name, cell);
      return wrong === null || `expected ${wrong.expected}; to mend: ${wrong.mend}`;
    },
  });
}

/** Asks for several cells of one row, in order. */
export async function askCells(
  table: TableName,
  names: readonly string[],
  suggested: Cells,
): Promise<Cells> {
  const cells: Record<string, string> = {};
  for (const name of names) cells[name] = await askCell(table, name, suggested[name]);
  return cells;
}

/** A row that can be picked by its id. */
export interface Pick {
  readonly id: string;
  readonly label: string;
}

const NEW = "";

/**
 * Lets a row be picked by any part of its id or name.
 *
 * @param suggested The row that stands first while nothing is typed.
 * @returns Its id, or null for a new row.
 */
export async function askPick(
  message: string,
  rows: readonly Pick[],
  suggested = "",
): Promise<string | null> {
  const first = rows.filter(({ id }) => id === suggested);
  const sorted = [...first, ...rows.filter(({ id }) => id !== suggested)];
  const answer = await search({
    message: `${message} (type to search)`,
    pageSize: 10,
    source: (term = "") => {
      const words = term.toLowerCase().split(/\s+/u);
      const found = sorted.filter(({ id, label }) =>
        words.every((word) => `${id} ${label}`.toLowerCase().includes(word)),
      );
      return [
        ...found.map(({ id, label }) => ({ name: `${id}  ${flat(label)}`, value: id })),
        { name: "a new one", value: NEW },
      ];
    },
  });
  return answer === NEW ? null : answer;
}
