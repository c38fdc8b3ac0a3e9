import { formatDay } from "../words/days.ts";
import { formatEnd, formatFull } from "../words/numbers.ts";
import type { Metric } from "../ledger/tables.ts";
import { estimatesOn } from "../published/lookup.ts";
import type { PublishedEstimate } from "../published/tables.ts";
import type { Model } from "./model.ts";
import { UnknownReference } from "./publication-types.ts";
import { formatRanges, outerEnds } from "./ranges.ts";
import {
  PARTS,
  type Reference,
  type Show,
  type Value,
  noPart,
  partOf,
  showWith,
} from "./reference.ts";

/** What is published of the question that a reference asks. */
function found(
  reference: Reference,
  metric: Metric,
  { published }: Model,
): readonly PublishedEstimate[] {
  if (reference.day === null)
    throw new UnknownReference(
      `${metric.id}@YYYY-MM-DD`,
      `say for which day, for example {{${metric.id}@2024-10-03}}`,
    );
  return estimatesOn(published, {
    metric: metric.id,
    day: reference.day,
    collection: reference.collection,
    assume: reference.assume,
  });
}

export function estimateValue(reference: Reference, metric: Metric, model: Model): Value {
  const estimates = found(reference, metric, model);
  const shownWith = (show: Show): string | null =>
    reference.part === ""
      ? formatRanges(estimates, show)
      : partOf(outerEnds(estimates), reference.part, show);
  const text = shownWith(showWith(reference, formatEnd));
  if (text === null) throw noPart(reference, PARTS);
  const day = reference.day ?? "";
  const binding = new Set(
    estimates.flatMap(({ low_claims, high_claims }) => [...low_claims, ...high_claims]),
  );
  return {
    text,
    label: `${metric.label}, ${formatDay(day)}: the range that all claims together leave`,
    full: `${shownWith(formatFull) ?? ""} ${metric.unit}`,
    formula: [
      `npm run reconcile -- --metric ${metric.id} --as-of ${day}`,
      ...(reference.collection === "core" ? ["--collection core"] : []),
      ...(reference.assume === "stated" ? [] : [`--assume ${reference.assume}`]),
    ].join(" "),
    claims: [...binding].filter((id) => id.startsWith("c_")),
    assumptions: [...binding].filter((id) => id.startsWith("p_")),
  };
}
