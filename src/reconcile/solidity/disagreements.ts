import type { Claim, Ledger } from "../../ledger/tables.ts";
import { group } from "d3-array";
import { type Cause, causesIn, canBothHold } from "./causes.ts";
import {
  type Apart,
  type Stated,
  apart,
  foldOfBoth,
  likeness,
  statementsOf,
} from "./statements.ts";

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

const pairsOf = (statements: readonly Stated[]): readonly (readonly [Stated, Stated])[] =>
  statements.flatMap((a, at) => statements.slice(at + 1).map((b) => [a, b] as const));

function judgeIn(ledger: Ledger): (pair: Apart) => Judged {
  const causeOf = causesIn(ledger);
  return (pair) => {
    const canHold = canBothHold(ledger, pair);
    return { ...pair, canBothHold: canHold, cause: causeOf(pair, canHold) };
  };
}

/**
 * Sets every two statements of a metric that come from different origins side by side.
 *
 * @param usable Claims that may enter an estimate of their own metric.
 * @returns Pairs metric by metric, in the order of the claims.
 */
export function disagreementsOf(ledger: Ledger, usable: readonly Claim[]): readonly Disagreement[] {
  const judge = judgeIn(ledger);
  return [...group(statementsOf(usable), ({ metric }) => metric).values()].flatMap((statements) =>
    pairsOf(statements)
      .filter(([a, b]) => a.origin !== b.origin)
      .map(([a, b]): Disagreement => {
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
 * exclude each other, while both can be true: they count different things.
 *
 * @param usable Claims that may enter an estimate of their own metric.
 */
export function seemingAcross(ledger: Ledger, usable: readonly Claim[]): readonly Judged[] {
  const judge = judgeIn(ledger);
  const metrics = new Map(ledger.metrics.map((row) => [row.id, row]));
  const subject = ({ metric }: Stated): string => {
    const row = metrics.get(metric);
    return `${row?.topic ?? ""} ${row?.unit ?? ""}`;
  };
  return [...group(statementsOf(usable), subject).values()].flatMap((statements) =>
    pairsOf(statements)
      .filter(([a, b]) => a.origin !== b.origin && a.metric !== b.metric)
      .flatMap(([a, b]) => apart(a, b) ?? [])
      .map(judge)
      .filter((pair) => pair.canBothHold),
  );
}
