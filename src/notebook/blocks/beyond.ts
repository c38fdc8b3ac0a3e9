import { formatCount } from "../../words/numbers.ts";
import type { PublishedStatement } from "../../published/tables.ts";
import { type Html, between, html } from "../html.ts";
import type { Model } from "../model.ts";
import { STANCE, sourceLink } from "./parts.ts";

function told(statements: readonly PublishedStatement[], model: Model): Html {
  const items = statements.map(
    (row) =>
      html`${row.claimant_name}
        <a href="/disagreements#${row.statement}">${STANCE[row.stance]}</a>: “${row.proposition_label}”
        (${sourceLink(row.source, model)})`,
  );
  return html`${between(items, "; ")}`;
}

/** The statements of further reports, which a chart of the core articles does not show. */
export function beyondBlock(_: string, model: Model): Html {
  const further = model.published.statements.filter(({ collection }) => collection === "further");
  if (further.length === 0) return html`<p>No further report adds a statement.</p>`;
  return html`<p>
    Not in the chart, which is of the core articles:
    ${formatCount(further.length, "statement")} of further reports. ${told(further, model)}.
  </p>`;
}
