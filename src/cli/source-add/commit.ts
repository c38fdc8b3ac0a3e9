import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ENTRY_TABLES, type Records } from "../../entry/cells.ts";
import { changeTables } from "../../ledger/change.ts";
import { LedgerFaults, fileFault } from "../../ledger/faults.ts";
import { whyUnwritable } from "../../ledger/files.ts";
import type { Folder } from "../../ledger/table.ts";
import { type ArticleFolder, hashOf } from "../../ledger/texts.ts";
import { type PlaceOf, candidateOf, diffOf, newTables, validate } from "./candidate.ts";
import { withLock } from "./lock.ts";
import { type Document, findTexts } from "./text.ts";

/** What is to be added, to which tables. */
export interface Addition {
  readonly folder: Folder;
  readonly document: Document;
  readonly records: Records;
  readonly placeOf: PlaceOf;
}

/** The system's refusal to write as a fault of the folder. */
export function unwritable(error: unknown, file: string): LedgerFaults {
  if (error instanceof LedgerFaults) return error;
  const { found, mend } = whyUnwritable(error);
  return new LedgerFaults([
    fileFault(
      file,
      found,
      "a folder that can be written; tables change together or not at all",
      mend,
    ),
  ]);
}

/** Says why the tables cannot be changed now: another run does so. */
function refuseBusy({ name }: Folder): (holder: { readonly pid: number }) => never {
  return ({ pid }) => {
    throw new LedgerFaults([
      fileFault(
        `${name}/.lock`,
        `another run that adds a source (process ${String(pid)})`,
        "one run at a time",
        `wait until it has ended, or delete ${name}/.lock if there is none`,
      ),
    ]);
  };
}

const formatNotices = (notices: readonly string[]): string =>
  notices.map((notice) => `notice: ${notice}\n`).join("");

/** "1 source, 3 claims, 12 dismissals". */
export function countRows(records: Records): string {
  const counts = ENTRY_TABLES.map((table) => [table, records[table].length] as const);
  return counts
    .filter(([, count]) => count > 0)
    .map(([table, count]) => `${String(count)} ${count === 1 ? table.slice(0, -1) : table}`)
    .join(", ");
}

/**
 * The diff of the tables with the new rows, which every rule has passed.
 *
 * @throws LedgerFaults when one has not.
 */
export function preview({ folder, document, records, placeOf }: Addition): string {
  const candidate = candidateOf(folder, records);
  const notices = validate(folder, candidate, document, placeOf);
  return `${diffOf(candidate, folder)}${formatNotices(notices)}`;
}

/**
 * Writes the new rows, when every rule has passed, into all tables or none.
 *
 * @returns What has been done, in words.
 * @throws LedgerFaults when a rule has not passed, or the folder cannot be written.
 */
export async function write({ folder, document, records, placeOf }: Addition): Promise<string> {
  try {
    return await withLock(
      join(folder.path, ".lock"),
      () => {
        const candidate = candidateOf(folder, records);
        const notices = validate(folder, candidate, document, placeOf);
        changeTables(folder.path, newTables(candidate));
        const id = records.sources[0]?.["id"] ?? "";
        return `${formatNotices(notices)}Added ${id} to ${folder.name}: ${countRows(records)}\n`;
      },
      refuseBusy(folder),
    );
  } catch (error) {
    throw unwritable(error, folder.name);
  }
}

/** Puts a whole file in place, or none of it. */
export function writeWhole(path: string, text: string): void {
  const half = `${path}.${String(process.pid)}.new`;
  try {
    writeFileSync(half, text, { flush: true });
    renameSync(half, path);
  } catch (error) {
    rmSync(half, { force: true });
    throw error;
  }
}

/**
 * Keeps the text where `check` looks for it, and says where it is.
 *
 * @throws LedgerFaults when it cannot be written; the rows stay.
 */
export function keepText(document: Document, id: string, articles: ArticleFolder): string {
  const { file } = findTexts(articles).find(({ bytes }) => hashOf(bytes) === document.sha256) ?? {};
  if (file !== undefined) return `Its text is at hand: ${file}\n`;
  try {
    mkdirSync(articles.path, { recursive: true });
    writeWhole(join(articles.path, `${id}.txt`), document.text);
  } catch (error) {
    throw unwritable(error, articles.name);
  }
  return `Its text was copied to ${articles.name}/${id}.txt; it is the publisher's, so never commit it\n`;
}

/** Where the text is, when nobody has asked to keep it. */
export function tellText(document: Document, articles: ArticleFolder): string {
  const { file } = findTexts(articles).find(({ bytes }) => hashOf(bytes) === document.sha256) ?? {};
  return file === undefined
    ? `Its text was not copied (--keep-text does); put it into ${articles.name} to have its quotes checked\n`
    : `Its text is at hand: ${file}\n`;
}
