/** From claims to testimony: what one origin says of an amount up to one end, however often it is retold. */
import { not } from "arquero";
import type { EligibleClaim, Testimony } from "../amount/rows.ts";
import { testify } from "../amount/testify.ts";
import { type TableOf, aggregateOf, rowsAre, withRows } from "./verbs.ts";

const testimonyIn = aggregateOf("testimony_in", testify);

/** One testimony of each origin on each amount up to each end, under each combination of open readings. */
export const testimonyOf = (
  eligible: TableOf<EligibleClaim & { readonly reading: string }>,
): TableOf<Testimony> =>
  rowsAre<Testimony>(
    withRows(eligible, "claim")
      .groupby(
        ...(["reading", "series", "cell", "assume", "origin", "institution"] as const),
        ...(["until", "end_first", "end_last"] as const),
      )
      .rollup({ said: testimonyIn("claim") })
      .derive({
        claims: (d: { said: ReturnType<typeof testify> }) => d.said.claims,
        low: (d: { said: ReturnType<typeof testify> }) => d.said.low,
        high: (d: { said: ReturnType<typeof testify> }) => d.said.high,
        start_first: (d: { said: ReturnType<typeof testify> }) => d.said.start_first,
        start_last: (d: { said: ReturnType<typeof testify> }) => d.said.start_last,
      })
      .select(not("said")),
  );
