import { formatFull } from "../../charts/words.ts";
import type { Ledger } from "../../ledger/tables.ts";
import type { Dial } from "../../reconcile/dials.ts";
import { type Documents, speaks } from "../../reconcile/what-if/documents.ts";
import { NOT_STATED } from "./rows.ts";

/** Whether the documents that speak state the number, or it is put in and no document does. */
export function isStatedIn(
  { claims }: Dial,
  { sources, claims: all }: Pick<Ledger, "sources" | "claims">,
  documents: Documents,
): boolean {
  const speaking = new Set(sources.filter((row) => speaks(row, documents)).map(({ id }) => id));
  return all.every(({ id, source }) => !claims.includes(id) || speaking.has(source));
}

/**
 * What is published of a number, without its unit: one number, or the range of all that
 * is possible; `NOT_STATED` where no document that speaks says it.
 */
export function publishedWords(
  dial: Dial,
  ledger: Pick<Ledger, "sources" | "claims">,
  documents: Documents,
): string {
  if (!isStatedIn(dial, ledger, documents)) return NOT_STATED;
  const [least, most] = [dial.low, dial.high].map((end) =>
    end === null ? "open" : formatFull(end),
  );
  return least === most ? (least ?? "") : `${least ?? ""} to ${most ?? ""}`;
}
