import {
  closeSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  rmdirSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { type TableName, tableNames } from "./tables.ts";

/** Complete new tables on their way; nothing reads them, and a crash leaves litter only. */
const STAGED = ".change-new";
/** New tables that count: from the moment that this folder exists, the old ones are history. */
const COMMITTED = ".change";

/** One table as it is to be, to the last byte. */
export interface NewTable {
  readonly name: TableName;
  readonly bytes: Uint8Array;
}

const isError = (error: unknown, ...codes: readonly string[]): boolean =>
  error instanceof Error &&
  "code" in error &&
  typeof error.code === "string" &&
  codes.includes(error.code);

/** Does what may find that somebody else has been quicker, which these codes of the system say. */
function unlessDone(step: () => void, ...codes: readonly string[]): void {
  try {
    step();
  } catch (error) {
    if (!isError(error, ...codes)) throw error;
  }
}

const isThere = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined;

/** Makes sure that what a folder lists is on the disk; Windows opens no folders and needs none of it. */
function syncFolder(path: string): void {
  if (process.platform === "win32") return;
  const folder = openSync(path, "r");
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

const fileOf = (name: TableName): string => `${name}.csv`;

/** Moves one committed table into its place. */
const moveIntoPlace = (path: string, name: TableName): void => {
  unlessDone(() => {
    renameSync(join(path, COMMITTED, fileOf(name)), join(path, fileOf(name)));
  }, "ENOENT");
};

const findCommitted = (path: string): readonly TableName[] => {
  const waiting = isThere(join(path, COMMITTED)) ? readdirSync(join(path, COMMITTED)) : [];
  return tableNames.filter((name) => waiting.includes(fileOf(name)));
};

/**
 * Finishes a change of tables that was interrupted behind its point of no return. Whoever reads
 * tables calls it first; several at once may.
 *
 * @throws The system's error when the folder cannot be written.
 */
export function finishChange(path: string): void {
  if (!isThere(join(path, COMMITTED))) return;
  for (const name of findCommitted(path)) moveIntoPlace(path, name);
  syncFolder(path);
  // One that has filled again in between is somebody's next change.
  unlessDone(
    () => {
      rmdirSync(join(path, COMMITTED));
    },
    "ENOENT",
    "ENOTEMPTY",
    "EEXIST",
  );
}

function stage(path: string, { name, bytes }: NewTable): void {
  const { mode } = statSync(join(path, fileOf(name)));
  writeFileSync(join(path, STAGED, fileOf(name)), bytes, { flag: "wx", mode, flush: true });
}

/** The steps of a change, in order; a process may die between any two of them. */
export interface Steps {
  /** Leave the old tables as they are. */
  readonly before: readonly (() => void)[];
  /** One rename: from here on the new tables count. */
  readonly commit: () => void;
  /** Put the new tables into their places; `finishChange` does the same after a crash. */
  readonly after: readonly (() => void)[];
}

/**
 * The steps that put new tables in the place of old ones, all or none.
 *
 * Complete new tables are written beside the old ones into a hidden folder and brought to the
 * disk; renaming that folder is the point of no return; then each table is renamed into its place.
 *
 * @param tables Only those that change.
 * @source docs/decisions/0021-all-tables-or-none.md
 */
export function changeSteps(path: string, tables: readonly NewTable[]): Steps {
  const staged = join(path, STAGED);
  return {
    before: [
      () => {
        finishChange(path);
      },
      () => {
        rmSync(staged, { recursive: true, force: true });
      },
      () => {
        mkdirSync(staged);
      },
      ...tables.map((table) => () => {
        stage(path, table);
      }),
      () => {
        syncFolder(staged);
      },
    ],
    commit: () => {
      renameSync(staged, join(path, COMMITTED));
    },
    after: [
      () => {
        syncFolder(path);
      },
      ...tables.map(({ name }) => () => {
        moveIntoPlace(path, name);
      }),
      () => {
        finishChange(path);
      },
    ],
  };
}

/**
 * Puts new tables in the place of old ones, all or none. One process at a time.
 *
 * @throws The system's error when it cannot be done; the old tables are then as they were.
 */
export function changeTables(path: string, tables: readonly NewTable[]): void {
  const { before, commit, after } = changeSteps(path, tables);
  try {
    for (const step of before) step();
    commit();
  } catch (error) {
    rmSync(join(path, STAGED), { recursive: true, force: true });
    throw error;
  }
  for (const step of after) step();
}
