import type { Ledger } from "../../ledger/tables.ts";
import { FIRST_DAY } from "../bounds.ts";
import type { Collection } from "../collection.ts";
import { termsOf } from "../derive.ts";
import type { Published } from "../published.ts";
import { type Breakpoint, breakpointsOf } from "./breakpoints.ts";
import { lastEstimates, publishChoices } from "./publish-choices.ts";
import { publishFindings } from "./publish-findings.ts";
import { publishPairs } from "./publish-pairs.ts";
import type { PublishedBreakpoint, PublishedSolidity, PublishedThreshold } from "./rows.ts";
import { arithmeticSteps, evidenceSteps } from "./steps.ts";
import { thresholdsOn } from "./thresholds.ts";

/** What is published besides, and what this is computed from. */
export type Grounds = Pick<Published, "claims" | "estimates" | "bounds" | "crosschecks">;

function publishThresholds({ estimates, bounds }: Grounds): readonly PublishedThreshold[] {
  return lastEstimates(estimates).flatMap(({ metric, as_of, collection }) => {
    const own = bounds.filter((row) => row.metric === metric);
    return thresholdsOn(own, as_of ?? FIRST_DAY).map(
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
  });
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
 */
export function publishSolidity(
  ledger: Ledger,
  collection: Collection,
  grounds: Grounds,
): PublishedSolidity {
  const { claims, estimates, bounds, crosschecks } = grounds;
  const enters = new Set(claims.flatMap(({ claim, unused }) => (unused === null ? [claim] : [])));
  const usable = ledger.claims.filter(({ id }) => enters.has(id));
  const { universes, swings } = publishChoices(ledger, estimates);
  const { disagreements, pairs } = publishPairs(ledger, collection, { usable, bounds });
  return {
    universes,
    swings,
    thresholds: publishThresholds(grounds),
    disagreements,
    pairs,
    breakpoints: publishBreakpoints(ledger, grounds),
    findings: publishFindings(ledger, {
      collection,
      estimates,
      crosschecks,
      universes,
      swings,
      pairs,
    }),
    steps: [
      ...evidenceSteps(ledger, collection, { claims, bounds }),
      ...arithmeticSteps(ledger, collection),
    ],
  };
}
