import type { Cells } from "../../entry/cells.ts";
import { dataFolder } from "../../ledger/data-folder.ts";
import { articleFolderOf, folderOf, readLedger } from "../../ledger/read.ts";
import type { Folder } from "../../ledger/table.ts";
import { type Ledger, tableNames } from "../../ledger/tables.ts";
import type { ArticleFolder } from "../../ledger/texts.ts";
import type { Flags } from "../flags.ts";
import { PLAIN, cellsFromFlags, measured } from "./particulars.ts";
import { type Document, checkIsNew, checkLanguage, openDocument } from "./text.ts";

/** All that a run works with. */
export interface Work {
  readonly document: Document;
  readonly language: string;
  readonly flags: Flags;
  readonly folder: Folder;
  readonly articles: ArticleFolder;
  readonly ledger: Ledger;
  /** Every id of the tables. */
  readonly taken: ReadonlySet<string>;
  /** Cells of the document that flags and the text give; they win over what a draft holds. */
  readonly given: Cells;
  /** Cells of the document as far as they are known without asking. */
  readonly source: Cells;
}

const idsOf = (ledger: Ledger): ReadonlySet<string> =>
  new Set(
    tableNames
      .flatMap((name): readonly object[] => ledger[name])
      .flatMap((row) => ("id" in row && typeof row.id === "string" ? [row.id] : [])),
  );

/**
 * Opens the document and the tables.
 *
 * @throws LedgerFaults when one of them cannot be worked with, or the document is in the tables.
 */
export function openWork(file: string, language: string, flags: Flags): Work {
  const fromFlags = cellsFromFlags(flags);
  const document = openDocument(file);
  if (!flags.has("insist-language")) checkLanguage(document, language);
  const folder = folderOf(dataFolder());
  const { ledger } = readLedger(folder, { articles: null });
  const articles = articleFolderOf(folder);
  checkIsNew(document, ledger.sources, articles);
  const given = { ...fromFlags, ...measured(document) };
  return {
    document,
    language,
    flags,
    folder,
    articles,
    ledger,
    taken: idsOf(ledger),
    given,
    source: { ...PLAIN, ...given },
  };
}
