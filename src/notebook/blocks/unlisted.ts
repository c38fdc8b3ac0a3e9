import { formatFull } from "../../charts/words.ts";
import { type Html, html } from "../html.ts";
import type { Model } from "../model.ts";
import { wideTable } from "./parts.ts";

/** Of which quantities not every combination, pair or bound is computed, and which are; or that none is left out. */
export function unlistedBlock(_: string, { ledger, published }: Model): Html {
  const { core, all } = published;
  const both = all === core ? [core] : [core, all];
  const unlisted = both.flatMap(({ solidity }) => solidity.unlisted);
  if (unlisted.length === 0)
    return html`<p>
      Nothing is cut short: every day, every combination of choices, every pair of statements and
      every stated bound is computed and in the tables.
    </p>`;
  const labels = new Map(ledger.metrics.map(({ id, label }) => [id, label]));
  return wideTable(
    "Where there are too many to compute each",
    ["Table", "Quantity", "Documents", "Computed", "There are", "Which"],
    unlisted.map(
      (row) =>
        html`<tr>
          <th scope="row">${row.table}</th>
          <td>${labels.get(row.about) ?? row.about}</td>
          <td>${row.collection}</td>
          <td class="number">${formatFull(row.computed)}</td>
          <td class="number">${formatFull(row.of)}</td>
          <td>${row.rule}</td>
        </tr>`,
    ),
  );
}
