import type { Origin } from "../ledger/tables.ts";

/**
 * Finds the act of estimation that an origin goes back to: its own base as long as
 * it has exactly one. A compilation of several bases stands for itself. A chain is
 * walked once, however many origins hang on it.
 */
export function rootsIn(origins: ReadonlyMap<string, Origin>): (id: string) => string {
  const known = new Map<string, string>();
  const baseOf = (id: string): string | undefined => {
    const bases = origins.get(id)?.based_on ?? [];
    return bases.length === 1 ? bases[0] : undefined;
  };
  return (id) => {
    if (baseOf(id) === undefined) return id;
    const path: string[] = [];
    let at = id;
    for (let base = baseOf(at); base !== undefined && !known.has(at); base = baseOf(at)) {
      path.push(at);
      at = base;
    }
    const root = known.get(at) ?? at;
    for (const passed of path) known.set(passed, root);
    return root;
  };
}

/**
 * The act of estimation that an origin goes back to: see {@link rootsIn}.
 *
 * @example rootOf("o_retold", origins) // => "o_first"
 */
export const rootOf = (id: string, origins: ReadonlyMap<string, Origin>): string =>
  rootsIn(origins)(id);
