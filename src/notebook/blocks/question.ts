import { type AssumptionSet, SETS } from "../../ledger/sets.ts";
import type { Metric } from "../../ledger/tables.ts";
import type { Question } from "../../published/lookup.ts";
import type { Model } from "../model.ts";
import { UnknownReference } from "../publication-types.ts";

const FORM = /^(m_[a-z0-9_]+)@(\d{4}-\d{2}-\d{2})(\+core)?(?:\+(opening|spans|contents))?$/u;

/** What a block is asked: a quantity on a day, from which documents and under which assumptions. */
export interface Asked extends Question {
  readonly row: Metric;
}

/**
 * Reads a block's argument, "m_shells_delivered@2024-10-03", with "+core" for the core alone and the
 * name of a set of assumptions behind it.
 *
 * @throws UnknownReference when it has another form, or no such metric is in the ledger.
 */
export function askedIn(block: string, argument: string, { ledger }: Model): Asked {
  const [, id, day, core, set] = FORM.exec(argument) ?? [];
  const row = ledger.metrics.find((one) => one.id === id);
  if (!row || day === undefined)
    throw new UnknownReference(
      "METRIC@YYYY-MM-DD",
      `write it like ${block} m_shells_delivered@2024-10-03`,
    );
  const assume: AssumptionSet = SETS.find((one) => one === set) ?? "stated";
  return { row, metric: row.id, day, collection: core === undefined ? "all" : "core", assume };
}
