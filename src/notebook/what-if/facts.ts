import { amountOf } from "../../ledger/amount-of.ts";
import { keepCollection } from "../../ledger/collections.ts";
import { type Formula, idsOf } from "../../ledger/formula.ts";
import type { Crosscheck, Ledger } from "../../ledger/tables.ts";
import { evidenceOf } from "../../sensitivity/evidence.ts";
import { familiesIn } from "../../sensitivity/questions.ts";
import { formatPrinted } from "../../words/numbers.ts";
import { formatStated } from "../blocks/parts.ts";
import { type Asked } from "../blocks/question.ts";
import { speakerOf } from "../blocks/speakers.ts";
import type { Model } from "../model.ts";
import type { Choice, Evidence, Known } from "./known.ts";

/** Beyond it a number is a slip or an attack. */
const MOST = 999_999_999_999;

/** The readings of a ledger that exclude each other, each with what is published. */
function choicesIn(ids: readonly string[], { assumptions, metrics }: Ledger): readonly Choice[] {
  const rows = new Map(assumptions.map((row) => [row.id, row]));
  const labels = new Map(metrics.map(({ id, label }) => [id, label]));
  return ids.map((id) => {
    const options = id.split("|").flatMap((one) => rows.get(one) ?? []);
    const on = options.filter((row) => row.default !== "off");
    const [first] = on;
    return {
      id,
      label: labels.get(first?.metric ?? "") ?? "",
      options: options.map((row) => ({ id: row.id, label: row.label })),
      published: on.length === 1 ? (first?.id ?? id) : id,
    };
  });
}

const withChoices = (ledger: Ledger): Evidence => {
  const { choices, ...evidence } = evidenceOf(ledger);
  return { ...evidence, choices: choicesIn(choices, ledger) };
};

const textOf = <Row extends { readonly derived_from: Formula | null }>(row: Row) => ({
  ...row,
  derived_from: row.derived_from?.text ?? null,
});

/** Claims and assumptions that formulas name, step by step. */
function underSums(sums: readonly Crosscheck[], { claims, assumptions }: Ledger) {
  const rows = new Map([...claims, ...assumptions].map((row) => [row.id, row.derived_from]));
  const named = new Set(sums.flatMap(({ formula }) => idsOf(formula.term)));
  for (const id of named) {
    const formula = assumptions.some((row) => row.id === id) ? rows.get(id) : null;
    if (formula) for (const below of idsOf(formula.term)) named.add(below);
  }
  return {
    claims: claims.filter(({ id }) => named.has(id)),
    assumptions: assumptions.filter(({ id }) => named.has(id)),
  };
}

/**
 * What the page needs to answer any setting by itself: claims that bind, and the names of all who
 * are told.
 *
 * @param sums Cross-checks whose numbers a reader may set.
 */
export function whatIfFacts(
  { ledger, published }: Model,
  { metric, day, collection, assume }: Asked,
  sums: readonly Crosscheck[],
): Known {
  const evidence = { core: withChoices(keepCollection(ledger, "core")), all: withChoices(ledger) };
  const familyOf = familiesIn(ledger);
  const asked = new Set(evidence.all.eligible.map((claim) => claim.metric));
  const units = new Map(ledger.metrics.map(({ id, unit }) => [id, unit]));
  const { claims, assumptions } = underSums(sums, ledger);
  const told = new Set(evidence.all.eligible.map(({ claim }) => claim));
  return {
    published: { metric, day, collection, assume, without: [], readings: {}, numbers: {} },
    quantities: ledger.metrics
      .filter(({ id }) => asked.has(id))
      .map((row) => {
        const series = amountOf(row);
        const { parts, wholes } = familyOf(series);
        const { id, label, unit, measure } = row;
        return { ...{ id, label, unit, measure, series }, parts: [...parts], wholes: [...wholes] };
      }),
    evidence,
    said: Object.fromEntries(
      published.claims
        .filter(({ claim }) => told.has(claim))
        .map((row) => [
          row.claim,
          { speaker: speakerOf(row), says: `${formatStated(row, formatPrinted)} ${row.unit}` },
        ]),
    ),
    names: Object.fromEntries([
      ...ledger.claimants.map(({ id, name }) => [id, name] as const),
      ...ledger.assumptions.map(({ id, label }) => [id, `the assumption “${label}”`] as const),
    ]),
    sums: sums.map(({ id, label, unit, formula }) => ({ id, label, unit, formula: formula.text })),
    parameters: assumptions.map(({ id, label, metric: of }) => {
      const unit = units.get(of ?? "") ?? "";
      return { id, label, unit, most: unit === "percent" ? 100 : MOST };
    }),
    claims: claims.map(textOf),
    assumptions: assumptions.map(textOf),
  };
}
