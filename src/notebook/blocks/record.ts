import { formatDay } from "../../words/days.ts";
import { formatCount } from "../../words/numbers.ts";
import { type Ledger, isTableName } from "../../ledger/tables.ts";
import { keepCollection } from "../../ledger/collections.ts";
import { type Html, html } from "../html.ts";
import type { Model } from "../model.ts";
import { latestOf, publishedOn } from "../publication-day.ts";
import { publishedCsv } from "../../published/files.ts";
import { wideTable } from "./parts.ts";

/** The tables of facts with the hash of each; one without rows is no Parquet file. */
export function filesBlock(_: string, model: Model): Html {
  const rows = model.files.map(({ file, sha256 }) => {
    const name = file.replace(/\.csv$/u, "");
    const hasRows = isTableName(name) && model.ledger[name].length > 0;
    return html`<tr>
      <th scope="row"><a href="/facts/${file}">${file}</a></th>
      <td><code class="hash">${sha256}</code></td>
      ${hasRows ? html`<td><a href="/facts/${name}.parquet">${name}.parquet</a></td>` : html`<td class="none">no rows</td>`}
    </tr>`;
  });
  // a hash is as wide as several columns
  return wideTable("Files of facts", ["File", "SHA-256", "As Parquet"], rows, true);
}

/** The published tables, each at a stable address. */
export function downloadsBlock(_: string, model: Model): Html {
  const rows = [...publishedCsv(model.ledger, model.published)].map(([name, text]) => {
    const count = text.trimEnd().split("\n").length - 1;
    return html`<li>
      <a href="/data/${name}.csv">${name}.csv</a> (${formatCount(count, "line")}),
      <a href="/data/${name}.parquet">${name}.parquet</a>
    </li>`;
  });
  return html`<ul class="downloads">
    ${rows}
  </ul>`;
}

/** Corrections, newest first; the words "none so far" where there are none. */
export function correctionsBlock(_: string, { ledger }: Model): Html {
  if (ledger.corrections.length === 0) return html`<p>No correction so far.</p>`;
  const newest = [...ledger.corrections].sort((a, b) => (a.on < b.on ? 1 : -1));
  return html`<ul>
    ${newest.map(
      (row) =>
        html`<li>
          ${formatDay(row.on)}: ${row.table}, ${row.row}, ${row.column}: ${row.old ?? "nothing"}
          became ${row.new ?? "nothing"} (${row.reason.replaceAll("_", " ")}). ${row.note}
        </li>`,
    )}
  </ul>`;
}

/** The line under a headline: how recent and in what state the data is. */
export function stampBlock(_: string, { ledger, version }: Model): Html {
  const core = keepCollection(ledger, "core");
  const latest = latestOf(core.sources);
  return html`<p class="stamp">
    Latest document: ${latest ? publishedOn(latest) : "none"} · state of the data:
    <a href="/reproduce">${version}</a> · ${formatCount(core.claims.length, "claim")},
    ${formatCount(core.statements.length, "statement")} and
    ${formatCount(core.dismissals.length, "figure")} set aside, from
    ${formatCount(core.sources.length, "document")}${stampFurther(ledger)}
  </p>`;
}

/** What the further reports add to the stamp; nothing where there are none. */
function stampFurther({ sources, claims }: Ledger): Html | null {
  const further = sources.filter(({ collection }) => collection === "further");
  if (further.length === 0) return null;
  const ids = new Set(further.map(({ id }) => id));
  const latest = latestOf(further);
  const added = claims.filter(({ source }) => ids.has(source)).length;
  return html` · <a href="/sources#further-reports">further reports</a>:
    ${formatCount(added, "claim")} from ${formatCount(further.length, "document")}, the latest of
    ${latest ? publishedOn(latest) : "an unknown day"}`;
}
