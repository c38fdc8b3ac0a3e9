import type { Draft } from "../draft.ts";
import { type Formula, idsOf } from "../formula.ts";
import type { TableName } from "../tables.ts";

/** One formula of the tables and where it stands. */
export interface Derivation {
  readonly id: string;
  readonly table: TableName;
  readonly row: object;
  readonly field: string;
  readonly formula: Formula;
}

/** Every formula of the tables, in file order. */
export function findDerivations({ tables }: Draft): readonly Derivation[] {
  const derivations: Derivation[] = [];
  const add = (
    table: TableName,
    row: { readonly id: string },
    field: string,
    formula: Formula | null,
  ) => {
    if (formula) derivations.push({ id: row.id, table, row, field, formula });
  };
  for (const row of tables.claims.rows) add("claims", row, "derived_from", row.derived_from);
  for (const row of tables.assumptions.rows)
    add("assumptions", row, "derived_from", row.derived_from);
  for (const row of tables.crosschecks.rows) {
    add("crosschecks", row, "formula", row.formula);
    add("crosschecks", row, "against", row.against);
  }
  return derivations;
}

/** The ids that each derived id needs. */
export function needsOf(
  derivations: readonly Derivation[],
): ReadonlyMap<string, readonly string[]> {
  const needs = new Map<string, readonly string[]>();
  for (const { id, formula } of derivations)
    needs.set(id, [...(needs.get(id) ?? []), ...idsOf(formula.term)]);
  return needs;
}

/** The table whose ids start as this one does, among those that a formula may use. */
export function tableOf(id: string): "claims" | "assumptions" | "crosschecks" | null {
  if (id.startsWith("c_")) return "claims";
  if (id.startsWith("p_")) return "assumptions";
  return id.startsWith("x_") ? "crosschecks" : null;
}
