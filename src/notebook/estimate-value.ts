import { formatDay } from "../words/days.ts";
import { formatCount, formatEnd, formatFull } from "../words/numbers.ts";
import { fromEnds } from "../arithmetic/interval.ts";
import type { Ends } from "../words/ranges.ts";
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

/** What prose can say of an estimate besides its range. */
const NAMED_PARTS: Readonly<Record<string, string>> = {
  claims: "claims that speak of it",
  origins: "separate acts of estimation behind them",
  institutions: "institutions at whose door these go",
  fewest_wrong: "the fewest reports that must be wrong",
  without: "the range without one origin",
};

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

/** The same without an origin; where it does not matter, as it is. */
function rangesOf(
  reference: Reference,
  estimates: readonly PublishedEstimate[],
  { published }: Model,
): readonly Ends[] {
  const [first] = estimates;
  if (reference.without === null || first === undefined) return estimates;
  const left = published.without.filter(
    (row) =>
      row.left_out === reference.without &&
      row.metric === first.metric &&
      row.collection === first.collection &&
      row.assume === first.assume &&
      row.from === first.from &&
      row.to === first.to,
  );
  return left.length === 0 ? estimates : left;
}

function textOf(
  part: string,
  estimates: readonly PublishedEstimate[],
  ranges: readonly Ends[],
  show: Show,
): string | null {
  const [first] = estimates;
  if (part === "claims") return formatCount(first?.claims ?? 0, "claim");
  if (part === "origins") return formatCount(first?.origins ?? 0, "separate origin");
  if (part === "institutions") return formatCount(first?.institutions ?? 0, "institution");
  if (part === "fewest_wrong")
    return first?.fewest_wrong === null ? "more than five" : show(first?.fewest_wrong ?? 0, "low");
  if (part === "" || part === "range") return formatRanges(ranges, show);
  return partOf(fromEnds(outerEnds(ranges)), part, show);
}

export function estimateValue(reference: Reference, metric: Metric, model: Model): Value {
  const estimates = found(reference, metric, model);
  const ranges = rangesOf(reference, estimates, model);
  const text = textOf(reference.part, estimates, ranges, showWith(reference, formatEnd));
  if (text === null) throw noPart(reference, [...PARTS, ...Object.keys(NAMED_PARTS)]);
  const meant = NAMED_PARTS[reference.part] ?? "the range that all claims together leave";
  const day = reference.day ?? "";
  return {
    text,
    label: `${metric.label}, ${formatDay(day)}: ${meant}${
      reference.without === null ? "" : `, without ${labelOf(reference.without, model)}`
    }`,
    full:
      reference.part in NAMED_PARTS
        ? ""
        : `${textOf(reference.part, estimates, ranges, formatFull) ?? ""}${reference.part === "fold" ? " times" : ` ${metric.unit}`}`,
    formula: [
      `npm run reconcile -- --metric ${metric.id} --as-of ${day}`,
      ...(reference.collection === "core" ? ["--collection core"] : []),
      ...(reference.assume === "stated" ? [] : [`--assume ${reference.assume}`]),
      ...(reference.without === null ? [] : [`--without ${reference.without}`]),
    ].join(" "),
    claims: [
      ...new Set(
        estimates.flatMap(({ low_claims, high_claims }) => [...low_claims, ...high_claims]),
      ),
    ].filter((id) => id.startsWith("c_")),
    assumptions: [
      ...new Set(
        estimates.flatMap(({ low_claims, high_claims }) => [...low_claims, ...high_claims]),
      ),
    ].filter((id) => id.startsWith("p_")),
  };
}

const labelOf = (origin: string, { ledger }: Model): string =>
  ledger.origins.find(({ id }) => id === origin)?.label ?? origin;
