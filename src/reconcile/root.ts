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
    const found = known.get(id);
    if (found !== undefined) return found;
    const path = [id];
    let at = id;
    for (let base = baseOf(at); base !== undefined; base = baseOf(at)) {
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
  rootsIn(origins)(id);
