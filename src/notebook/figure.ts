import { JSDOM } from "jsdom";
import type { OpenedChart } from "../charts/open.ts";
import type { Cell } from "../charts/chart.ts";
import { formatFull } from "../charts/words.ts";
import type { Source } from "../ledger/tables.ts";
import { claimLink, sourceLink, statementLink } from "./blocks/parts.ts";
import type { FoundChart } from "./charts.ts";
import { toCsv } from "./csv.ts";
import { type Html, between, html, raw } from "./html.ts";
import type { Model } from "./model.ts";
import { latestOf, publishedOn } from "./publication-day.ts";
import type { Figure } from "./publication-types.ts";

const { document } = new JSDOM("").window;

/** Widths in CSS pixels at which charts are drawn; the stylesheet shows one of the two. */
const WIDTHS = { narrow: 328, wide: 660 } as const;

type Link = (id: string) => Html;

/** How each claim and statement is linked to. */
function linksOf({ ledger }: Model): ReadonlyMap<string, Link> {
  return new Map([
    ...ledger.claims.map(({ id }) => [id, claimLink] as const),
    ...ledger.statements.map(({ id }) => [id, statementLink] as const),
  ]);
}

function cellHtml(cell: Cell | undefined, links: ReadonlyMap<string, Link>): Html {
  if (cell === null || cell === undefined) return html`<td class="none">not stated</td>`;
  if (typeof cell === "number") return html`<td class="number">${formatFull(cell)}</td>`;
  const linked = cell.split("|").flatMap((id) => links.get(id)?.(id) ?? []);
  return linked.length === cell.split("|").length
    ? html`<td>${between(linked, ", ")}</td>`
    : html`<td>${cell}</td>`;
}

function dataTable(name: string, { columns, rows }: OpenedChart, model: Model): Html {
  const links = linksOf(model);
  return html`<details>
    <summary>Data table</summary>
    <div class="table" role="region" aria-label="Data of ${name}" tabindex="0">
      <table>
        <thead>
          <tr>
            ${columns.map(({ label }) => html`<th scope="col">${label}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (row) =>
              html`<tr>
                ${columns.map(({ field }) => cellHtml(row[field], links))}
              </tr> `,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
}

/** Documents of claims and statements; in the order of the ledger. */
function sourcesOf(idList: readonly string[], { ledger }: Model): readonly Source[] {
  const ids = new Set(idList);
  const shown = [...ledger.claims, ...ledger.statements].filter(({ id }) => ids.has(id));
  const named = new Set(shown.map(({ source }) => source));
  return ledger.sources.filter(({ id }) => named.has(id));
}

function sourceLine(sources: readonly Source[], model: Model): Html {
  const latest = latestOf(sources);
  const asOf = latest ? ` Latest document: ${publishedOn(latest)}.` : "";
  return html`<p class="source">
    Sources:
    ${between(
      sources.map(({ id }) => sourceLink(id, model)),
      "; ",
    )}.${asOf}
  </p>`;
}

/** A chart with everything that belongs to it: two widths, note, sources, table, downloads, code. */
export function figureHtml({ name, open, code }: FoundChart, model: Model): Html {
  const chart = open(model.published);
  const drawn = (["narrow", "wide"] as const).map(
    (variant) =>
      html`<div class="${variant}">
        ${raw(chart.render({ document, width: WIDTHS[variant], id: `${name}-${variant}` }))}
      </div>`,
  );
  return html`<figure class="chart" id="${name}">
    <h3>${chart.title}</h3>
    <p class="subtitle">${chart.subtitle}</p>
    ${drawn}
    <figcaption>
      <p class="note">${chart.note}</p>
      ${sourceLine(sourcesOf(chart.claims, model), model)}
    </figcaption>
    ${dataTable(name, chart, model)}
    <details>
      <summary>Source code</summary>
      <pre tabindex="0" aria-label="Source code of ${name}"><code>${code}</code></pre>
    </details>
    <p class="actions">
      <a href="/figures/${name}.csv">CSV</a>
      <a href="/figures/${name}.svg">SVG</a> <a href="#${name}">Link to this chart</a>
    </p>
  </figure>`;
}

/** A chart's files to download. */
export function figureFiles({ open }: FoundChart, model: Model): Figure {
  const chart = open(model.published);
  const sources = sourcesOf(chart.claims, model).map(({ title }) => title);
  return {
    svg: chart.standalone({
      document,
      width: WIDTHS.wide,
      source: `Sources: ${sources.join("; ")}. State of the data: ${model.version}.`,
      licence: "Contested Counts, CC BY 4.0.",
      base: "../",
    }),
    csv: toCsv(
      chart.rows,
      chart.columns.map(({ field }) => field),
    ),
  };
}
