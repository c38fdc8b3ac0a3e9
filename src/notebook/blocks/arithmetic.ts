import { formatFull } from "../../words/numbers.ts";
import { formatRange } from "../../words/ranges.ts";
import type { PublishedCrosscheck } from "../../published/tables.ts";
import { type Html, html } from "../html.ts";
import type { Model } from "../model.ts";
import { UnknownReference } from "../publication-types.ts";
import { formulaInNumbers } from "../values.ts";
import { longTable } from "./fold.ts";
import { wideTable, withDays } from "./parts.ts";
import { speakerLinks } from "./speakers.ts";

type Verdict = PublishedCrosscheck["verdict"];

const VERDICT: Readonly<Record<Verdict, string>> = {
  finding: "held against nothing: the number itself is the finding",
  holds: "both can be true",
  strained: "both can be true within the tolerance",
  fails: "they cannot both be true",
  "not comparable": "not comparable",
  "rests on a claim that does not count": "rests on a claim that does not count",
};

function againstOf(row: PublishedCrosscheck): string {
  if (row.against === null) return "nothing: the number itself is the finding";
  const range = formatRange({ low: row.against_low, high: row.against_high }, formatFull);
  const tolerance =
    row.tolerance === null ? "" : `; tolerance ${formatFull(100 * row.tolerance)} percent`;
  const verdict = VERDICT[row.verdict];
  return row.verdict === "not comparable"
    ? `${range}: ${verdict}, as ${withDays(row.why)}`
    : `${range}: ${verdict}${tolerance}`;
}

/** What to look at first: what fails, and last that of which nothing follows. */
const WEIGHT: readonly Verdict[] = [
  "fails",
  "strained",
  "holds",
  "finding",
  "not comparable",
  "rests on a claim that does not count",
];

/** By verdict, and of one verdict those of the core first. */
const order = ({ collection, verdict }: PublishedCrosscheck): number =>
  2 * WEIGHT.indexOf(verdict) + (collection === "core" ? 0 : 1);

/** How many cross-checks have each verdict. */
function countedByVerdict(rows: readonly PublishedCrosscheck[]): Html {
  const count = (verdict: Verdict): number => rows.filter((row) => row.verdict === verdict).length;
  const told = WEIGHT.filter((verdict) => count(verdict) > 0);
  return html`<ul>
    ${told.map((verdict) => html`<li>${VERDICT[verdict]}: ${formatFull(count(verdict))}</li>`)}
  </ul>`;
}

/** The result in full, where pages round it. */
function unrounded(row: PublishedCrosscheck): string {
  const full = formatRange(row, formatFull);
  return full === formatRange(row) ? "" : ` (in full: ${full})`;
}

/** Cross-checks of a topic: formula, numbers, result, what it is held against. */
export function crosschecksBlock(argument: string, model: Model): Html {
  const { ledger, published } = model;
  const rows = published.crosscheck_results
    .filter(({ topic }) => argument === "" || topic === argument)
    .toSorted((a, b) => order(a) - order(b));
  if (rows.length === 0)
    throw new UnknownReference(
      "a topic that has cross-checks",
      "correct the topic, or leave it out",
    );
  const formulas = new Map(ledger.crosschecks.map(({ id, formula }) => [id, formula]));
  const cells = rows.map((row) => {
    const formula = formulas.get(row.crosscheck);
    return html`<tr id="${row.crosscheck}">
      <th scope="row">${row.label}${row.collection === "core" ? "" : " (with further reports)"}</th>
      <td class="number">${formula && formulaInNumbers(formula.term, model)}</td>
      <td class="number">
        <strong>${formatRange(row)}</strong> ${row.unit}${unrounded(row)}
      </td>
      <td>${againstOf(row)}</td>
      <td>${row.condition}</td>
      <td>${speakerLinks(row.claims, model)}</td>
    </tr>`;
  });
  const head = ["Computed", "From", "Result", "Held against", "Only if", "Claims"];
  return html`${argument === "" ? countedByVerdict(rows) : ""}
  ${longTable({ caption: "Cross-checks", head, noun: "cross-check" }, cells, 6)}`;
}

/** Assumptions with their reasons, and whether the published estimates use them. */
export function assumptionsBlock(_: string, model: Model): Html {
  const units = new Map(model.ledger.metrics.map(({ id, unit }) => [id, unit]));
  const values = new Map(
    model.ledger.assumptions.map((row) => {
      const range = { low: row.low ?? row.best, high: row.high ?? row.best };
      if (row.kind === "reading") return [row.id, "a reading"];
      if (row.kind === "constraint") return [row.id, "a constraint"];
      const stated = formatRange(range, formatFull);
      const formula = row.derived_from;
      const value = formula ? formulaInNumbers(formula.term, model) : stated;
      return [row.id, `${value} ${units.get(row.metric ?? "") ?? ""}`];
    }),
  );
  const rows = model.ledger.assumptions.map(
    (row) =>
      html`<tr id="${row.id}">
        <th scope="row">${row.label}</th>
        <td>${values.get(row.id)}</td>
        <td>${row.basis}</td>
        <td>${row.default === "on" ? "used" : row.kind === "constraint" ? "if asked for" : "not used"}</td>
        <td>${row.rationale}</td>
      </tr>`,
  );
  return wideTable("Assumptions", ["Assumption", "Value", "Basis", "Here", "Why"], rows);
}
