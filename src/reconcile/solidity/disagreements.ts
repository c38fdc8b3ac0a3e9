import type { Claim, Ledger } from "../../ledger/tables.ts";
import { alternativeOf } from "../choice.ts";
import { groupBy } from "../group-by.ts";
import { type Cause, canHoldIn, causesIn } from "./causes.ts";
import { type Pairs, pairsAcross, pairsOfOneOrigin, pairsWithin } from "./pairs.ts";
import {
  type Apart,
  type Stated,
  apart,
  foldOfBoth,
  likeness,
  statementsOf,
} from "./statements.ts";
import { type Listed, listedOf } from "./unlisted.ts";

/** Two statements of different origins about one quantity, set side by side. */
export interface Disagreement {
  readonly a: Stated;
  readonly b: Stated;
  /** By how much they lie apart, in the metric's unit; null where some number satisfies both. */
  readonly gap: number | null;
  /** The highest end by the lowest; null where an end is open. */
  readonly fold: number | null;
  /** 1 is the same range, 0 nothing in common; null where an end is open. */
  readonly jaccard: number | null;
  /** Which lies above the other, and why; null where some number satisfies both. */
  readonly apart: Judged | null;
}

/** Two statements whose numbers exclude each other, and why. */
export interface Judged extends Apart {
  readonly cause: Cause;
  /** Whether both can be true all the same, on their own days. */
  readonly canBothHold: boolean;
}

function judgeIn(ledger: Ledger): (pair: Apart) => Judged {
  const causeOf = causesIn(ledger);
  const canHoldOf = canHoldIn(ledger);
  return (pair) => {
    const canHold = canHoldOf(pair);
    return { ...pair, canBothHold: canHold, cause: causeOf(pair, canHold) };
  };
}

/** Looks at pairs of statements key by key, and tells of which keys not all were looked at. */
function lookAt<Row>(
  groups: ReadonlyMap<string, readonly Stated[]>,
  pairsOf: (statements: readonly Stated[]) => Pairs,
  rowsOf: (pairs: Pairs["pairs"]) => readonly Row[],
): Listed<Row> {
  return listedOf(
    [...groups].map(([about, statements]) => {
      const { pairs, of } = pairsOf(statements);
      return { about, rows: rowsOf(pairs), computed: pairs.length, of };
    }),
  );
}

/**
 * Sets every two statements of a metric that come from different origins side by side.
 *
 * @param usable Claims that may enter an estimate of their own metric.
 * @returns Pairs metric by metric, in the order of the claims; of a metric with very many
 *   only those in which a statement lies farthest from another.
 */
export function disagreementsOf(ledger: Ledger, usable: readonly Claim[]): Listed<Disagreement> {
  const judge = judgeIn(ledger);
  const groups = groupBy(statementsOf(usable), ({ metric }) => metric);
  return lookAt(groups, pairsWithin, (pairs) =>
    pairs.map(([a, b]): Disagreement => {
      const found = apart(a, b);
      return {
        a,
        b,
        gap: found?.gap ?? null,
        fold: foldOfBoth(a.interval, b.interval),
        jaccard: likeness(a.interval, b.interval),
        apart: found && judge(found),
      };
    }),
  );
}

/**
 * Finds pairs about two quantities of one subject, counted in one unit, whose numbers
 * exclude each other. Where both can be true they count different things.
 *
 * @param usable Claims that may enter an estimate of their own metric.
 */
export function apartAcross(ledger: Ledger, usable: readonly Claim[]): Listed<Judged> {
  const judge = judgeIn(ledger);
  const metrics = new Map(ledger.metrics.map((row) => [row.id, row]));
  const subject = ({ metric }: Stated): string => {
    const row = metrics.get(metric);
    return `${row?.topic ?? ""}, ${row?.unit ?? ""}`;
  };
  return lookAt(groupBy(statementsOf(usable), subject), pairsAcross, (pairs) =>
    pairs.flatMap(([a, b]) => apart(a, b) ?? []).map(judge),
  );
}

/**
 * Finds numbers of one origin about one quantity that could not both be true, had two
 * origins stated them. One never contradicts itself: it said the later word later, or
 * somebody reads it otherwise.
 *
 * @param usable Claims that may enter an estimate of their own metric.
 * @source docs/decisions/0006-one-origin-never-contradicts-itself.md
 */
export function apartWithinOrigins(ledger: Ledger, usable: readonly Claim[]): Listed<Judged> {
  const judge = judgeIn(ledger);
  const groups = groupBy(statementsOf(usable), ({ metric, origin }) => `${metric} of ${origin}`);
  return lookAt(groups, pairsOfOneOrigin, (pairs) =>
    pairs
      .flatMap(([a, b]) => apart(a, b) ?? [])
      .map(judge)
      .filter(({ canBothHold }) => !canBothHold),
  );
}

/**
 * Pairs that could not both be true, were it not that one is an option or a reading of
 * words that allow others: as long as these stand open, nothing is excluded.
 */
export function excludedByReading(
  pairs: readonly Judged[],
  isConflict: (pair: Judged) => boolean,
): readonly Judged[] {
  return pairs
    .filter(
      (pair) =>
        !pair.canBothHold &&
        [pair.floor, pair.ceiling].some(({ claims: [first] }) => alternativeOf(first) !== null) &&
        !isConflict(pair),
    )
    .map((pair): Judged => ({ ...pair, cause: "reading" }));
}
