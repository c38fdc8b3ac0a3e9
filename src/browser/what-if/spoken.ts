import { formatCount } from "../../charts/words.ts";
import type { Sentence } from "../../notebook/what-if/text.ts";

/** What follows from settings, as far as it is told at once. */
export interface Heard {
  /** The finding first. */
  readonly text: readonly Sentence[];
  /** What of the settings contradicts itself. */
  readonly contradictions: readonly string[];
  /** Rows of the tables that are not as published. */
  readonly changed: number;
}

/**
 * What a screen reader is told of a change: the finding, the sentences and contradictions
 * that are other than before, and how much else differs from what is published. A text
 * that stays the same would not be read out.
 */
export function spokenOf(
  { text, contradictions, changed }: Heard,
  before: Pick<Heard, "text" | "contradictions">,
): string {
  const told = new Set([...before.text.map(({ words }) => words), ...before.contradictions]);
  const [finding, ...others] = text.map(({ words }) => words);
  return [
    finding ?? "",
    ...[...others, ...contradictions].filter((words) => !told.has(words)),
    `${formatCount(changed, "row")} of the tables ${changed === 1 ? "is" : "are"} not as published.`,
  ].join(" ");
}
