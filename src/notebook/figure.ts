import { JSDOM } from "jsdom";
import type { OpenedChart } from "../charts/open.ts";
import type { Cell } from "../charts/chart.ts";
import type { KeyEntry } from "../charts/key.ts";
import { formatCount, formatFull } from "../charts/words.ts";
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

/** More documents than this are named in the data table alone. */
const MANY_SOURCES = 12;

function sourceLine(sources: readonly Source[], model: Model): Html {
  const latest = latestOf(sources);
  const asOf = latest ? ` Latest document: ${publishedOn(latest)}.` : "";
  const further = sources.filter(({ collection }) => collection === "further");
  const isLong = sources.length > MANY_SOURCES;
  const named = isLong ? sources.filter((source) => !further.includes(source)) : sources;
  const links = [
    ...named.map(({ id }) => sourceLink(id, model)),
    ...(isLong ? [html`<a href="/sources#further-reports">${countFurther(further)}</a>`] : []),
  ];
  return html`<p class="source">Sources: ${between(links, "; ")}.${asOf}</p>`;
}

const countFurther = (further: readonly Source[]): string =>
  formatCount(further.length, "further report");

/** A chart as its panels show it: from the core alone, and with further reports where that differs. */
export interface Panels {
  readonly core: OpenedChart;
  /** null where further reports change nothing, or where the chart stays with the core. */
  readonly all: OpenedChart | null;
}

/** Opens a chart for both collections. */
function openPanels({ open }: FoundChart, { published }: Model): Panels {
  const core = open(published.core);
  if (published.all === published.core || core.coreOnly !== null) return { core, all: null };
  const all = open(published.all);
  return { core, all: JSON.stringify(all.rows) === JSON.stringify(core.rows) ? null : all };
}

/** The name of the files and anchors of a chart with further reports. */
const nameWithFurther = (name: string): string => `${name}-further`;

/** What marks and colours mean: a sample that the stylesheet draws, and words. */
function keyHtml(key: readonly KeyEntry[]): Html | null {
  if (key.length === 0) return null;
  const words = ({ is, looks, means }: KeyEntry): string =>
    is === "mark" ? `${looks}: ${means}` : means;
  return html`<ul class="key" aria-label="Key">
    ${key.map((one) => html`<li class="${one.sample}">${words(one)}</li>`)}
  </ul>`;
}

/** A note, the published tables that it names as links. */
function noteHtml(note: string): Html {
  const parts = note.split(/\b([a-z_]+\.csv)\b/u);
  return html`${parts.map((part, at) => (at % 2 === 0 ? part : html`<a href="/data/${part}">${part}</a>`))}`;
}

/** All of a chart that changes with the documents it is drawn from; its code, where it stands alone. */
function panelHtml(name: string, chart: OpenedChart, model: Model, code: Html | null): Html {
  const drawn = (["narrow", "wide"] as const).map(
    (variant) =>
      html`<div class="${variant}">
        ${raw(chart.render({ document, width: WIDTHS[variant], id: `${name}-${variant}` }))}
      </div>`,
  );
  return html`<h3>${chart.title}</h3>
    <p class="subtitle">${chart.subtitle}</p>
    ${drawn}
    <figcaption>
      ${keyHtml(chart.key)}
      <p class="note">${noteHtml(chart.note)}</p>
      ${sourceLine(sourcesOf(chart.claims, model), model)}
    </figcaption>
    ${dataTable(name, chart, model)} ${code}
    <p class="actions">
      <a href="/figures/${name}.csv">CSV</a>
      <a href="/figures/${name}.svg">SVG</a> <a href="#${name}">Link to this chart</a>
    </p>`;
}

function codeHtml(name: string, code: string): Html {
  return html`<details>
    <summary>Source code</summary>
    <pre tabindex="0" aria-label="Source code of ${name}"><code>${code}</code></pre>
  </details>`;
}

/** Which documents a figure is drawn from: a choice that needs no script. */
function switchHtml(name: string, { ledger }: Model): Html {
  const further = ledger.sources.filter(({ collection }) => collection === "further").length;
  const core = ledger.sources.length - further;
  return html`<fieldset class="documents">
    <legend>Documents</legend>
    <label>
      <input type="radio" name="${name}-documents" value="core" checked /> Core articles (${core})
    </label>
    <label>
      <input type="radio" name="${name}-documents" value="further" /> With further reports
      (${core + further})
    </label>
  </fieldset>`;
}

/**
 * A chart with everything that belongs to it: two widths, note, sources, table,
 * downloads, code. Where further reports change it, it stands there twice, and a
 * switch shows one or the other; the core comes first.
 */
export function figureHtml(found: FoundChart, model: Model): Html {
  const { name, code } = found;
  const { core, all } = openPanels(found, model);
  if (all === null) {
    const stays = model.published.all === model.published.core ? null : core.coreOnly;
    return html`<figure class="chart" id="${name}">
      ${panelHtml(name, core, model, codeHtml(name, code))}
      ${stays === null ? null : html`<p class="note">Core articles only: ${stays}</p>`}
    </figure>`;
  }
  return html`<figure class="chart switched" id="${name}">
    ${switchHtml(name, model)}
    <figure class="panel core">
      <p class="collection">Core articles</p>
      ${panelHtml(name, core, model, null)}
    </figure>
    <figure class="panel further" id="${nameWithFurther(name)}">
      <p class="collection">With further reports</p>
      ${panelHtml(nameWithFurther(name), all, model, null)}
    </figure>
    ${codeHtml(name, code)}
  </figure>`;
}

/** A chart of all documents alone, for what only further reports can show. */
export function figureOfAllHtml(found: FoundChart, model: Model): Html {
  const { name, code } = found;
  const { core, all } = openPanels(found, model);
  const shown = all === null ? name : nameWithFurther(name);
  return html`<figure class="chart" id="${shown}">
    ${panelHtml(shown, all ?? core, model, codeHtml(name, code))}
  </figure>`;
}

function filesOf(chart: OpenedChart, model: Model): Figure {
  const sources = sourcesOf(chart.claims, model);
  const named = sources.filter(
    ({ collection }) => collection === "core" || sources.length <= MANY_SOURCES,
  );
  const others = sources.length - named.length;
  const titles = [
    ...named.map(({ title }) => title),
    ...(others === 0 ? [] : [formatCount(others, "further report")]),
  ];
  return {
    svg: chart.standalone({
      document,
      width: WIDTHS.wide,
      source: `Sources: ${titles.join("; ")}. State of the data: ${model.version}.`,
      licence: "Contested Counts, CC BY 4.0.",
      base: "../",
    }),
    csv: toCsv(
      chart.rows,
      chart.columns.map(({ field }) => field),
    ),
  };
}

/** A chart's files to download, by name; with further reports under a name of its own. */
export function figureFiles(
  found: FoundChart,
  model: Model,
): readonly (readonly [string, Figure])[] {
  const { core, all } = openPanels(found, model);
  const own = [found.name, filesOf(core, model)] as const;
  return all === null ? [own] : [own, [nameWithFurther(found.name), filesOf(all, model)]];
}
