import { formatCount } from "../../charts/words.ts";
import type { Sum } from "../../notebook/what-if/rows.ts";

/** What follows from settings, as far as it is told at once. */
export interface Heard {
  readonly finding: string;
  readonly sums: readonly Sum[];
  /** Rows of the tables that are not as published. */
  readonly changed: number;
}

/**
 * What a screen reader is told of a change: the finding, the sums that are other than
 * before, and how much else differs from what is published. A text that stays the same
 * would not be read out.
 */
export function spokenOf({ finding, sums, changed }: Heard, before: readonly Sum[]): string {
  const words = new Map(before.map((sum) => [sum.label, sum.words]));
  const others = sums.filter((sum) => words.get(sum.label) !== sum.words);
  return [
    finding,
    ...others.map((sum) => `${sum.label}: ${sum.words}.`),
    `${formatCount(changed, "row")} of the tables ${changed === 1 ? "is" : "are"} not as published.`,
  ].join(" ");
}
