import type { Ledger } from "../../ledger/tables.ts";
import { type Axis, axesOf } from "../solidity/axes.ts";

/** A choice with the quantities whose estimates it can touch. */
export interface Choice extends Axis {
  /** What the choice is about, for readers. */
  readonly question: string;
  readonly metrics: ReadonlySet<string>;
}

/** Which documents speak is a setting of its own. */
const DOCUMENTS = "documents";

/** Choices that are the same for every quantity. */
const COMMON: Readonly<Record<string, string>> = {
  capacity: "What containers could hold",
  parties: "Speakers from a side of the war",
  rounding: "Round figures",
};

function questionOf(axis: Axis, about: string, ledger: Ledger): string {
  const common = COMMON[axis.id];
  if (common !== undefined) return common;
  const assumptions = new Set(ledger.assumptions.map(({ id }) => id));
  if (assumptions.has(axis.id)) return `Counting window: ${about}`;
  const isReading = axis.options.some(({ id }) => assumptions.has(id));
  return `${isReading ? "Words that can be read in two ways" : "One kind or several"}: ${about}`;
}

/**
 * All choices that some estimate makes, each once: those of the multiverse, whose
 * first option is the published one. In the order of the quantities.
 */
export function choicesIn(ledger: Ledger): readonly Choice[] {
  const found = new Map<string, { readonly axis: Axis; about: string; metrics: Set<string> }>();
  for (const { id: metric, label } of ledger.metrics)
    for (const axis of axesOf({ ledger, question: { metric, asOf: "", collection: "all" } })) {
      if (axis.id === DOCUMENTS) continue;
      const held = found.get(axis.id);
      if (held) held.metrics.add(metric);
      else found.set(axis.id, { axis, about: label, metrics: new Set([metric]) });
    }
  return [...found.values()].map(({ axis, about, metrics }) => ({
    ...axis,
    question: questionOf(axis, about, ledger),
    metrics,
  }));
}
