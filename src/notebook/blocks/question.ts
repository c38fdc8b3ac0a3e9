import type { Metric } from "../../ledger/tables.ts";
import type { Collection } from "../../reconcile/collection.ts";
import type { Model } from "../model.ts";
import { UnknownReference } from "../publication-types.ts";

const FORM = /^(m_[a-z0-9_]+)@(\d{4}-\d{2}-\d{2})(\+all)?$/u;

/** What a block is asked: a quantity on a day, from which documents. */
export interface Asked {
  readonly metric: Metric;
  readonly day: string;
  readonly collection: Collection;
}

/**
 * Reads a block's argument, "m_shells_delivered@2024-10-03" or with "+all" behind it.
 *
 * @throws UnknownReference when it has another form, or no such metric is in the ledger.
 */
export function askedIn(block: string, argument: string, { ledger }: Model): Asked {
  const [, id, day, all] = FORM.exec(argument) ?? [];
  const metric = ledger.metrics.find((row) => row.id === id);
  if (!metric || day === undefined)
    throw new UnknownReference(
      "METRIC@YYYY-MM-DD",
      `write it like ${block} m_shells_delivered@2024-10-03`,
    );
  return { metric, day, collection: all === undefined ? "core" : "all" };
}
