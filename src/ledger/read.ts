import { isAbsolute, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type * as z from "zod/mini";
import { type DraftTables, draftOf } from "./draft.ts";
import { type Fault, LedgerFaults, fileFault, sortFaults } from "./faults.ts";
import { finishChange } from "./change.ts";
import { isUnreadable, readBytes, readNames, whyUnwritable } from "./files.ts";
import { isFirstVersion } from "./migration.ts";
import { findDisagreements } from "./rules/agreement.ts";
import { rules } from "./rules/all.ts";
import { findUndecided } from "./rules/alternatives.ts";
import { type FindFigures, checkCoverage } from "./rules/coverage.ts";
import { checkDigits } from "./rules/digits.ts";
import { findUnexplained } from "./rules/mutations.ts";
import { checkSlices } from "./rules/slices.ts";
import { type Folder, fileOf, readTable } from "./table.ts";
import { type Ledger, tableNames, tables } from "./tables.ts";
import { type ArticleFolder, type Texts, readTexts } from "./texts.ts";
import { pathFromUser } from "./where-run.ts";

/** A ledger in which every rule holds, and what is worth knowing about it. */
export interface LedgerReading {
  readonly ledger: Ledger;
  /** What is no fault but should be looked at, a line each. */
  readonly notices: readonly string[];
  /** Ids of the sources whose text was at hand, so that their hash and every quote were checked. */
  readonly verified: ReadonlySet<string>;
}

const PROJECT = fileURLToPath(new URL("../../", import.meta.url));

/** Faults name the project's own tables as they stand in the repository, all others as the user did. */
export function folderOf(directory: string | Folder): Folder {
  if (typeof directory !== "string") return directory;
  const path = resolve(directory);
  const inProject = relative(PROJECT, path);
  const isOwn = inProject !== "" && !inProject.startsWith("..") && !isAbsolute(inProject);
  const name = (isOwn ? inProject : directory).split(sep).join("/").replace(/\/+$/u, "");
  return { path, name };
}

/** Finishes a change of tables that was interrupted, or says why that cannot be done. */
function finish({ path, name }: Folder): Fault | null {
  try {
    finishChange(path);
    return null;
  } catch (error) {
    const { found, mend } = whyUnwritable(error);
    return fileFault(
      name,
      `a change of tables that was interrupted, and ${found}`,
      "a folder in which the new tables can be put into their places",
      mend,
    );
  }
}

/** What makes the folder no folder of tables at all: each missing table would have a fault of its own. */
function checkFolder(folder: Folder): Fault | null {
  const { path, name } = folder;
  const fault = (found: string, mend: string): Fault =>
    fileFault(name, found, "a folder of tables (sources.csv, claims.csv, …)", mend);
  const names = readNames(path);
  if (isUnreadable(names)) return fault(names.found, names.mend);
  return tableNames.some((table) => names.includes(`${table}.csv`))
    ? finish(folder)
    : fault("no table in it", "name the folder that holds them, or restore them from git");
}

/** Tables of the first version of the data model: each missing column would have a fault of its own. */
function checkVersion(folder: Folder): Fault | null {
  const metrics = readBytes(join(folder.path, "metrics.csv"));
  if (isUnreadable(metrics) || !isFirstVersion(metrics)) return null;
  return {
    ...fileFault(
      fileOf(folder, "metrics"),
      'the column "kind", and none "measure"',
      "the columns of docs/data-dictionary.md; these are of the first version of the data model",
      `DATA_DIR=${folder.name} npm run migrate`,
    ),
    line: 1,
  };
}

const readTables = (folder: Folder): DraftTables =>
  Object.fromEntries(
    tableNames.map((name) => [name, readTable<z.ZodMiniObject>(tables[name], folder)]),
  ) as DraftTables;

const ledgerOf = (draft: DraftTables): Ledger =>
  Object.fromEntries(tableNames.map((name) => [name, draft[name].rows])) as Ledger;

const NO_TEXTS: Texts = { texts: [], faults: [], notices: [] };

/** The texts to check against: those that were asked for by name, else `articles/` beside the tables. */
export function articleFolderOf(folder: Folder, asked?: string): ArticleFolder {
  const named = asked ?? process.env["ARTICLES_DIR"] ?? "";
  return named === ""
    ? { path: join(folder.path, "articles"), name: `${folder.name}/articles`, isNamed: false }
    : {
        path: asked === undefined ? pathFromUser(named) : resolve(named),
        name: named.replace(/(?<=.)\/+$/u, ""),
        isNamed: true,
      };
}

/**
 * Reads a folder of tables and holds every rule of the data model against it.
 *
 * @param directory The folder, e.g. "data", or with the name that faults give to it.
 * @param options.articles Folder of article texts to check quotes against; null for none. Left out:
 *   the environment's ARTICLES_DIR, else `articles/` inside the folder of tables if it is there.
 * @param options.findFigures What sees the figures of a text, so that none is left without a row;
 *   left out: digits only.
 * @throws LedgerFaults with everything that is wrong, in file order.
 */
export function readLedger(
  directory: string | Folder,
  {
    articles,
    findFigures,
  }: { readonly articles?: string | null; readonly findFigures?: FindFigures } = {},
): LedgerReading {
  const folder = folderOf(directory);
  const unreadable = checkFolder(folder) ?? checkVersion(folder);
  if (unreadable) throw new LedgerFaults([unreadable]);
  const articleFolder = articles === null ? null : articleFolderOf(folder, articles);
  const read = readTables(folder);
  const draft = draftOf(read);
  const texts = articleFolder === null ? NO_TEXTS : readTexts(draft, articleFolder);
  const faults = [
    ...Object.values(read).flatMap((table): readonly Fault[] => table.faults),
    ...rules.flatMap((rule) => rule(draft)),
    ...texts.faults,
    ...checkSlices(draft, texts.texts),
    ...checkDigits(draft, texts.texts),
    ...checkCoverage(draft, texts.texts, findFigures),
  ];
  if (faults.length > 0)
    throw new LedgerFaults(
      sortFaults(
        faults,
        tableNames.map((name) => fileOf(folder, name)),
      ),
    );
  return {
    ledger: ledgerOf(read),
    notices: [
      ...findDisagreements(draft),
      ...findUndecided(draft),
      ...findUnexplained(draft),
      ...texts.notices,
    ],
    verified: new Set(texts.texts.map(({ source }) => source.id)),
  };
}
