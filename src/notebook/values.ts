import {
  formatCount,
  formatDay,
  formatFull,
  formatList,
  formatNumber,
  formatRange,
  formatWord,
} from "../charts/words.ts";
import { type Term } from "../ledger/formula.ts";
import type { Claim, Metric } from "../ledger/tables.ts";
import { evaluate, valueOf } from "../reconcile/derive.ts";
import { type Estimate, estimate } from "../reconcile/estimate.ts";
import { type Interval, foldOf } from "../reconcile/interval.ts";
import { endsOf } from "../reconcile/published.ts";
import type { Collection } from "../reconcile/select.ts";
import type { Model } from "./model.ts";
import { UnknownReference } from "./publication-types.ts";

/** A value that prose may refer to, with the way back to what it rests on. */
export interface Value {
  /** As prose shows it. */
  readonly text: string;
  /** What the value is, in a sentence without its number. */
  readonly label: string;
  /** In full, with its unit. */
  readonly full: string;
  /** How it was computed, null for what a document states. */
  readonly formula: string | null;
  readonly claims: readonly string[];
  readonly assumptions: readonly string[];
}

type Show = (value: number) => string;

interface Reference {
  readonly text: string;
  readonly id: string;
  /** What of the thing is meant: "low", "claims", … */
  readonly part: string;
  readonly day: string | null;
  readonly collection: Collection;
  /** An origin left out. */
  readonly without: string | null;
  readonly digits: number | "full" | "word" | "Word" | null;
}

// {{m_shells_delivered@2024-10-03+all-o_bennett.low|3}}: id, day, collection, origin left out, part, digits
const FORM =
  /^([a-z]+(?:_[a-z0-9_]+)?)(?:@(\d{4}-\d{2}-\d{2}))?(\+all)?(?:-(o_[a-z0-9_]+))?(?:\.([a-z_]+))?(?:\|(\d|full|word|Word))?$/u;

function parseReference(text: string): Reference | null {
  const match = FORM.exec(text);
  if (!match) return null;
  const [, id = "", day = null, all, without = null, part = "", digits] = match;
  return {
    text,
    id,
    part,
    day,
    without,
    collection: all === undefined ? "core" : "all",
    digits:
      digits === "full" || digits === "word" || digits === "Word"
        ? digits
        : digits === undefined
          ? null
          : Number(digits),
  };
}

function showWith({ digits }: Reference, usual: number): Show {
  if (digits === "full") return formatFull;
  if (digits === "word") return formatWord;
  if (digits === "Word") return (value) => capitalised(formatWord(value));
  return (value) => formatNumber(value, digits ?? usual);
}

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

const noPart = (reference: Reference, parts: readonly string[]): UnknownReference =>
  new UnknownReference(
    `one of ${parts.map((part) => (part === "" ? reference.id : `.${part}`)).join(", ")}`,
    `correct what stands behind the point in {{${reference.text}}}`,
  );

/** A part of an interval in words; null when the interval has no such part. */
function partOf(value: Interval, part: string, show: Show): string | null {
  if (part === "" || part === "range") return formatRange(endsOf(value), show);
  const end = part === "low" ? value.low : part === "high" ? value.high : undefined;
  if (end !== undefined) return end === null ? "not stated" : show(end.value);
  if (part !== "fold") return null;
  const fold = foldOf(value);
  return fold === null ? "not stated" : formatNumber(fold, 3);
}

const PARTS = ["", "range", "low", "high", "fold"] as const;

/** A document's own digits are shown as they are: rounding is for what is computed. */
const AS_PRINTED = 12;

const unitOf = (metric: Metric | undefined): string => (metric ? ` ${metric.unit}` : "");

function claimValue(reference: Reference, claim: Claim, model: Model): Value {
  const row = model.published.claims.find((one) => one.claim === claim.id);
  const metric = model.ledger.metrics.find(({ id }) => id === claim.metric);
  const { value } = valueOf(claim.id, model.terms);
  const number = showWith(reference, AS_PRINTED);
  const show: Show = metric?.kind === "ratio" ? (x) => `${number(x)} to 1` : number;
  const text = partOf(value, reference.part, show);
  if (text === null) throw noPart(reference, PARTS);
  const about = claim.bound === "about" && reference.part === "" ? "about " : "";
  return {
    text: about + text,
    label: `${row?.metric_label ?? claim.metric}, according to ${row?.claimant_name ?? claim.origin}`,
    full: about + formatRange(endsOf(value), formatFull) + unitOf(metric),
    formula: claim.derived_from?.text ?? null,
    claims: [claim.id],
    assumptions: [],
  };
}

function termValue(
  reference: Reference,
  term: { readonly label: string; readonly unit: string; readonly formula: string | null },
  model: Model,
): Value {
  const derived = valueOf(reference.id, model.terms);
  const text = partOf(derived.value, reference.part, showWith(reference, 2));
  if (text === null) throw noPart(reference, PARTS);
  return {
    text,
    label: term.label,
    full: `${formatRange(endsOf(derived.value), formatFull)} ${term.unit}`,
    formula: term.formula,
    claims: derived.claims,
    assumptions: derived.assumptions,
  };
}

type EstimatePart = (found: Estimate, show: Show, model: Model) => string;

const originLabels = (ids: readonly string[], { ledger }: Model): readonly string[] =>
  ids.map((id) => ledger.origins.find((row) => row.id === id)?.label ?? id);

const intervalPart =
  (part: string): EstimatePart =>
  ({ closure }, show) =>
    partOf(closure, part, show) ?? "not stated";

const ESTIMATE_PARTS: ReadonlyMap<string, EstimatePart> = new Map([
  ...PARTS.map((part) => [part, intervalPart(part)] as const),
  ["claims", ({ claims }) => formatCount(claims.length, "claim")],
  ["origins", ({ origins }) => formatCount(origins.length, "independent origin")],
  ["relaxed", ({ relaxed }, show) => formatRange(endsOf(relaxed.range), show)],
  ["hangs_on", ({ relaxed }, _, model) => formatList(originLabels(relaxed.hangsOn, model))],
  ["conflicts", ({ conflicts }) => formatCount(conflicts.length, "conflict")],
]);

const NAMED_PARTS: Readonly<Record<string, string>> = {
  claims: "claims that speak for the day",
  origins: "independent acts of estimation behind them",
  relaxed: "the range if any one origin may be wrong",
  hangs_on: "origins whose fall would widen the range",
  conflicts: "pairs of claims that cannot both be true",
};

function estimateValue(reference: Reference, metric: Metric, model: Model): Value {
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

const COUNTED: Readonly<Record<string, (model: Model) => readonly [number, string]>> = {
  core: ({ ledger }) => [
    ledger.sources.filter(({ collection }) => collection === "core").length,
    "core documents",
  ],
  sources: ({ ledger }) => [ledger.sources.length, "documents in the ledger"],
  claims: ({ ledger }) => [ledger.claims.length, "claims in the ledger"],
  origins: ({ ledger }) => [ledger.origins.length, "acts of estimation in the ledger"],
  claimants: ({ ledger }) => [ledger.claimants.length, "speakers in the ledger"],
  dismissals: ({ ledger }) => [ledger.dismissals.length, "figures seen and set aside"],
  figures: ({ ledger }) => [
    ledger.claims.length + ledger.dismissals.length,
    "figures seen in the documents, claimed or set aside",
  ],
  statements: ({ ledger }) => [ledger.statements.length, "statements without a number"],
  propositions: ({ ledger }) => [ledger.propositions.length, "propositions compared"],
  assumptions: ({ ledger }) => [ledger.assumptions.length, "assumptions in the ledger"],
  crosschecks: ({ ledger }) => [ledger.crosschecks.length, "cross-checks computed"],
  conflicts: ({ published }) => [
    published.conflicts.length,
    "pairs of claims that cannot both be true",
  ],
};

function countValue(reference: Reference, model: Model): Value {
  const counted = COUNTED[reference.part]?.(model);
  if (!counted) throw noPart(reference, Object.keys(COUNTED));
  const [count, label] = counted;
  const formula = "rows of the published tables";
  return {
    text: showWith(reference, AS_PRINTED)(count),
    label,
    full: "",
    formula,
    claims: [],
    assumptions: [],
  };
}

function dataValue(reference: Reference, model: Model): Value {
  const days = model.ledger.sources.flatMap(({ published_on }) => published_on ?? []);
  const plain = { full: "", claims: [], assumptions: [] };
  if (reference.part === "version")
    return {
      ...plain,
      text: model.version,
      label: "State of all tables, from the hashes of their bytes",
      formula: "sha256 over the hashes listed on the page Reproduce",
    };
  if (reference.part === "latest")
    return {
      ...plain,
      text: formatDay([...days].sort().at(-1) ?? ""),
      label: "Latest day of publication among the documents",
      formula: null,
    };
  throw noPart(reference, ["version", "latest"]);
}

/** Terms of a formula with their numbers put in, for readers: "3,000,000 / 6,700". */
export function formulaInNumbers(term: Term, model: Model): string {
  if (term.kind === "number") return formatFull(term.value);
  if (term.kind === "id") {
    const { value } = evaluate({ text: term.id, term }, model.terms);
    const shown = formatRange(endsOf(value), formatFull);
    return shown.includes(" ") ? `(${shown})` : shown;
  }
  const sign = { "+": "+", "-": "−", "*": "×", "/": "÷" }[term.operator];
  const side = (inner: Term): string =>
    inner.kind === "operation"
      ? `(${formulaInNumbers(inner, model)})`
      : formulaInNumbers(inner, model);
  return `${side(term.left)} ${sign} ${side(term.right)}`;
}

/**
 * Resolves what stands between the braces of `{{…}}` in a page.
 *
 * - `c_…` a claim, `p_…` an assumption, `x_…` a cross-check: as a range in words;
 *   `.low`, `.high`, `.fold` name a part, `|3` the significant digits,
 *   `|full` all of them, `|word` or `|Word` a small number in letters.
 * - `m_…@2024-10-03` the estimate of a metric on a day; also `.claims`, `.origins`,
 *   `.relaxed`, `.hangs_on`; `+all` takes the further reports in, `-o_…` leaves an origin out.
 * - `count.claims` and the like count rows; `data.version` names the state of the tables.
 *
 * @throws UnknownReference when it leads nowhere.
 */
export function valueAt(text: string, model: Model): Value {
  const reference = parseReference(text);
  if (!reference)
    throw new UnknownReference(
      "an id of a claim, assumption, cross-check or metric, with an optional part and digits",
      "write it like {{c_000_containers}} or {{m_shells_delivered@2024-10-03.low}}",
    );
  const { ledger } = model;
  const { id } = reference;
  if (id === "count") return countValue(reference, model);
  if (id === "data") return dataValue(reference, model);
  if (reference.without !== null && !ledger.origins.some((row) => row.id === reference.without))
    throw new UnknownReference(
      "an id from data/origins.csv",
      "correct the origin that is left out",
    );
  const claim = ledger.claims.find((row) => row.id === id);
  if (claim) return claimValue(reference, claim, model);
  const metric = ledger.metrics.find((row) => row.id === id);
  if (metric) return estimateValue(reference, metric, model);
  const check = ledger.crosschecks.find((row) => row.id === id);
  if (check) return termValue(reference, { ...check, formula: check.formula.text }, model);
  const assumption = ledger.assumptions.find((row) => row.id === id);
  if (assumption) {
    const unit = ledger.metrics.find((row) => row.id === assumption.metric)?.unit ?? "";
    const formula = assumption.derived_from?.text ?? null;
    return termValue(reference, { label: assumption.label, unit, formula }, model);
  }
  throw new UnknownReference(
    "the id of a claim (c_), assumption (p_), cross-check (x_) or metric (m_)",
    `correct ${id}, or add its row to data/ first`,
  );
}

/** Where a value's derivation stands on the page of values. */
export function anchorOf(reference: string): string {
  return `v-${reference.replaceAll(/[^A-Za-z0-9_.-]/gu, "-")}`;
}
