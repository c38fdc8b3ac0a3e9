import type { Ends } from "../reconcile/published.ts";
import { capitalise, formatDay, formatRange, isConflict } from "./words.ts";

/** What a finding is about. */
export interface Found {
  readonly unit: string;
  /** ISO date of the day that is asked about. */
  readonly asOf: string;
  /** null where nothing that counts speaks for the day. */
  readonly range: Ends | null;
}

/**
 * A range as the sentence that states it.
 *
 * @example findingOf({ unit: "rounds", asOf: "2024-10-03", range: null }) // => "Not stated: no report that counts says anything of rounds by 3 October 2024."
 */
export function findingOf({ unit, asOf, range }: Found): string {
  const by = `by ${formatDay(asOf)}`;
  if (range === null || (range.low === null && range.high === null))
    return `Not stated: no report that counts says anything of ${unit} ${by}.`;
  const words = capitalise(formatRange(range));
  return isConflict(range)
    ? `${words} (${unit}, ${by}).`
    : `${words} ${unit} ${by}, if every report that counts is right.`;
}
