import { formatPrinted } from "../../words/numbers.ts";
import { formatRange } from "../../words/ranges.ts";
import type { PublishedMutation } from "../../published/tables.ts";
import { type Html, between, html } from "../html.ts";
import type { Model } from "../model.ts";
import { longTable } from "./fold.ts";
import { claimLinks, sourceLink, statementLink } from "./parts.ts";

/** The figure of the changed claim in its document, or the speaker of the statement. */
function shownIn(row: PublishedMutation, { published }: Model): Html {
  if (row.statement !== null) {
    const said = published.statements.find(({ statement }) => statement === row.statement);
    return html`${statementLink(row.statement)}: ${said?.claimant_name}`;
  }
  const claim = published.claims.find((one) => one.claim === row.claim);
  return html`${claimLinks(row.claim === null ? [] : [row.claim])}:
  ${claim && `${formatRange(claim, formatPrinted)} ${claim.unit}`}`;
}

/** Claims that keep what was changed, with their documents. */
function keptIn({ compared_with }: PublishedMutation, model: Model): Html {
  if (compared_with.length === 0) return html`<td class="none">no other report here</td>`;
  return html`<td>
    <ul>
      ${compared_with.map((id) => {
        const source = model.published.claims.find(({ claim }) => claim === id)?.source ?? "";
        return html`<li>${claimLinks([id])}, ${sourceLink(source, model)}</li>`;
      })}
    </ul>
  </td>`;
}

/** The changes that one claim shows, each linked to its row; null where none is known. */
export function changesOf(claim: string, { published }: Model): Html | null {
  const own = published.mutations.filter((row) => row.claim === claim);
  if (own.length === 0) return null;
  const links = own.map(
    ({ mutation, kind_label }) => html`<a href="/retellings#${mutation}">${kind_label}</a>`,
  );
  return html`${between(links, "; ")}`;
}

/** Every known change, in the order of the kinds, with both claims and both documents. */
export function mutationsBlock(_: string, model: Model): Html {
  const { mutations } = model.published;
  if (mutations.length === 0) return html`<p>No change is known.</p>`;
  const rows = mutations.map(
    (row) =>
      html`<tr id="${row.mutation}">
        <th scope="row">${row.kind_label}</th>
        <td>${row.before}</td>
        <td>${row.after}</td>
        <td>${shownIn(row, model)}, ${sourceLink(row.source, model)}</td>
        ${keptIn(row, model)}
        <td>${row.cause}, ${row.evidence}</td>
        <td>${row.note}</td>
      </tr>`,
  );
  const head = ["Change", "Before", "After", "Changed in", "Kept in", "Came in by", "Note"];
  return longTable({ caption: "Every known change", head, noun: "change" }, rows, 10);
}

/** The kinds of change in use, with what belongs to each. */
export function mutationKindsBlock(_: string, { ledger, published }: Model): Html {
  const used = new Set(published.mutations.map(({ kind }) => kind));
  return html`<ul>
    ${ledger.mutation_kinds
      .filter(({ id }) => used.has(id))
      .map(({ label, definition }) => html`<li><strong>${label}.</strong> ${definition}</li>`)}
  </ul>`;
}
