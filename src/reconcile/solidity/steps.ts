import type { Ledger } from "../../ledger/tables.ts";
import type { Collection } from "../collection.ts";
import { claimsUnder, termsOf } from "../derive.ts";
import type { PublishedBound, PublishedClaim } from "../published.ts";
import { rootOf } from "../root.ts";
import type { PublishedStep } from "./rows.ts";

/** Claims that enter the estimate of a metric: its own, and those of its family that bound it. */
function claimsOf(
  metric: string,
  claims: readonly PublishedClaim[],
  bounds: readonly PublishedBound[],
): readonly PublishedClaim[] {
  const bounding = new Set(bounds.flatMap((row) => (row.metric === metric ? row.claims : [])));
  return claims.filter(
    (row) => row.unused === null && (row.metric === metric || bounding.has(row.claim)),
  );
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
  const origins = new Map(ledger.origins.map((row) => [row.id, row]));
  return unique(bounds.map(({ metric }) => metric)).flatMap((metric) => {
    const shared = { collection, metric };
    const entering = claimsOf(metric, claims, bounds);
    const roots = unique(entering.map(({ origin }) => [origin, rootOf(origin, origins)].join(" ")));
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
