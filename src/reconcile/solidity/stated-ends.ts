import type { Claim } from "../../ledger/tables.ts";
import { intervalOf } from "../statement.ts";
import type { Dial } from "../dials.ts";

/** A number that some documents allow, and the claims that state it; none where it is ours. */
export interface StatedEnd {
  readonly value: number;
  readonly claims: readonly string[];
}

/** The lowest and the highest number that the documents allow for a number of ours. */
export interface StatedEnds {
  readonly low: StatedEnd;
  readonly high: StatedEnd;
}

/**
 * How far a number can be moved within what the documents give: by the range that the
 * ledger has for it, and by every end that a claim about the same quantity states, of
 * whatever day and scope.
 *
 * @param claims Claims about the number's quantity that count.
 * @returns null where all of it is one value: then nothing in the documents moves it.
 */
export function statedEndsOf(
  { low, high, claims: own }: Dial,
  claims: readonly Claim[],
): StatedEnds | null {
  const stated = [
    ...[low, high].flatMap((value) => (value === null ? [] : [{ value, claims: own }])),
    ...claims.flatMap((claim): readonly StatedEnd[] => {
      const ends = intervalOf(claim);
      return [ends.low, ends.high].flatMap((end) =>
        end ? [{ value: end.value, claims: [claim.id] }] : [],
      );
    }),
  ];
  const values = stated.map(({ value }) => value);
  const endAt = (value: number): StatedEnd => ({
    value,
    claims: [
      ...new Set(stated.filter((one) => one.value === value).flatMap((one) => one.claims)),
    ].sort(),
  });
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return least < most ? { low: endAt(least), high: endAt(most) } : null;
}
