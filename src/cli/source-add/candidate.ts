import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Appendix, appendixTo } from "../../entry/append.ts";
import { type Cells, ENTRY_TABLES, type EntryTable, type Records } from "../../entry/cells.ts";
import { figuresOf } from "../../entry/figures.ts";
import type { NewTable } from "../../ledger/change.ts";
import { type Fault, LedgerFaults, type Place } from "../../ledger/faults.ts";
import { isUnreadable, readBytes } from "../../ledger/files.ts";
import { readLedger } from "../../ledger/read.ts";
import type { Folder } from "../../ledger/table.ts";
import { tableNames } from "../../ledger/tables.ts";
import { appendDiff } from "./diff.ts";
import type { Document } from "./text.ts";

/** A new row and its number among the new rows of its table. */
export interface NewRow {
  readonly cells: Cells;
  readonly index: number;
}

/** Where a person has typed a cell of a new row; null when that is nowhere in particular. */
export type PlaceOf = (table: EntryTable, row: NewRow, field: string | null) => Place | null;

/** The tables as they would be with the new rows behind them. */
export interface Candidate {
  readonly records: Records;
  readonly old: ReadonlyMap<EntryTable, string>;
  readonly appendices: ReadonlyMap<EntryTable, Appendix>;
}

/** Puts the new rows behind the tables of a folder that `readLedger` has found to be sound. */
export function candidateOf({ path }: Folder, records: Records): Candidate {
  const old = new Map<EntryTable, string>();
  const appendices = new Map<EntryTable, Appendix>();
  for (const table of ENTRY_TABLES) {
    const bytes = readBytes(join(path, `${table}.csv`));
    const text = isUnreadable(bytes) ? "" : bytes.toString("utf8");
    old.set(table, text);
    appendices.set(table, appendixTo(text, records[table]));
  }
  return { records, old, appendices };
}

/** The tables that change, whole. Sound tables are UTF-8, so that no byte is lost on the way. */
export const newTables = ({ old, appendices }: Candidate): readonly NewTable[] =>
  ENTRY_TABLES.flatMap((name) => {
    const appendix = appendices.get(name)?.text ?? "";
    return appendix === ""
      ? []
      : [{ name, bytes: Buffer.from(`${old.get(name) ?? ""}${appendix}`, "utf8") }];
  });

/** What would change, as a unified diff of each table. */
export const diffOf = ({ old, appendices }: Candidate, { name }: Folder): string =>
  ENTRY_TABLES.map((table) =>
    appendDiff(`${name}/${table}.csv`, old.get(table) ?? "", appendices.get(table)?.text ?? ""),
  ).join("");

/** A fault of a new row, told where the row was typed. */
function movedTo(fault: Fault, { name }: Folder, candidate: Candidate, placeOf: PlaceOf): Fault {
  for (const table of ENTRY_TABLES) {
    if (fault.file !== `${name}/${table}.csv`) continue;
    const index = candidate.appendices.get(table)?.lines.indexOf(fault.line ?? 0) ?? -1;
    const cells = candidate.records[table][index];
    const place = cells === undefined ? null : placeOf(table, { cells, index }, fault.field);
    if (place) return { ...fault, ...place };
  }
  return fault;
}

function readCandidate(folder: Folder, candidate: Candidate, text: string): readonly string[] {
  const path = mkdtempSync(join(tmpdir(), "source-add-"));
  try {
    const changed = new Map(newTables(candidate).map(({ name, bytes }) => [name, bytes]));
    for (const name of tableNames) {
      const bytes = changed.get(name) ?? readBytes(join(folder.path, `${name}.csv`));
      if (!("found" in bytes)) writeFileSync(join(path, `${name}.csv`), bytes);
    }
    const articles = join(path, "articles");
    mkdirSync(articles);
    writeFileSync(join(articles, "text.txt"), text);
    return readLedger({ path, name: folder.name }, { articles, findFigures: figuresOf }).notices;
  } finally {
    rmSync(path, { recursive: true, force: true });
  }
}

/**
 * Holds every rule of the data model against the tables with the new rows, and the new quotes
 * against the text.
 *
 * @returns What is worth knowing about the new rows, a line each.
 * @throws LedgerFaults with each fault where its cell was typed.
 */
export function validate(
  folder: Folder,
  candidate: Candidate,
  document: Document,
  placeOf: PlaceOf,
): readonly string[] {
  const ids = ENTRY_TABLES.flatMap((table) =>
    candidate.records[table].map((cells) => cells["id"] ?? ""),
  ).filter((id) => id !== "");
  const isNew = (notice: string): boolean =>
    ids.some((id) => new RegExp(String.raw`\b${id}\b`, "u").test(notice));
  try {
    return readCandidate(folder, candidate, document.text).filter(isNew);
  } catch (error) {
    if (!(error instanceof LedgerFaults)) throw error;
    throw new LedgerFaults(error.faults.map((fault) => movedTo(fault, folder, candidate, placeOf)));
  }
}
