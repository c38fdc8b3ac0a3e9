import type { AssumptionSet } from "../ledger/sets.ts";
import type { Published, PublishedEstimate } from "./tables.ts";

/** What is asked of the published estimates. */
export interface Question {
  readonly metric: string;
  /** The day up to which a total is asked, or which the period of a rate has to hold. */
  readonly day: string;
  readonly collection: PublishedEstimate["collection"];
  readonly assume: AssumptionSet;
}

const lengthOf = ({ from, to }: PublishedEstimate): number =>
  Date.parse(to) - Date.parse(from ?? to);

/**
 * The published ranges that answer a question: of a total those of the last day up to the one
 * asked on which it turns; of anything else those of the shortest stated period that holds the day.
 *
 * @returns Several where claims contradict each other, each with the repairs that leave it; none
 *   where nothing is stated of the day.
 */
export function estimatesOn(
  { estimates }: Pick<Published, "estimates">,
  { metric, day, collection, assume }: Question,
): readonly PublishedEstimate[] {
  const own = estimates.filter(
    (row) => row.metric === metric && row.collection === collection && row.assume === assume,
  );
  const totals = own.filter(({ from }) => from === null);
  if (totals.length > 0) {
    const upTo = totals.map(({ to }) => to).filter((to) => to <= day);
    const last = upTo.sort().at(-1);
    return totals.filter(({ to }) => to === last);
  }
  const holding = own.filter(({ from, to }) => from !== null && from <= day && day <= to);
  const [shortest] = holding.toSorted((a, b) => lengthOf(a) - lengthOf(b));
  return holding.filter(({ from, to }) => from === shortest?.from && to === shortest.to);
}
