import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { type Terms, termsOf } from "../arithmetic/evaluate.ts";
import { type Standing, standingIn } from "../arithmetic/standing.ts";
import { readLedger } from "../ledger/read.ts";
import type { Folder } from "../ledger/table.ts";
import type { Ledger } from "../ledger/tables.ts";
import { publish } from "../published/publish.ts";
import type { Published } from "../published/tables.ts";

/** A table as it was read: its name, its text and the hash of its bytes. */
export interface DataFile {
  readonly file: string;
  readonly text: string;
  readonly sha256: string;
}

/** All that pages, blocks and tables are made from: one reading of the data. */
export interface Model {
  readonly ledger: Ledger;
  readonly published: Published;
  readonly terms: Terms;
  readonly standing: Standing;
  readonly files: readonly DataFile[];
  /** Names the state of all tables together: the first digits of a hash over their hashes. */
  readonly version: string;
}

const sha256 = (bytes: string | Uint8Array): string =>
  createHash("sha256").update(bytes).digest("hex");

/** The tables of a folder as they stand on the disk. */
export function readFacts(folder: string | Folder): readonly DataFile[] {
  const directory = typeof folder === "string" ? folder : folder.path;
  return readdirSync(directory)
    .filter((file) => file.endsWith(".csv"))
    .sort()
    .map((file) => {
      const bytes = readFileSync(join(directory, file));
      return { file, text: bytes.toString("utf8"), sha256: sha256(bytes) };
    });
}

/**
 * Reads and reconciles a folder of tables. Article texts play no part, so that
 * the site is the same with and without them; `npm run check` holds the quotes
 * against the texts.
 *
 * @throws LedgerFaults when a rule of the data model is broken.
 */
export function openModel(directory: string | Folder): Model {
  const { ledger } = readLedger(directory, { articles: null });
  const files = readFacts(directory);
  return {
    ledger,
    published: publish(ledger),
    terms: termsOf(ledger),
    standing: standingIn(ledger),
    files,
    version: sha256(files.map((one) => `${one.file} ${one.sha256}\n`).join("")).slice(0, 12),
  };
}
