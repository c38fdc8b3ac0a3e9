import type { Ledger } from "../../ledger/tables.ts";
import { type SharedAxis, allAxesIn } from "../solidity/all-axes.ts";

/** A choice with the quantities whose estimates it can touch. */
export interface Choice extends SharedAxis {
  /** What the choice is about, for readers. */
  readonly question: string;
}

/** Which documents speak is a setting of its own. */
const DOCUMENTS = "documents";

/** Choices that are the same for every quantity. */
const COMMON: Readonly<Record<string, string>> = {
  capacity: "What containers could hold",
  parties: "Speakers from a side of the war",
  rounding: "Round figures",
};

function questionOf(axis: SharedAxis, assumptions: ReadonlySet<string>): string {
  const common = COMMON[axis.id];
  if (common !== undefined) return common;
  if (assumptions.has(axis.id)) return `Counting window: ${axis.about}`;
  const isReading = axis.options.some(({ id }) => assumptions.has(id));
  return `${isReading ? "Words that can be read in two ways" : "One kind or several"}: ${axis.about}`;
}

/** The choices of all estimates that a reader may make otherwise, each once: see {@link allAxesIn}. */
export function choicesIn(ledger: Ledger): readonly Choice[] {
  const assumptions = new Set(ledger.assumptions.map(({ id }) => id));
  return allAxesIn(ledger, "all")
    .filter(({ id }) => id !== DOCUMENTS)
    .map((axis) => ({ ...axis, question: questionOf(axis, assumptions) }));
}
