import { createHash } from "node:crypto";
import { join } from "node:path";
import type { Draft } from "./draft.ts";
import { type Fault, fileFault } from "./faults.ts";
import { type Unreadable, isUnreadable, readBytes, readNames } from "./files.ts";
import type { Source } from "./tables.ts";

/** The text of one source, as code points: offsets count these. */
export interface SourceText {
  readonly source: Source;
  readonly characters: readonly string[];
}

/** What a folder of article texts gives. */
export interface Texts {
  readonly texts: readonly SourceText[];
  readonly faults: readonly Fault[];
  readonly notices: readonly string[];
}

/** A folder of texts, and whether somebody asked for it by name. */
export interface ArticleFolder {
  readonly path: string;
  readonly name: string;
  readonly isNamed: boolean;
}

const MEND_HASH =
  "if the text is meant, take its hash with sha256sum and check every quote against it again";

/** A hash of raw bytes, as a source keeps it. */
export const hashOf = (bytes: Buffer): string =>
  `sha256:${createHash("sha256").update(bytes).digest("hex")}`;

// A byte-order mark stays a character: the hash covers it, so the offsets do.
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function decode(bytes: Buffer): string | null {
  try {
    return decoder.decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

const noFolder = (
  { name, isNamed }: ArticleFolder,
  { found, mend }: Unreadable,
  hashed: number,
): Texts => ({
  texts: [],
  faults: isNamed ? [fileFault(name, found, "a folder of article texts (*.txt)", mend)] : [],
  notices:
    isNamed || hashed === 0
      ? []
      : [`no article texts at hand: the quotes of ${String(hashed)} sources are unverified`],
});

/**
 * Finds the text of each source by the hash of its raw bytes; file names say nothing.
 *
 * A text that no source has the hash of is a fault only while a source lacks its text: then one of
 * the two has changed. In a folder that holds every source, further texts may lie beside.
 */
export function readTexts(draft: Draft, folder: ArticleFolder): Texts {
  const hashed = draft.tables.sources.rows.filter(({ sha256 }) => sha256 !== null);
  const names = readNames(folder.path);
  if (isUnreadable(names)) return noFolder(folder, names, hashed.length);

  const byHash = new Map(hashed.map((source) => [source.sha256, source]));
  const texts = new Map<string, SourceText>();
  const strangers: string[] = [];
  const faults: Fault[] = [];
  for (const name of names.filter((entry) => entry.endsWith(".txt"))) {
    const file = `${folder.name}/${name}`;
    const bytes = readBytes(join(folder.path, name));
    if (isUnreadable(bytes)) {
      faults.push(fileFault(file, bytes.found, "an article text", bytes.mend));
      continue;
    }
    const source = byHash.get(hashOf(bytes));
    if (!source) {
      strangers.push(file);
      continue;
    }
    const text = decode(bytes);
    if (text === null)
      faults.push(
        fileFault(
          file,
          "bytes that are not UTF-8",
          "a text in UTF-8",
          "save it as UTF-8, and take its hash again",
        ),
      );
    else texts.set(source.id, { source, characters: Array.from(text) });
  }
  const without = hashed.filter(({ id }) => !texts.has(id));
  if (without.length > 0)
    for (const file of strangers)
      faults.push(
        fileFault(
          file,
          "a text that matches no source's hash",
          `one of the texts that are missing: ${without.map(({ id }) => id).join(", ")}`,
          `restore the text as it was, or move it elsewhere; ${MEND_HASH}`,
        ),
      );
  return {
    texts: hashed.flatMap(({ id }) => texts.get(id) ?? []),
    faults,
    notices: without.map(
      ({ id }) => `${folder.name} does not hold the text of ${id}: its quotes are unverified`,
    ),
  };
}
