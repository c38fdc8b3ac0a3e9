import type { Ledger } from "../../ledger/tables.ts";
import type { Collection } from "../collection.ts";
import { termsOf } from "../derive.ts";
import { groupBy } from "../group-by.ts";
import { DAYS } from "../limits.ts";
import type { Published, PublishedEstimate } from "../published.ts";
import { type Breakpoint, breakpointsOf } from "./breakpoints.ts";
import { type NamedDay, findingDays } from "./finding-days.ts";
import { multiversesIn } from "./multiverse.ts";
import { publishArithmetic } from "./publish-arithmetic.ts";
import { publishChoices } from "./publish-choices.ts";
import { publishFindings } from "./publish-findings.ts";
import { publishPairs } from "./publish-pairs.ts";
import { publishThresholds } from "./publish-thresholds.ts";
import { publishUnlisted } from "./publish-unlisted.ts";
import type { PublishedBreakpoint, PublishedSolidity } from "./rows.ts";
import { arithmeticSteps, evidenceSteps } from "./steps.ts";
import { type Listed, listedOf } from "./unlisted.ts";

/** What is published besides, and what this is computed from. */
export type Grounds = Pick<Published, "claims" | "estimates" | "bounds" | "crosschecks">;

function publishBreakpoints(ledger: Ledger, grounds: Grounds): readonly PublishedBreakpoint[] {
  const terms = termsOf(ledger);
  const metrics = new Map(ledger.metrics.map((row) => [row.id, row]));
  const collections = new Map(grounds.crosschecks.map((row) => [row.crosscheck, row.collection]));
  const inputOf = ({ input }: Breakpoint) => {
    const claim = terms.claims.get(input);
    const assumption = terms.assumptions.get(input);
    const metric = metrics.get(claim?.metric ?? assumption?.metric ?? "");
    return {
      input_label: assumption?.label ?? metric?.label ?? input,
      input_unit: metric?.unit ?? "",
    };
  };
  return ledger.crosschecks.flatMap((row) =>
    breakpointsOf(row, terms).map((found): PublishedBreakpoint => ({
      crosscheck: row.id,
      crosscheck_label: row.label,
      collection: collections.get(row.id) ?? "core",
      input: found.input,
      ...inputOf(found),
      end: found.end,
      now: found.now,
      at: found.at,
      below: found.below,
      above: found.above,
    })),
  );
}

/** The estimates of which all choices are published: of every day, or of the last where there are too many. */
const listedDays = (estimates: readonly PublishedEstimate[]): Listed<PublishedEstimate> =>
  listedOf(
    [...groupBy(estimates, ({ metric }) => metric)].map(([about, all]) => {
      const rows = all.length > DAYS ? all.slice(-1) : all;
      return { about, rows, computed: rows.length, of: all.length };
    }),
  );

/**
 * Computes what published findings hang on: origins, choices, conflicts.
 *
 * @param ledger The part of the ledger that the collection speaks from.
 * @param grounds What is published of it.
 * @param named Days other than the last of which pages tell the range.
 */
export function publishSolidity(
  ledger: Ledger,
  collection: Collection,
  grounds: Grounds,
  named: readonly NamedDay[],
): PublishedSolidity {
  const { claims, estimates, bounds, crosschecks } = grounds;
  const enters = new Set(claims.flatMap(({ claim, unused }) => (unused === null ? [claim] : [])));
  const usable = ledger.claims.filter(({ id }) => enters.has(id));
  const ask = multiversesIn(ledger);
  const days = findingDays(estimates, named);
  const listed = listedDays(estimates);
  const ranked = new Set(days.map(({ estimate }) => estimate));
  const isListed = new Set(listed.rows);
  const choices = publishChoices(ask, listed.rows);
  // where there are many days, those that are ranked and not listed
  const others = publishChoices(
    ask,
    estimates.filter((row) => ranked.has(row) && !isListed.has(row)),
  );
  const arithmeticSwings = publishArithmetic(ledger, collection, {
    usable,
    published: crosschecks,
  });
  const { disagreements, pairs, ...paired } = publishPairs(ledger, collection, { usable, bounds });
  const { thresholds, ...further } = publishThresholds(collection, bounds, listed.rows);
  const unlisted = [
    ...publishUnlisted("without, multiverse, tornado, thresholds", collection, listed.unlisted),
    ...choices.unlisted,
    ...further.unlisted,
    ...paired.unlisted,
  ];
  return {
    universes: choices.universes,
    swings: choices.swings,
    arithmeticSwings,
    thresholds,
    disagreements,
    pairs,
    breakpoints: publishBreakpoints(ledger, grounds),
    findings: publishFindings(ledger, {
      collection,
      days,
      crosschecks,
      universes: [...choices.universes, ...others.universes],
      swings: [...choices.swings, ...others.swings],
      arithmeticSwings,
      pairs,
      unlisted,
    }),
    steps: [
      ...evidenceSteps(ledger, collection, { claims, bounds }),
      ...arithmeticSteps(ledger, collection),
    ],
    unlisted,
  };
}
