import type { Crosscheck, Ledger } from "../../ledger/tables.ts";
import { alternativeOf } from "../choice.ts";
import { idsIn } from "../collection.ts";
import { byId } from "../group-by.ts";
import { reached } from "../reached.ts";
import { basesIn } from "./family.ts";

/** The part of a ledger that its cross-checks can depend on. */
export interface ArithmeticPart {
  readonly ledger: Ledger;
  /**
   * Claims and assumptions under a cross-check and under what it is held against, step
   * by step, and the readings that these claims are.
   */
  readonly under: ReadonlyMap<string, ReadonlySet<string>>;
}

const namedBy = ({ formula, against }: Crosscheck): readonly string[] => [
  ...idsIn(formula.term),
  ...(against ? idsIn(against.term) : []),
];

/** Cuts a ledger down to its cross-checks and the claims that these are computed from. */
export function arithmeticPartOf(ledger: Ledger): ArithmeticPart {
  const basesOf = basesIn(ledger);
  const claims = byId(ledger.claims);
  const readingOf = (id: string): readonly string[] => {
    const claim = claims.get(id);
    return claim ? [alternativeOf(claim)?.option ?? []].flat() : [];
  };
  const under = new Map(
    ledger.crosschecks.map((row) => {
      const ids = [...reached(namedBy(row), basesOf)];
      return [row.id, new Set([...ids, ...ids.flatMap(readingOf)])] as const;
    }),
  );
  const used = new Set([...under.values()].flatMap((ids) => [...ids]));
  return {
    ledger: { ...ledger, claims: ledger.claims.filter(({ id }) => used.has(id)) },
    under,
  };
}
