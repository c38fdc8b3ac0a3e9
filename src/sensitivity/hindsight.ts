import { ascending } from "d3-array";
import type { EligibleClaim } from "../amount/rows.ts";
import type { Ledger } from "../ledger/tables.ts";
import type { PublishedHindsight } from "../published/tables.ts";
import type { Ask } from "../amount/answers.ts";
import type { Reconciled } from "../reconcile/reconcile.ts";
import { rowsOf } from "../reconcile/verbs.ts";
import {
  amountsAsked,
  asPublished,
  bearingOn,
  familiesIn,
  isSameOutcome,
  leadingAsks,
  outcomeOf,
  solveFor,
} from "./questions.ts";

/** The days on which documents came out that bear on an amount, each once. */
const publicationDays = (claims: readonly EligibleClaim[]): readonly string[] =>
  [...new Set(claims.flatMap(({ known_on }) => known_on ?? []))].sort(ascending);

/**
 * What the answer to each leading question was, by date of publication: a row for each day on
 * which it changed.
 *
 * A document of a month counts from the end of the month, an undated one never. Totals are answered
 * under each set of assumptions, periods by what is stated.
 */
export function hindsightOf(
  ledger: Ledger,
  { eligible, asks }: Pick<Reconciled, "eligible" | "asks">,
): readonly PublishedHindsight[] {
  const familyOf = familiesIn(ledger);
  const bearing = bearingOn(rowsOf(eligible), familyOf);
  const setting = asPublished(ledger);
  const changesOf = (asked: readonly Ask[]): readonly PublishedHindsight[] => {
    const [first] = asked;
    if (first === undefined) return [];
    const claims = bearing(first);
    const changes = new Map<string, PublishedHindsight[]>();
    for (const known_on of publicationDays(claims)) {
      const known = claims.filter((one) => one.known_on !== null && one.known_on <= known_on);
      for (const [assume, system] of solveFor(first, known, familyOf, setting))
        for (const [at, ask] of asked.entries()) {
          if (assume !== "stated" && ask.from !== null) continue;
          const rows = changes.get(`${assume} ${at}`) ?? [];
          changes.set(`${assume} ${at}`, rows);
          const { series, metric, from, to } = ask;
          const { low, low_inclusive, high, high_inclusive, ...outcome } = outcomeOf(system, ask);
          const row = {
            ...{ series, metric, from, to, assume, known_on },
            ...{ low, low_inclusive, high, high_inclusive },
            fewest_wrong: outcome.fewest_wrong,
            low_claims: outcome.low_claims,
            high_claims: outcome.high_claims,
          };
          const before = rows.at(-1);
          const isNews = before ? !isSame(before, row) : row.low !== null || row.high !== null;
          if (isNews) rows.push(row);
        }
    }
    return [...changes.values()].flat();
  };
  return amountsAsked(leadingAsks({ asks, eligible })).flatMap(changesOf);
}

const isSame = (a: PublishedHindsight, b: PublishedHindsight): boolean =>
  isSameOutcome({ ...a, repairs: [] }, { ...b, repairs: [] });
