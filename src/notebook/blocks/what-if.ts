import { formatDay } from "../../words/days.ts";
import { type Html, html } from "../html.ts";
import type { Model } from "../model.ts";
import { UnknownReference } from "../publication-types.ts";
import { whatIfFacts } from "../what-if/facts.ts";
import type { Known } from "../what-if/known.ts";
import { type Compared, type Fact, type Sentence, viewOf } from "../what-if/view.ts";
import { interactivePart } from "./interactive.ts";
import { wideTable } from "./parts.ts";
import { askedIn } from "./question.ts";

const sentence = (pieces: Sentence): readonly (Html | string)[] =>
  pieces.map((piece) => {
    if (typeof piece === "string") return piece;
    return "strong" in piece
      ? html`<strong>${piece.strong}</strong>`
      : html`<a href="${piece.href}">${piece.words}</a>`;
  });

const factHtml = ({ term, lead, items }: Fact): Html =>
  html`<dt>${term}</dt>
    <dd>
      ${sentence(lead)}
      ${items.length === 0 ? null : html`<ul>${items.map((one) => html`<li>${sentence(one)}</li>`)}</ul>`}
    </dd>`;

const comparedHtml = (caption: string, rows: readonly Compared[]): Html =>
  wideTable(
    caption,
    [caption, "As published"],
    rows.map(
      ({ label, published }) =>
        html`<tr>
          <th scope="row">${label}</th>
          <td>${published}</td>
        </tr>`,
    ),
  );

/** What is published, for readers whose browser runs no script, and until the script runs. */
function fallback(known: Known): Html {
  const { finding, facts, steps, sums } = viewOf(known, known.published);
  return html`<div data-part="settings">
      <p class="no-script">
        <strong>To change the settings, this page needs JavaScript, and it is switched off or did not
          load.</strong>
        Everything below is as published for ${formatDay(known.published.day)}. In a terminal,
        <code>npm run reconcile</code> takes other days, documents, assumptions and origins.
      </p>
    </div>
    <div data-part="answer">
      <p class="finding">${finding}</p>
      <dl>${facts.map(factHtml)}</dl>
      ${comparedHtml("With each assumption", steps)} ${comparedHtml("Arithmetic", sums)}
    </div>`;
}

/**
 * Settings that a reader may change, with what follows from them. Until the module runs, and where
 * none does, the page shows what is published.
 *
 * @param argument The question of the page, then the cross-checks whose numbers can be set:
 * "m_shells_delivered@2024-10-03 x_containers_as_mix".
 * @throws UnknownReference when a quantity or a cross-check is not in the ledger.
 */
export function whatIfBlock(argument: string, model: Model): Html {
  const [question = "", ...ids] = argument.split(/\s+/u);
  const rows = new Map(model.ledger.crosschecks.map((row) => [row.id, row]));
  const sums = ids.map((id) => {
    const row = rows.get(id);
    if (row) return row;
    throw new UnknownReference("ids of data/crosschecks.csv", "correct the ids, or leave them out");
  });
  const known = whatIfFacts(model, askedIn("what-if", question, model), sums);
  return interactivePart("what-if", known, fallback(known));
}
