import { from, op } from "arquero";
import type { Collection } from "./collection.ts";
import type { PublishedClaim } from "./published.ts";

/** How much stands behind a metric: reports, separate origins, documents. */
export interface Support {
  readonly metric: string;
  readonly metric_label: string;
  readonly topic: string;
  /** Claims that may enter an estimate. */
  readonly claims: number;
  /** Acts of estimation that they go back to. */
  readonly origins: number;
  /** Documents that print them. */
  readonly documents: number;
  readonly collection: Collection;
}

/**
 * Counts claims, origins and documents of every metric that has a claim; claims
 * that may not enter an estimate are left out. In the order of the metrics' first claims.
 *
 * @param rootOf The act of estimation that an origin goes back to.
 */
export function supportOf(
  claims: readonly PublishedClaim[],
  collection: Collection,
  rootOf: (origin: string) => string,
): readonly Support[] {
  const usable = claims
    .filter(({ unused }) => unused === null)
    .map((claim) => ({ ...claim, root: rootOf(claim.origin) }));
  if (usable.length === 0) return [];
  const counts = from(usable)
    .groupby("metric", "metric_label", "topic")
    .rollup({
      claims: op.count(),
      origins: op.distinct("root"),
      documents: op.distinct("source"),
    })
    .objects() as Omit<Support, "collection">[];
  return counts.map((row) => ({ ...row, collection }));
}
