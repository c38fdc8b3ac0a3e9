import type { Ledger, Source } from "../../ledger/tables.ts";
import { type Collection, keepDocuments } from "../collection.ts";

/** Which documents speak: one of the two collections, both, or none. */
export type Documents = Collection | "further" | "none";

/** The collections, each with whether it speaks. */
export interface Speaking {
  readonly core: boolean;
  readonly further: boolean;
}

/** Whether each collection speaks. */
export const speakingIn = (documents: Documents): Speaking => ({
  core: documents === "core" || documents === "all",
  further: documents === "further" || documents === "all",
});

/** The word for collections that speak: the inverse of {@link speakingIn}. */
export function documentsOf({ core, further }: Speaking): Documents {
  if (core) return further ? "all" : "core";
  return further ? "further" : "none";
}

/** Whether a word of an address is one for documents. */
export const isDocuments = (word: string): word is Documents =>
  word === "core" || word === "all" || word === "further" || word === "none";

/** Whether a document speaks. */
export const speaks = ({ collection }: Pick<Source, "collection">, documents: Documents): boolean =>
  speakingIn(documents)[collection];

/** The part of a ledger that the documents speak from, each collection by the same rule. */
export const keepSpeaking = (ledger: Ledger, documents: Documents): Ledger =>
  keepDocuments(ledger, (source) => speaks(source, documents));
