import { group } from "d3-array";
import {
  type Bound,
  type Interval,
  hull,
  intersect,
  isEmpty,
  unbounded,
} from "../arithmetic/interval.ts";
import { BEGINNING } from "./periods.ts";
import type { Constraint, EligibleClaim, Testimony } from "./rows.ts";

/** What all of some retellings allow, or, where they exclude each other, the whole stretch between them. */
function common(said: readonly Interval[]): Interval {
  const all = said.reduce(intersect, unbounded);
  return isEmpty(all) ? said.reduce(hull) : all;
}

/** What a mix of kinds satisfies: the hull of what is said of each, if each is known. */
function mixed(claims: readonly EligibleClaim[]): Interval {
  const kinds = [...group(claims, ({ option }) => option).values()];
  return kinds.length < 2 || kinds.length < (claims[0]?.kinds ?? 0)
    ? unbounded
    : kinds.map((kind) => common(kind.map(({ says }) => says))).reduce(hull);
}

type Said = Pick<Testimony, "claims" | "low" | "high" | "start_first" | "start_last">;

/**
 * Makes one testimony of all that retells it.
 *
 * Where a document has the origin's own words, these speak and the retellings do not. Else the
 * retellings are intersected, or where nothing is left, their hull is taken. Where they differ in
 * when the count began, the begin is known roughly; who names none is no witness of one.
 *
 * @param claims Of one origin, one amount and one end; at least one.
 */
export function testify(claims: readonly EligibleClaim[]): Said {
  const own = claims.filter(({ primary }) => primary);
  const speaking = own.length > 0 ? own : claims;
  const plain = speaking.filter(({ mix }) => mix === null).map(({ says }) => says);
  const mixes = [...group(speaking, ({ mix }) => mix)].flatMap(([mix, rows]) =>
    mix === null ? [] : [mixed(rows)],
  );
  const { low, high } = common([...plain, ...mixes]);
  const begun = speaking.flatMap(({ start }) => (start === BEGINNING ? [] : [start])).sort();
  return {
    claims: [...new Set(speaking.map(({ claim }) => claim))].sort(),
    low,
    high,
    start_first: begun[0] ?? BEGINNING,
    start_last: begun.at(-1) ?? BEGINNING,
  };
}

/**
 * What one testimony bounds.
 *
 * Where days are known roughly, a floor holds for the widest reading of its period, and a ceiling
 * for the narrowest, if that is a period at all.
 */
export function boundsOf(testimony: Testimony): readonly Constraint[] {
  const { reading, series, cell, assume, claims, origin, institution, low, high } = testimony;
  const { start_first, start_last, end_first, end_last } = testimony;
  const common = { reading, series, cell, assume, claims, origin, institution };
  const bound = (side: Constraint["side"], end: Bound | null, period: readonly [string, string]) =>
    end === null || period[0] >= period[1]
      ? []
      : [
          {
            ...{ ...common, side, start: period[0], end: period[1] },
            ...{ value: end.value, inclusive: end.inclusive, binds: end.claims },
          },
        ];
  return [
    ...bound("floor", low, [start_first, end_last]),
    ...bound("ceiling", high, [start_last, end_first]),
  ];
}
