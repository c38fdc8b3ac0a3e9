import type { Published } from "../../reconcile/published.ts";
import type { Model } from "../model.ts";
import { UnknownReference } from "../publication-types.ts";

/** Names an origin by its label; by its id where the ledger has no row. */
export const labelIn =
  ({ ledger }: Model) =>
  (origin: string): string =>
    ledger.origins.find(({ id }) => id === origin)?.label ?? origin;

/** The publication that a block's argument names: "core" or "all". */
export function publicationOf(argument: string, { published }: Model): Published {
  if (argument === "core") return published.core;
  if (argument === "all") return published.all;
  throw new UnknownReference('"core" or "all"', "name the documents that are meant");
}
