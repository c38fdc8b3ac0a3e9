import type { Origin } from "../ledger/tables.ts";

/**
 * Finds the act of estimation that an origin goes back to: its own base as long as
 * it has exactly one. A compilation of several bases stands for itself. All chains are
 * walked at once, each link of them once: asking is one look, however often it is done.
 */
export function rootsIn(origins: Iterable<Origin>): (id: string) => string {
  const bases = new Map<string, string>();
  for (const { id, based_on } of origins) {
    const [base] = based_on;
    if (base !== undefined && based_on.length === 1) bases.set(id, base);
  }
  // most origins have no base, and are their own root without being listed
  const roots = new Map<string, string>();
  for (const id of bases.keys()) {
    const path: string[] = [];
    let at = id;
    for (let base = bases.get(at); base !== undefined; base = bases.get(at)) {
      const root = roots.get(at);
      if (root === undefined) path.push(at);
      at = root ?? base;
    }
    for (const passed of path) roots.set(passed, at);
  }
  return (id) => roots.get(id) ?? id;
}

/**
 * The act of estimation that an origin goes back to: see {@link rootsIn}.
 *
 * @example rootOf("o_retold", origins) // => "o_first"
 */
export const rootOf = (id: string, origins: ReadonlyMap<string, Origin>): string =>
  rootsIn(origins.values())(id);
