import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Session } from "../../entry/session.ts";
import { LedgerFaults, fileFault } from "../../ledger/faults.ts";
import { isUnreadable, readBytes } from "../../ledger/files.ts";
import type { Folder } from "../../ledger/table.ts";
import { unwritable, writeWhole } from "./commit.ts";

/** Where the work on one document is kept until its rows are written; git ignores it. */
export interface DraftFile {
  readonly folder: string;
  readonly path: string;
  /** As faults and messages call it. */
  readonly name: string;
}

/** A draft is found by the hash of its text, so that a file may be renamed in between. */
export function draftFileOf({ path, name }: Folder, sha256: string): DraftFile {
  const file = `${sha256.replace("sha256:", "").slice(0, 16)}.json`;
  return {
    folder: join(path, ".drafts"),
    path: join(path, ".drafts", file),
    name: `${name}/.drafts/${file}`,
  };
}

const isSession = (value: unknown): value is Session =>
  typeof value === "object" &&
  value !== null &&
  "version" in value &&
  value.version === 1 &&
  "decisions" in value &&
  "steps" in value &&
  "added" in value;

/**
 * The draft of an earlier run, or null.
 *
 * @throws LedgerFaults when a file is there that is no draft: nothing is thrown away unasked.
 */
export function readDraft({ path, name }: DraftFile): Session | null {
  const bytes = readBytes(path);
  if (isUnreadable(bytes)) {
    if (bytes.isMissing) return null;
    throw new LedgerFaults([
      fileFault(name, bytes.found, "the draft of an earlier run", bytes.mend),
    ]);
  }
  try {
    const kept: unknown = JSON.parse(bytes.toString("utf8"));
    if (isSession(kept)) return kept;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new LedgerFaults([
    fileFault(
      name,
      "a file that is no draft of this version",
      "the draft of an earlier run",
      "delete it, or add --start-over",
    ),
  ]);
}

/**
 * Keeps a draft: all of it, or the one before.
 *
 * @throws LedgerFaults when it cannot be written.
 */
export function keepDraft(file: DraftFile, session: Session): void {
  try {
    mkdirSync(file.folder, { recursive: true });
    writeWhole(file.path, `${JSON.stringify(session)}\n`);
  } catch (error) {
    throw unwritable(error, file.name);
  }
}

export function dropDraft({ path }: DraftFile): void {
  rmSync(path, { force: true });
}
