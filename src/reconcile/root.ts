import type { Origin } from "../ledger/tables.ts";

/**
 * Finds the act of estimation that an origin goes back to: its own base as long as
 * it has exactly one. A compilation of several bases stands for itself. A chain is
 * walked once, however many origins hang on it.
 */
export function rootsIn(origins: Iterable<Origin>): (id: string) => string {
  // most origins have no base, and are their own root without being looked up again
  const bases = new Map<string, string>();
  for (const { id, based_on } of origins) {
    const [base] = based_on;
    if (base !== undefined && based_on.length === 1) bases.set(id, base);
  }
  const known = new Map<string, string>();
  return (id) => {
    const found = known.get(id);
    if (found !== undefined) return found;
    let base = bases.get(id);
    if (base === undefined) return id;
    const path = [id];
    let at = id;
    for (; base !== undefined; base = bases.get(at)) {
      const root = known.get(base);
      at = root ?? base;
      if (root !== undefined) break;
      path.push(at);
    }
    for (const passed of path) known.set(passed, at);
    return at;
  };
}

/**
 * The act of estimation that an origin goes back to: see {@link rootsIn}.
 *
 * @example rootOf("o_retold", origins) // => "o_first"
 */
export const rootOf = (id: string, origins: ReadonlyMap<string, Origin>): string =>
  rootsIn(origins.values())(id);
