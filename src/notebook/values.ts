import { formatFull, formatNumber, formatPrinted } from "../words/numbers.ts";
import { formatRange } from "../words/ranges.ts";
import { type Term } from "../ledger/formula.ts";
import type { Claim, Metric } from "../ledger/tables.ts";
import { evaluate, valueOf } from "../arithmetic/evaluate.ts";
import { endsOf } from "../arithmetic/interval.ts";
import { countValue, dataValue } from "./counts.ts";
import { estimateValue } from "./estimate-value.ts";
import type { Model } from "./model.ts";
import { UnknownReference } from "./publication-types.ts";
import {
  PARTS,
  type Reference,
  type Show,
  type Value,
  noPart,
  parseReference,
  partOf,
  showWith,
} from "./reference.ts";

const unitOf = (metric: Metric | undefined): string => (metric ? ` ${metric.unit}` : "");

/** Prose must not go on saying what rests on a claim that no longer counts. */
function refuseFallen(reference: Reference, claims: readonly string[], model: Model): void {
  for (const id of claims) {
    const claim = model.terms.claims.get(id);
    const reason = claim ? model.standing(claim) : null;
    if (reason !== null)
      throw new UnknownReference(
        `a value that stands; ${id} does not count (${reason})`,
        `rewrite the sentence without {{${reference.text}}}, or mend the row`,
      );
  }
}

function claimValue(reference: Reference, claim: Claim, model: Model): Value {
  refuseFallen(reference, [claim.id], model);
  const row = model.published.claims.find((one) => one.claim === claim.id);
  const metric = model.ledger.metrics.find(({ id }) => id === claim.metric);
  const { value } = valueOf(claim.id, model.terms);
  const number = showWith(reference, formatPrinted);
  const show: Show = metric?.measure === "ratio" ? (x) => `${number(x, "low")} to 1` : number;
  const text = partOf(endsOf(value), reference.part, show);
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
  refuseFallen(reference, derived.claims, model);
  const text = partOf(endsOf(derived.value), reference.part, showWith(reference, formatNumber));
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
 *   `.low`, `.high` name an end, `|full` means all digits, `|word` or `|Word` a small number in
 *   letters.
 * - `m_…@2024-10-03` the estimate of a metric on a day; `+core` from the core alone, `+spans` and
 *   the like under a set of assumptions.
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
