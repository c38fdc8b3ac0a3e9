import { group } from "d3-array";
import type { Published } from "../reconcile/published.ts";
import type { PublishedStep } from "../reconcile/solidity/rows.ts";
import type { ChartColumn } from "./chart.ts";
import { speakerOf } from "./mark-row.ts";
import { formatNumber, formatRange } from "./words.ts";

/** Where a node of a derivation stands: evidence runs from documents to the estimate. */
export type Layer = "document" | "claim" | "origin" | "estimate" | "arithmetic";

/** One step of a derivation, with what readers see at both of its ends. */
export interface StepRow {
  readonly from: string;
  readonly from_layer: Layer;
  readonly from_label: string;
  readonly how: string;
  readonly to: string;
  readonly to_layer: Layer;
  readonly to_label: string;
  /** Evidence is drawn solid, arithmetic dashed. */
  readonly drawn: "solid" | "dashed";
  /** Claims at either end, separated by |. */
  readonly claims: string;
}

export const STEP_COLUMNS: readonly ChartColumn<StepRow>[] = [
  { field: "from_layer", label: "From" },
  { field: "from_label", label: "Which" },
  { field: "how", label: "Step" },
  { field: "to_layer", label: "To" },
  { field: "to_label", label: "Which" },
  { field: "drawn", label: "Drawn" },
  { field: "claims", label: "Claims" },
];

const formatPrinted = (value: number): string => formatNumber(value, 4);

/** What a piece of arithmetic supposes, as its label ends: several may come to the same number. */
const givenIn = (label: string): string => /, [^,]+$/u.exec(label)?.[0] ?? "";

const inWords = (unit: string): string => unit.replace("/", " per ");

/** What stands at a node, by its id. */
function labelsIn(
  published: Published,
  { metrics, crosschecks: asked = [] }: Traced,
): ReadonlyMap<string, string> {
  const { claims, crosschecks, estimates } = published;
  const units = new Map(claims.map(({ metric, unit }) => [metric, unit]));
  return new Map([
    ...claims.map(({ source, source_title }) => [source, source_title] as const),
    ...claims.map((row) => {
      const about = row.bound === "about" ? "about " : "";
      const of = metrics.length > 1 ? ` · ${row.metric_label}` : "";
      const figure = `${about}${formatRange(row, formatPrinted)} ${inWords(row.unit)}`;
      return [row.claim, figure + of] as const;
    }),
    // the name that tables have, without its day: a capital would be a second name
    ...claims.map(
      ({ origin, origin_label }) =>
        [origin, speakerOf({ party: "other", origin: origin_label })] as const,
    ),
    ...crosschecks.map((row) => {
      const result = `computed: ${formatRange(row)} ${inWords(row.unit)}`;
      const isAsked = asked.includes(row.crosscheck);
      const words = isAsked ? ` · ${row.label}` : givenIn(row.label);
      return [row.crosscheck, `${result}${words}`] as const;
    }),
    // the last day of each metric stands
    ...estimates.map(
      (row) =>
        [
          row.metric,
          `${formatRange(row, formatPrinted)} ${inWords(units.get(row.metric) ?? "")}`,
        ] as const,
    ),
  ]);
}

/** What a derivation leads to. */
export interface Traced {
  /** Estimates, the main one first. */
  readonly metrics: readonly [string, ...string[]];
  /** Computations that are drawn besides those that are held against a claim of an estimate. */
  readonly crosschecks?: readonly string[];
}

/**
 * Arithmetic that is held against a claim of the estimates, as it confirms or strains them,
 * and such as is asked for; neither adds an origin.
 */
function arithmeticAbout(
  evidence: readonly PublishedStep[],
  steps: readonly PublishedStep[],
  asked: readonly string[],
): readonly PublishedStep[] {
  const claims = new Set(
    evidence.flatMap(({ from, from_kind }) => (from_kind === "claim" ? [from] : [])),
  );
  const held = steps.flatMap(({ from, to, how }) =>
    how === "is held against" && claims.has(to) ? [from] : [],
  );
  const checks = new Set([...held, ...asked]);
  return steps.filter(
    ({ from, to, metric }) => metric === "" && (checks.has(from) || checks.has(to)),
  );
}

/** Documents and origins of claims that only arithmetic uses. */
function besideOf(
  arithmetic: readonly PublishedStep[],
  evidence: readonly PublishedStep[],
  steps: readonly PublishedStep[],
): readonly PublishedStep[] {
  const known = new Set(evidence.flatMap(({ from, to }) => [from, to]));
  const others = new Set(
    arithmetic.flatMap(({ from, to }) => [from, to]).filter((id) => !known.has(id)),
  );
  const beside = steps.filter(
    ({ from, to, how }) =>
      (how === "prints" && others.has(to)) || (how === "goes back to" && others.has(from)),
  );
  return [...new Map(beside.map((step) => [`${step.from} ${step.to}`, step])).values()];
}

/** All steps that lead to some estimates, then the arithmetic about them. */
export function stepRows(published: Published, traced: Traced): readonly StepRow[] {
  const { metrics, crosschecks = [] } = traced;
  const { steps } = published.solidity;
  const labels = labelsIn(published, traced);
  const evidence = metrics.flatMap((metric) => steps.filter((step) => step.metric === metric));
  const arithmetic = arithmeticAbout(evidence, steps, crosschecks);
  const label = (id: string): string => labels.get(id) ?? id;
  return [...evidence, ...besideOf(arithmetic, evidence, steps), ...arithmetic].map(
    ({ from, from_kind, how, to, to_kind }): StepRow => ({
      from,
      from_layer: from_kind,
      from_label: label(from),
      how,
      to,
      to_layer: to_kind,
      to_label: label(to),
      drawn: from_kind === "arithmetic" || to_kind === "arithmetic" ? "dashed" : "solid",
      claims: [...(from_kind === "claim" ? [from] : []), ...(to_kind === "claim" ? [to] : [])].join(
        "|",
      ),
    }),
  );
}

const isArithmetic = ({ drawn }: StepRow): boolean => drawn === "dashed";

/** The claim and the computation at the ends of a step of arithmetic. */
export const endsOfStep = ({ from, from_layer, to }: StepRow) =>
  from_layer === "arithmetic" ? { claim: to, computed: from } : { claim: from, computed: to };

/**
 * Steps of arithmetic that share a line, by what they lead to and how: all claims that a
 * computation is made with, or all that it is held against; in the order of the computations.
 */
export function lanesIn(rows: readonly StepRow[]): ReadonlyMap<string, readonly StepRow[]> {
  return group(rows.filter(isArithmetic), (row) => `${endsOfStep(row).computed} ${row.how}`);
}
