/** How much a range hangs on one origin, or on one institution: what is left without it. */
import type { Ask } from "../amount/answers.ts";
import { type RangeWithout, rangesWithoutOne } from "../amount/without.ts";
import type { Solved } from "./estimates.ts";
import { type TableOf, functionsOf, spreadOut } from "./verbs.ts";

/** A range without one of those who matter to it. */
export type Without = RangeWithout &
  Pick<Ask, "series" | "metric" | "from" | "to"> &
  Pick<Solved, "assume">;

const fn = functionsOf({ rangesWithoutOne });

/** What is left of every estimate without each origin and without each institution that matters to it. */
export const withoutOf = (systems: TableOf<Solved>, asks: TableOf<Ask>): TableOf<Without> =>
  spreadOut<Without>(
    systems
      .join(asks, [["series", "cell"]])
      .derive({
        without: (d: Solved & Ask) =>
          fn.rangesWithoutOne(d.system, { measure: d.measure, from: d.from, to: d.to }),
      })
      .unroll("without"),
    "without",
    [
      ...(["series", "metric", "from", "to", "assume", "whose", "left_out"] as const),
      ...(["low", "low_inclusive", "high", "high_inclusive"] as const),
    ],
  );
