import type { Claim, Ledger } from "../../ledger/tables.ts";
import { alternativeOf } from "../choice.ts";
import type { Collection } from "../collection.ts";
import type { PublishedBound } from "../published.ts";
import { type Cause, causesIn } from "./causes.ts";
import { type Clash, clashesIn } from "./clashes.ts";
import {
  type Disagreement,
  type Judged,
  apartAcross,
  apartWithinOrigins,
  disagreementsOf,
  excludedByReading,
} from "./disagreements.ts";
import { publishUnlisted } from "./publish-unlisted.ts";
import type { PublishedDisagreement, PublishedPair, PublishedUnlisted } from "./rows.ts";
import { type Stated, statementsOf } from "./statements.ts";
import { type Converted, convertedPairs } from "./units.ts";

const idsOf = ({ claims }: Stated): readonly string[] => claims.map(({ id }) => id);

const publishDisagreement = (
  { a, b, gap, fold, jaccard, apart }: Disagreement,
  collection: Collection,
): PublishedDisagreement => ({
  metric: a.metric,
  collection,
  a_claims: idsOf(a),
  a_origin: a.origin,
  a_low: a.interval.low?.value ?? null,
  a_high: a.interval.high?.value ?? null,
  b_claims: idsOf(b),
  b_origin: b.origin,
  b_low: b.interval.low?.value ?? null,
  b_high: b.interval.high?.value ?? null,
  gap,
  fold,
  jaccard,
  can_both_hold: apart === null || apart.canBothHold,
  cause: apart?.cause ?? null,
});

/** What the claims of both sides count, in words: quantity, scope, window, reading or option. */
function definitionsIn(ledger: Ledger): (sides: readonly (readonly Claim[])[]) => string {
  const labels = new Map(ledger.metrics.map(({ id, label }) => [id, label]));
  const readings = new Map(ledger.assumptions.map(({ id, label }) => [id, label]));
  const optionOf = (claim: Claim): string | null => {
    const option = alternativeOf(claim)?.option;
    const reading = option === undefined ? undefined : readings.get(option);
    if (reading !== undefined) return `read as “${reading}”`;
    // an option of a mix is said by its scope
    return option === undefined || claim.scope !== null ? null : `if ${option}`;
  };
  const words = (claims: readonly Claim[]): string => {
    const stated = (part: (claim: Claim) => string | null): readonly string[] => [
      ...new Set(claims.flatMap((claim) => part(claim) ?? [])),
    ];
    return [
      ...stated(({ metric }) => labels.get(metric) ?? metric),
      ...stated(({ scope }) => scope),
      ...stated(({ counted_from }) => counted_from).map((day) => `counted from ${day}`),
      ...stated(optionOf),
    ].join(", ");
  };
  return (sides) => [...new Set(sides.map(words))].join(" against ");
}

/** Two statements as a row has them. */
type Told = Omit<Converted, "converted" | "period"> &
  Partial<Pick<Converted, "period">> & { readonly converted: string | null };

/** Whether two statements are among those that clash: some claim of each on either side. */
function isConflictIn(clashes: readonly Clash[]): (pair: Judged) => boolean {
  const clashing = new Set(
    clashes.flatMap(({ floor, ceiling }) =>
      floor.claims.flatMap((low) => ceiling.claims.map((high) => `${low} ${high}`)),
    ),
  );
  return ({ floor, ceiling }) =>
    idsOf(floor).some((low) => idsOf(ceiling).some((high) => clashing.has(`${low} ${high}`)));
}

/** Pairs that cannot both be true, and pairs that only seem so, with all other disagreements. */
export function publishPairs(
  ledger: Ledger,
  collection: Collection,
  {
    usable,
    bounds,
  }: { readonly usable: readonly Claim[]; readonly bounds: readonly PublishedBound[] },
): {
  readonly disagreements: readonly PublishedDisagreement[];
  readonly pairs: readonly PublishedPair[];
  readonly unlisted: readonly PublishedUnlisted[];
} {
  const disagreements = disagreementsOf(ledger, usable);
  const clashes = clashesIn(bounds);
  const across = apartAcross(ledger, usable);
  const withinOrigins = apartWithinOrigins(ledger, usable);
  const byId = new Map(ledger.claims.map((claim) => [claim.id, claim]));
  const definitions = definitionsIn(ledger);
  const causeOf = causesIn(ledger);
  const claimsOf = (ids: readonly string[]): readonly Claim[] =>
    ids.flatMap((id) => byId.get(id) ?? []);
  const causeOfClash = (low: readonly Claim[], high: readonly Claim[], gap: number): Cause => {
    const [floor] = statementsOf(low);
    const [ceiling] = statementsOf(high);
    return floor && ceiling ? causeOf({ floor, ceiling, gap }, false) : "dispute";
  };
  const units = new Map(ledger.metrics.map(({ id, unit }) => [id, unit]));
  const unitOf = (metric: string): string => units.get(metric) ?? "";
  const ofStatements = ({ floor, ceiling, low, high, ...row }: Told): PublishedPair => ({
    kind: row.kind,
    collection,
    low_metric: floor.metric,
    low_claims: idsOf(floor),
    low_origin: floor.origin,
    floor: low.value,
    floor_inclusive: low.inclusive,
    high_metric: ceiling.metric,
    high_claims: idsOf(ceiling),
    high_origin: ceiling.origin,
    ceiling: high.value,
    ceiling_inclusive: high.inclusive,
    gap: low.value - high.value,
    unit: row.unit,
    converted: row.converted,
    fold: high.value > 0 ? low.value / high.value : null,
    cause: row.cause,
    from: row.period?.[0] ?? null,
    to: row.period?.[1] ?? null,
    definitions: definitions([floor.claims, ceiling.claims]),
  });
  const conflicts = clashes.rows.map(({ floor, ceiling, gap, from, to }): PublishedPair => {
    const [low, high] = [claimsOf(floor.claims), claimsOf(ceiling.claims)];
    return {
      kind: "conflict",
      collection,
      low_metric: low[0]?.metric ?? floor.metric,
      low_claims: floor.claims,
      low_origin: floor.origin,
      floor: floor.value,
      floor_inclusive: floor.inclusive,
      high_metric: high[0]?.metric ?? ceiling.metric,
      high_claims: ceiling.claims,
      high_origin: ceiling.origin,
      ceiling: ceiling.value,
      ceiling_inclusive: ceiling.inclusive,
      gap,
      unit: unitOf(low[0]?.metric ?? floor.metric),
      converted: null,
      fold: ceiling.value > 0 ? floor.value / ceiling.value : null,
      cause: causeOfClash(low, high, gap),
      from,
      to,
      definitions: definitions([low, high]),
    };
  });
  const judged = [...disagreements.rows.flatMap(({ apart }) => apart ?? []), ...across.rows];
  const isConflict = isConflictIn(clashes.rows);
  const seeming = [
    ...judged.filter(({ canBothHold }) => canBothHold),
    ...withinOrigins.rows.filter((pair) => !isConflict(pair)),
    ...excludedByReading(judged, isConflict),
  ].flatMap(({ floor, ceiling, cause }: Judged): readonly PublishedPair[] => {
    const [low, high] = [floor.interval.low, ceiling.interval.high];
    if (!low || !high) return [];
    const unit = unitOf(floor.metric);
    return [
      ofStatements({ kind: "seeming", floor, ceiling, low, high, cause, unit, converted: null }),
    ];
  });
  const converted = convertedPairs(ledger, usable);
  return {
    disagreements: disagreements.rows.map((one) => publishDisagreement(one, collection)),
    pairs: [
      ...conflicts,
      ...converted.rows.filter(({ kind }) => kind === "conflict").map(ofStatements),
      ...seeming,
      ...converted.rows.filter(({ kind }) => kind === "seeming").map(ofStatements),
    ],
    unlisted: [
      ...publishUnlisted("disagreements", collection, disagreements.unlisted),
      ...publishUnlisted("conflict_pairs, conflict", collection, clashes.unlisted),
      // pairs about one quantity that only seem to conflict are found among the disagreements
      ...publishUnlisted("conflict_pairs, seeming", collection, [
        ...disagreements.unlisted,
        ...across.unlisted,
        ...withinOrigins.unlisted,
      ]),
      ...publishUnlisted("conflict_pairs, converted", collection, converted.unlisted),
    ],
  };
}
