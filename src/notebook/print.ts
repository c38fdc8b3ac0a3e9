import { type Parameters, printFound } from "./print-found.ts";
import { openPublication } from "./publication.ts";
import type { Publication } from "./publication-types.ts";

/**
 * Prints one file that is computed from the tables.
 *
 * @param find Picks the file; undefined when nothing of that name is published.
 */
export function printPublished(
  find: (publication: Publication, parameters: Parameters) => string | Uint8Array | undefined,
): void {
  printFound((parameters) => find(openPublication(), parameters));
}
