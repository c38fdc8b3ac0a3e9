import { formatCount, formatDay, formatFull, formatList, formatRange } from "../charts/words.ts";
import type { Metric } from "../ledger/tables.ts";
import { type Estimate, estimate } from "../reconcile/estimate.ts";
import { type Bounding, type Fared, type Tested, fare } from "../reconcile/fared.ts";
import { endsOf } from "../reconcile/published.ts";
import type { PublishedUniverse } from "../reconcile/solidity/rows.ts";
import type { Model } from "./model.ts";
import { UnknownReference } from "./publication-types.ts";
import {
  PARTS,
  type Reference,
  type Show,
  type Value,
  noPart,
  partOf,
  showWith,
} from "./reference.ts";

const unitOf = (metric: Metric | undefined): string => (metric ? ` ${metric.unit}` : "");

type EstimatePart = (found: Estimate, show: Show, model: Model) => string;

const originLabels = (ids: readonly string[], { ledger }: Model): readonly string[] =>
  ids.map((id) => ledger.origins.find((row) => row.id === id)?.label ?? id);

const intervalPart =
  (part: string): EstimatePart =>
  ({ closure }, show) =>
    partOf(closure, part, show) ?? "not stated";

const isExcluding = ({ verdict }: Tested): boolean => verdict === "excludes";

const isLowering = ({ effect }: Bounding): boolean => effect !== "leaves";

/** A count of what was published after the day; see `fare`. */
const laterPart =
  (count: (fared: Fared) => number): EstimatePart =>
  ({ question }, _, { ledger }) =>
    formatFull(count(fare(ledger, question)));

/**
 * A count over the combinations of choices, which are published for the last day.
 *
 * @throws UnknownReference for any other day, and where not every combination is computed.
 */
const choicesPart =
  (count: (universes: readonly PublishedUniverse[]) => number): EstimatePart =>
  ({ question }, _, { published }) => {
    const { solidity } = published[question.collection];
    if (
      solidity.unlisted.some(
        ({ table, about }) => table === "multiverse" && about === question.metric,
      )
    )
      throw new UnknownReference(
        "an estimate of which every combination of choices is computed",
        "there are too many: see data/unlisted.csv, and say how many of them were computed",
      );
    const universes = solidity.universes.filter(
      ({ metric, as_of }) => metric === question.metric && as_of === question.asOf,
    );
    if (universes.length === 0)
      throw new UnknownReference(
        "a day from which an estimate holds, for which combinations are published",
        "see data/multiverse.csv for its day",
      );
    return formatFull(count(universes));
  };

const rangeOf = ({ low, high, ...ends }: PublishedUniverse): string =>
  [low, ends.low_inclusive, high, ends.high_inclusive].join(" ");

const ESTIMATE_PARTS: ReadonlyMap<string, EstimatePart> = new Map([
  ...PARTS.map((part) => [part, intervalPart(part)] as const),
  ["claims", ({ claims }) => formatCount(claims.length, "claim")],
  ["origins", ({ origins }) => formatCount(origins.length, "separate origin")],
  ["relaxed", ({ relaxed }, show) => formatRange(endsOf(relaxed.range), show)],
  ["hangs_on", ({ relaxed }, _, model) => formatList(originLabels(relaxed.hangsOn, model))],
  ["conflicts", ({ conflicts }) => formatCount(conflicts.length, "conflict")],
  ["later", laterPart(({ upTo }) => upTo.length)],
  ["later_excluding", laterPart(({ upTo }) => upTo.filter(isExcluding).length)],
  ["later_ceilings", laterPart(({ ceilings }) => ceilings.length)],
  ["later_lowering", laterPart(({ ceilings }) => ceilings.filter(isLowering).length)],
  ["later_floors", laterPart(({ floors }) => floors.length)],
  ["universes", choicesPart((universes) => universes.length)],
  ["ranges", choicesPart((universes) => new Set(universes.map(rangeOf)).size)],
  ["open_above", choicesPart((universes) => universes.filter(({ high }) => high === null).length)],
  ["clashing", choicesPart((universes) => universes.filter(({ gap }) => gap !== null).length)],
]);

const NAMED_PARTS: Readonly<Record<string, string>> = {
  claims: "claims that speak for the day",
  origins: "separate acts of estimation behind them",
  relaxed: "the range if any one origin may be wrong",
  hangs_on: "origins whose fall would widen the range",
  conflicts: "pairs of claims that cannot both be true",
  later: "statements published later about days up to then",
  later_excluding:
    "of these, statements that cannot be true together with the core range of their day",
  later_ceilings: "ceilings of later days published since, which bound the day too",
  later_lowering: "of these, ceilings below that of the core range",
  universes: "combinations of the choices that the range rests on",
  ranges: "distinct ranges to which the combinations of choices lead",
  open_above: "combinations of choices that leave no ceiling",
  clashing: "combinations of choices in which claims exclude each other",
  later_floors: "floors of later days published since, which say nothing about the day",
};

export function estimateValue(reference: Reference, metric: Metric, model: Model): Value {
  if (reference.day === null)
    throw new UnknownReference(
      `${metric.id}@YYYY-MM-DD`,
      `say for which day, for example {{${metric.id}@2024-10-03}}`,
    );
  const { ledger } = model;
  const found = estimate(ledger, {
    metric: metric.id,
    asOf: reference.day,
    collection: reference.collection,
    without: reference.without === null ? [] : [reference.without],
  });
  const part = ESTIMATE_PARTS.get(reference.part);
  if (!part) throw noPart(reference, [...ESTIMATE_PARTS.keys()]);
  const meant = NAMED_PARTS[reference.part] ?? "the range if every claim is right";
  const without =
    reference.without === null
      ? ""
      : `, leaving out ${originLabels([reference.without], model).join("")}`;
  return {
    text: part(found, showWith(reference, 2), model),
    label: `${metric.label}, ${formatDay(reference.day)}: ${meant}${without}`,
    full:
      reference.part in NAMED_PARTS && reference.part !== "relaxed"
        ? ""
        : `${part(found, formatFull, model)}${reference.part === "fold" ? " times" : unitOf(metric)}`,
    formula: `npm run reconcile -- --metric ${metric.id} --as-of ${reference.day}${
      reference.collection === "all" ? " --collection all" : ""
    }${reference.without === null ? "" : ` --without ${reference.without}`}`,
    claims: found.claims,
    assumptions: [],
  };
}
