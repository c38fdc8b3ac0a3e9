import type { Ledger } from "../../ledger/tables.ts";
import type { Collection } from "../collection.ts";
import { claimsUnder, termsOf } from "../derive.ts";
import { groupBy } from "../group-by.ts";
import type { PublishedBound, PublishedClaim } from "../published.ts";
import { rootsIn } from "../root.ts";
import type { PublishedStep } from "./rows.ts";

/** Claims that enter the estimate of a metric: its own, and those of its family that bound it; in the order of the claims. */
function enteringIn(
  claims: readonly PublishedClaim[],
  bounds: readonly PublishedBound[],
): (metric: string) => readonly PublishedClaim[] {
  const entering = claims.filter(({ unused }) => unused === null);
  const places = new Map(entering.map(({ claim }, place) => [claim, place]));
  const own = groupBy(entering, ({ metric }) => metric);
  const bounding = groupBy(bounds, ({ metric }) => metric);
  return (metric) => {
    const ids = new Set([
      ...(own.get(metric) ?? []).map(({ claim }) => claim),
      ...(bounding.get(metric) ?? []).flatMap((row) => row.claims),
    ]);
    return [...ids]
      .flatMap((id) => places.get(id) ?? [])
      .sort((a, b) => a - b)
      .flatMap((place) => entering[place] ?? []);
  };
}

const unique = <T>(items: readonly T[]): readonly T[] => [...new Set(items)];

/**
 * The way from documents to estimates: a document prints a claim, a claim goes back
 * to an origin, an origin rests on another or bounds the estimate.
 */
export function evidenceSteps(
  ledger: Ledger,
  collection: Collection,
  {
    claims,
    bounds,
  }: { readonly claims: readonly PublishedClaim[]; readonly bounds: readonly PublishedBound[] },
): readonly PublishedStep[] {
  const rootOf = rootsIn(ledger.origins);
  const enteringOf = enteringIn(claims, bounds);
  return unique(bounds.map(({ metric }) => metric)).flatMap((metric) => {
    const shared = { collection, metric };
    const entering = enteringOf(metric);
    const roots = unique(entering.map(({ origin }) => [origin, rootOf(origin)].join(" ")));
    return [
      ...entering.map(({ claim, source }): PublishedStep => ({
        ...shared,
        ...{ from: source, from_kind: "document", to: claim, to_kind: "claim", how: "prints" },
      })),
      ...entering.map(({ claim, origin }): PublishedStep => ({
        ...shared,
        ...{ from: claim, from_kind: "claim", to: origin, to_kind: "origin" },
        how: "goes back to",
      })),
      ...roots.flatMap((both): readonly PublishedStep[] => {
        const [origin = "", root = ""] = both.split(" ");
        return origin === root
          ? []
          : [
              {
                ...shared,
                ...{ from: origin, from_kind: "origin", to: root, to_kind: "origin" },
                how: "rests on",
              },
            ];
      }),
      ...unique(roots.map((both) => both.split(" ")[1] ?? "")).map((root): PublishedStep => ({
        ...shared,
        ...{ from: root, from_kind: "origin", to: metric, to_kind: "estimate", how: "bounds" },
      })),
    ];
  });
}

/** What each cross-check is computed with, and which claims it is held against. */
export function arithmeticSteps(ledger: Ledger, collection: Collection): readonly PublishedStep[] {
  const terms = termsOf(ledger);
  return ledger.crosschecks.flatMap(({ id, formula, against }) => {
    const shared = { collection, metric: "" };
    const used = claimsUnder(formula, terms);
    const facing = against ? claimsUnder(against, terms) : [];
    return [
      ...used.map((claim): PublishedStep => ({
        ...shared,
        ...{ from: claim, from_kind: "claim", to: id, to_kind: "arithmetic" },
        how: "is computed with",
      })),
      ...facing.map((claim): PublishedStep => ({
        ...shared,
        ...{ from: id, from_kind: "arithmetic", to: claim, to_kind: "claim" },
        how: "is held against",
      })),
    ];
  });
}
