import { parseFormula } from "../../ledger/formula.ts";
import type { Ledger } from "../../ledger/tables.ts";
import { PACKED_TABLES, type Packed, type WhatIfFacts } from "../../notebook/what-if/packed.ts";
import type { PublishedClaim } from "../../reconcile/published.ts";

/** What the page works on, as the model takes it. */
export interface Known {
  /** State of the data. */
  readonly version: string;
  /** The quantity that the page's finding is about, and its day. */
  readonly metric: string;
  readonly asOf: string;
  /** Cross-checks of which the sentences beside the finding are made. */
  readonly sums: readonly string[];
  readonly ledger: Ledger;
  readonly claims: readonly PublishedClaim[];
}

/** Columns that hold formulas: packed as their text. */
const FORMULAS = new Set(["formula", "derived_from", "against"]);

function valueOf(field: string, cell: unknown): unknown {
  if (!FORMULAS.has(field) || typeof cell !== "string") return cell;
  const parsed = parseFormula(cell);
  if ("expected" in parsed) throw new Error(`the page holds a formula that is none: ${cell}`);
  return parsed.formula;
}

const unpack = ({ fields, rows }: Packed): readonly object[] =>
  rows.map((row) =>
    Object.fromEntries(fields.map((field, at) => [field, valueOf(field, row[at])])),
  );

/**
 * The ledger and the claims from the facts of the page, which `whatIfBlock` wrote from a
 * checked ledger. Columns that no estimate depends on are not there.
 */
export function knownFrom(facts: unknown): Known {
  const { tables, claims, version, metric, asOf, sums } = facts as WhatIfFacts;
  const held = Object.fromEntries(PACKED_TABLES.map((name) => [name, unpack(tables[name])]));
  const none = { statements: [], propositions: [], dismissals: [], corrections: [] };
  return {
    ...{ version, metric, asOf, sums },
    ledger: { ...held, ...none, mutation_kinds: [], mutations: [] } as unknown as Ledger,
    claims: unpack(claims) as readonly PublishedClaim[],
  };
}
