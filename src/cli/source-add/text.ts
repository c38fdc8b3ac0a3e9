import { join } from "node:path";
import { scannedLanguage } from "../../entry/figures.ts";
import { languageOf } from "../../entry/language.ts";
import { LedgerFaults, fileFault, showCell } from "../../ledger/faults.ts";
import { isUnreadable, readBytes, readNames } from "../../ledger/files.ts";
import type { Source } from "../../ledger/tables.ts";
import { type ArticleFolder, hashOf } from "../../ledger/texts.ts";
import { STANDARD_INPUT, readDocument } from "../document.ts";

/** The document that is being added. */
export interface Document {
  /** Its name in faults. */
  readonly name: string;
  readonly text: string;
  /** As in sources.csv, over the raw bytes. */
  readonly sha256: string;
  /** Code points. */
  readonly characters: number;
}

/**
 * Reads the document.
 *
 * @throws LedgerFaults when it cannot be read: empty, binary, UTF-16, more than 50 MB.
 */
export function openDocument(file: string): Document {
  const text = readDocument(file);
  if (typeof text !== "string") throw new LedgerFaults([text]);
  return {
    name: file === STANDARD_INPUT ? "standard input" : file,
    text,
    // Decoding was strict and kept a byte-order mark, so that these are the bytes that were read.
    sha256: hashOf(Buffer.from(text, "utf8")),
    characters: Array.from(text).length,
  };
}

/**
 * Refuses a text whose words speak for another language: 6.700 would be read as 6.7.
 *
 * @throws LedgerFaults
 */
export function checkLanguage({ name, text }: Document, language: string): void {
  const spoken = languageOf(text);
  if (spoken === null || spoken === scannedLanguage(language)) return;
  const words = { de: "German", en: "English" }[spoken];
  throw new LedgerFaults([
    fileFault(
      name,
      `a text with the function words of ${words}, but --lang ${language}`,
      "the language of the document: figures are read by it",
      `write --lang ${spoken}, or add --insist-language if the text is mostly in ${language} after all`,
    ),
  ]);
}

/** A text without what copying it changes: white space, line ends, soft hyphens, forms of letters. */
const essenceOf = (text: string): string =>
  text
    .normalize("NFKC")
    .replaceAll(/[\u00ad\u200b\ufeff]/gu, "")
    .replaceAll(/\s+/gu, " ")
    .trim();

/** The texts at hand by the hash of their bytes. */
export function findTexts(folder: ArticleFolder): readonly {
  readonly file: string;
  readonly bytes: Buffer;
}[] {
  const names = readNames(folder.path);
  if (isUnreadable(names)) return [];
  return names
    .filter((name) => name.endsWith(".txt"))
    .flatMap((name) => {
      const bytes = readBytes(join(folder.path, name));
      return isUnreadable(bytes) ? [] : [{ file: `${folder.name}/${name}`, bytes }];
    });
}

/**
 * Refuses a document that is in the tables already, or whose text is that of one with other white
 * space, as far as texts are at hand.
 *
 * @throws LedgerFaults
 */
export function checkIsNew(
  document: Document,
  sources: readonly Source[],
  articles: ArticleFolder | null,
): void {
  const same = sources.find(({ sha256 }) => sha256 === document.sha256);
  if (same)
    throw new LedgerFaults([
      fileFault(
        document.name,
        `the text of ${same.id} (${showCell(same.title)}), byte for byte`,
        "a document that is not in the tables yet",
        `nothing is to be added; edit the rows of ${same.id} to change them`,
      ),
    ]);
  const essence = essenceOf(document.text);
  const byHash = new Map(sources.map((source) => [source.sha256, source]));
  for (const { file, bytes } of articles === null ? [] : findTexts(articles)) {
    const source = byHash.get(hashOf(bytes));
    if (!source || essenceOf(bytes.toString("utf8")) !== essence) continue;
    throw new LedgerFaults([
      fileFault(
        document.name,
        `the text of ${source.id} in ${file}, with other white space, line ends or forms of letters`,
        "a document that is not in the tables yet",
        `nothing is to be added; edit the rows of ${source.id} to change them`,
      ),
    ]);
  }
}
