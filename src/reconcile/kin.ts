import type { Metric } from "../ledger/tables.ts";

/** The metric itself, what it is part of, and its parts: their bounds bear on it. */
export interface Kin {
  readonly self: string;
  readonly wholes: ReadonlySet<string>;
  readonly parts: ReadonlySet<string>;
  /** Other parts of the same wholes: where one of them is all there is, the metric is 0. */
  readonly siblings: ReadonlySet<string>;
}

/** Everything that lies behind some ids, step by step, without themselves. */
function behind(
  first: readonly string[],
  step: (id: string) => readonly string[],
): ReadonlySet<string> {
  const found = new Set(first.flatMap(step));
  for (const id of found) for (const next of step(id)) found.add(next);
  return found;
}

/**
 * Finds the metrics whose bounds bear on a metric. A part's floor is a floor of
 * the whole, a whole's ceiling is a ceiling of the part. Each answer costs what
 * the metric's family is large, however many other metrics there are.
 *
 * @param metrics All metrics; circles in `part_of` are faults of the ledger and never get here.
 * @returns A function that throws RangeError when the metric is unknown.
 */
export function kinIn(metrics: readonly Metric[]): (metric: string) => Kin {
  const wholeOf = new Map(metrics.map(({ id, part_of }) => [id, part_of]));
  const partsOf = new Map<string, string[]>();
  for (const { id, part_of } of metrics) {
    if (part_of === null) continue;
    const parts = partsOf.get(part_of);
    if (parts) parts.push(id);
    else partsOf.set(part_of, [id]);
  }
  const up = (id: string): readonly string[] => [wholeOf.get(id) ?? []].flat();
  const down = (id: string): readonly string[] => partsOf.get(id) ?? [];
  return (metric) => {
    if (!wholeOf.has(metric)) throw new RangeError(`unknown metric ${metric}`);
    const [wholes, parts] = [behind([metric], up), behind([metric], down)];
    return {
      self: metric,
      wholes,
      parts,
      // found when asked for: only choices ask
      get siblings() {
        const family = [...behind([...wholes], down)];
        return new Set(family.filter((id) => id !== metric && !wholes.has(id) && !parts.has(id)));
      },
    };
  };
}

/** The kin of one metric: see {@link kinIn}. */
export const kinOf = (metric: string, metrics: readonly Metric[]): Kin => kinIn(metrics)(metric);
