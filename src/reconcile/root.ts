import type { Origin } from "../ledger/tables.ts";

/**
 * Finds the act of estimation that an origin goes back to: its own base as long as
 * it has exactly one. A compilation of several bases stands for itself. A chain is
 * walked once, however many origins hang on it.
 */
export function rootsIn(origins: ReadonlyMap<string, Origin>): (id: string) => string {
  const known = new Map<string, string>();
  return (id) => {
    const path: string[] = [];
    let at = id;
    for (;;) {
      const [base, ...more] = origins.get(at)?.based_on ?? [];
      if (known.has(at) || base === undefined || more.length > 0) break;
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
