import { JSDOM } from "jsdom";
import { LEAD, type Cell } from "../charts/canvas.ts";
import { type OpenedChart } from "../charts/chart.ts";
import type { Source } from "../ledger/tables.ts";
import { toCsv } from "../published/csv.ts";
import { formatCount, formatFull } from "../words/numbers.ts";
import { sourceLink } from "./blocks/parts.ts";
import type { FoundChart } from "./charts.ts";
import { type Html, between, html, raw } from "./html.ts";
import type { Model } from "./model.ts";
import { latestOf, publishedOn } from "./publication-day.ts";
import type { Figure } from "./publication-types.ts";

const { document } = new JSDOM("").window;

/** Widths in CSS pixels at which charts are drawn; the stylesheet shows one of the two. */
const WIDTHS = { narrow: 328, wide: 660 } as const;

const cellHtml = (cell: Cell | undefined): Html => {
  if (cell === null || cell === undefined) return html`<td class="none">not stated</td>`;
  return typeof cell === "number"
    ? html`<td class="number">${formatFull(cell)}</td>`
    : html`<td>${cell}</td>`;
};

/** The columns of a data table that are for readers; the rest is in the CSV. */
function dataTable(name: string, { table }: OpenedChart): Html {
  const columns = Object.keys(table[0] ?? {}).slice(0, LEAD);
  return html`<details>
    <summary>Table</summary>
    <div class="table" role="region" aria-label="Data of ${name}" tabindex="0">
      <table>
        <thead>
          <tr>
            ${columns.map((column) => html`<th scope="col">${column.replaceAll("_", " ")}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${table.map(
            (row) =>
              html`<tr>
                ${columns.map((column) => cellHtml(row[column]))}
              </tr> `,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
}

/** Documents of what is drawn; in the order of the ledger. */
function sourcesOf({ claims, statements }: OpenedChart, { ledger }: Model): readonly Source[] {
  const ids = new Set([...claims, ...statements]);
  const shown = [...ledger.claims, ...ledger.statements].filter(({ id }) => ids.has(id));
  const named = new Set(shown.map(({ source }) => source));
  return ledger.sources.filter(({ id }) => named.has(id));
}

/** More documents than this are named in the data table alone. */
const MANY_SOURCES = 6;

function sourceLine(sources: readonly Source[], model: Model): Html {
  const latest = latestOf(sources);
  const asOf = latest ? ` Latest document: ${publishedOn(latest)}.` : "";
  const isLong = sources.length > MANY_SOURCES;
  const named = isLong ? sources.filter(({ collection }) => collection === "core") : sources;
  const others = sources.length - named.length;
  const links = [
    ...named.map(({ id }) => sourceLink(id, model)),
    ...(others === 0
      ? []
      : [html`<a href="/sources">${formatCount(others, "further report")}</a>`]),
  ];
  return html`<p class="source">Sources: ${between(links, "; ")}.${asOf}</p>`;
}

/** What marks and colours mean, each beside a sample of it. */
const keyHtml = ({ key }: OpenedChart): Html | null =>
  key.length === 0
    ? null
    : html`<ul class="key" aria-label="Key">
        ${key.map(({ sample, means }) => html`<li>${raw(sample)} ${means}</li>`)}
      </ul>`;

/** The named marks, by the numbers that they have in the picture; each leads to its claim. */
const labelsHtml = ({ labels }: OpenedChart): Html | null =>
  labels.length === 0
    ? null
    : html`<ol class="labels">
        ${labels.map(({ number, words, claims: [claim] }) => {
          const told = html`<span class="ring">${number}</span> ${words}`;
          return claim === undefined
            ? html`<li>${told}</li>`
            : html`<li><a href="/ledger#${claim}">${told}</a></li>`;
        })}
      </ol>`;

/** All of a chart that changes with the documents it is drawn from. */
function panelHtml(name: string, chart: OpenedChart, model: Model): Html {
  const drawn = (["narrow", "wide"] as const).map((variant) => {
    const svg = chart.draw({ document, width: WIDTHS[variant], id: `${name}-${variant}` });
    return html`<div class="${variant}">${raw(svg.outerHTML)}</div>`;
  });
  return html`<p class="title" id="${name}-title">${chart.title}</p>
    <p class="subtitle">${chart.subtitle}</p>
    ${drawn}
    <figcaption>
      ${labelsHtml(chart)} ${keyHtml(chart)}
      <p class="note">${chart.note}</p>
      ${sourceLine(sourcesOf(chart, model), model)}
    </figcaption>
    ${dataTable(name, chart)}
    <p class="actions">
      <a href="/figures/${name}.csv">CSV</a>
      <a href="/figures/${name}.svg">SVG</a> <a href="#${name}">Link to this chart</a>
    </p>`;
}

/** Which documents a figure is drawn from: a choice that needs no script. */
const switchHtml = (name: string): Html =>
  html`<fieldset class="documents">
    <legend>Documents</legend>
    <label>
      <input type="radio" name="${name}-documents" value="all" checked /> All documents
    </label>
    <label>
      <input type="radio" name="${name}-documents" value="core" /> The five articles alone
    </label>
  </fieldset>`;

const coreNameOf = (name: string): string => `${name}-core`;

/**
 * A chart with everything that belongs to it: two widths, labels, note, sources, table, downloads,
 * source. Where the five articles alone would draw another, it stands there twice, and a switch
 * shows one or the other.
 */
export function figureHtml({ name, all, core, code }: FoundChart, model: Model): Html {
  const source = html`<details>
    <summary>Source</summary>
    <pre tabindex="0" aria-label="Source of ${name}"><code>${code}</code></pre>
  </details>`;
  if (core === null)
    return html`<figure class="chart" id="${name}" aria-labelledby="${name}-title">${panelHtml(name, all, model)} ${source}</figure>`;
  return html`<figure class="chart switched" id="${name}" aria-labelledby="${name}-title">
    ${switchHtml(name)}
    <figure class="panel all" aria-labelledby="${name}-title">
      <p class="collection">All documents</p>
      ${panelHtml(name, all, model)}
    </figure>
    <figure class="panel core" id="${coreNameOf(name)}" aria-labelledby="${coreNameOf(name)}-title">
      <p class="collection">The five articles alone</p>
      ${panelHtml(coreNameOf(name), core, model)}
    </figure>
    ${source}
  </figure>`;
}

function filesOf(chart: OpenedChart, model: Model): Figure {
  const sources = sourcesOf(chart, model);
  const named = sources.length > MANY_SOURCES ? [] : sources;
  const others = sources.length - named.length;
  const titles = [
    ...named.map(({ publisher }) => publisher),
    ...(others === 0 ? [] : [formatCount(others, "document")]),
  ];
  return {
    svg: chart.standalone({
      document,
      width: WIDTHS.wide,
      scheme: "light",
      colophon: [
        `Sources: ${titles.join("; ")}. State of the data: ${model.version}.`,
        "Contested Counts, CC BY 4.0.",
      ],
    }),
    csv: toCsv(
      chart.table,
      Object.keys(chart.table[0] ?? {}).map((column) => ({ name: column, type: "string" })),
    ),
  };
}

/** A chart's files to download, by name. */
export const figureFiles = (
  { name, all, core }: FoundChart,
  model: Model,
): readonly (readonly [string, Figure])[] => [
  [name, filesOf(all, model)],
  ...(core === null ? [] : [[coreNameOf(name), filesOf(core, model)] as const]),
];
