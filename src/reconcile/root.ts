import type { Origin } from "../ledger/tables.ts";

/**
 * The act of estimation that an origin goes back to: its own base as long as it
 * has exactly one. A compilation of several bases stands for itself.
 *
 * @example rootOf("o_retold", origins) // => "o_first"
 */
export function rootOf(id: string, origins: ReadonlyMap<string, Origin>): string {
  const [base, ...more] = origins.get(id)?.based_on ?? [];
  return base === undefined || more.length > 0 ? id : rootOf(base, origins);
}
