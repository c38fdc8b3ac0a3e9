import type { Ledger } from "../../ledger/tables.ts";
import { FIRST_DAY } from "../bounds.ts";
import type { Collection } from "../collection.ts";
import { termsOf } from "../derive.ts";
import { groupBy } from "../group-by.ts";
import type { Published } from "../published.ts";
import { type Breakpoint, breakpointsOf } from "./breakpoints.ts";
import { type NamedDay, findingDays, lastEstimates } from "./finding-days.ts";
import { multiversesIn } from "./multiverse.ts";
import { publishArithmetic } from "./publish-arithmetic.ts";
import { type PublishedChoices, publishChoices } from "./publish-choices.ts";
import { publishFindings } from "./publish-findings.ts";
import { publishPairs } from "./publish-pairs.ts";
import { publishUnlisted } from "./publish-unlisted.ts";
import type {
  PublishedBreakpoint,
  PublishedSolidity,
  PublishedThreshold,
  PublishedUnlisted,
} from "./rows.ts";
import { arithmeticSteps, evidenceSteps } from "./steps.ts";
import { thresholdsOn } from "./thresholds.ts";
import { listedOf } from "./unlisted.ts";

/** What is published besides, and what this is computed from. */
export type Grounds = Pick<Published, "claims" | "estimates" | "bounds" | "crosschecks">;

function publishThresholds(
  collection: Collection,
  { estimates, bounds }: Grounds,
): {
  readonly thresholds: readonly PublishedThreshold[];
  readonly unlisted: readonly PublishedUnlisted[];
} {
  const own = groupBy(bounds, ({ metric }) => metric);
  const { rows: thresholds, unlisted } = listedOf(
    lastEstimates(estimates).map(({ metric, as_of, collection }) => {
      const found = thresholdsOn(own.get(metric) ?? [], as_of ?? FIRST_DAY);
      const rows = found.rows.map(
        ({ side, bound, supporting, opposing, silent }): PublishedThreshold => ({
          ...{ metric, as_of, collection },
          side: side === "low" ? "at least" : "at most",
          value: bound.value,
          inclusive: bound.inclusive,
          origins: supporting.length + opposing.length + silent.length,
          supporting: supporting.length,
          opposing: opposing.length,
          silent: silent.length,
          supporting_origins: supporting,
          opposing_origins: opposing,
        }),
      );
      return { about: metric, rows, computed: rows.length, of: found.of };
    }),
  );
  return { thresholds, unlisted: publishUnlisted("thresholds", collection, unlisted) };
}

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
  const ofDays = (isLast: boolean): PublishedChoices =>
    publishChoices(
      ask,
      days.filter(({ day_is }) => (day_is === "last day") === isLast).map((one) => one.estimate),
    );
  const [choices, others] = [ofDays(true), ofDays(false)];
  const arithmeticSwings = publishArithmetic(ledger, collection, {
    usable,
    published: crosschecks,
  });
  const { disagreements, pairs, ...paired } = publishPairs(ledger, collection, { usable, bounds });
  const { thresholds, ...further } = publishThresholds(collection, grounds);
  const unlisted = [...choices.unlisted, ...further.unlisted, ...paired.unlisted];
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
