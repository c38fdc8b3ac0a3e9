import { JSDOM } from "jsdom";
import { formatDay, formatList } from "../../charts/words.ts";
import type { Ledger, Metric } from "../../ledger/tables.ts";
import { type Answers, answer } from "../../reconcile/what-if/answers.ts";
import { choicesIn } from "../../reconcile/what-if/choices.ts";
import { type Dial, dialsIn } from "../../reconcile/dials.ts";
import { asPublished } from "../../reconcile/what-if/settings.ts";
import { charts } from "../charts.ts";
import { type Html, html, raw } from "../html.ts";
import type { Model } from "../model.ts";
import { idsIn } from "../../reconcile/collection.ts";
import { UnknownReference } from "../publication-types.ts";
import { publishedWords } from "../what-if/dial-words.ts";
import { whatIfFacts } from "../what-if/facts.ts";
import {
  NOT_STATED,
  type ResultRow,
  arithmeticRows,
  estimateRows,
  quantitiesIn,
  voicesOf,
} from "../what-if/rows.ts";
import { textOf, toldUnits } from "../what-if/text.ts";
import { interactivePart } from "./interactive.ts";
import { claimLinks, wideTable } from "./parts.ts";
import { askedIn } from "./question.ts";

const { document } = new JSDOM("").window;

/** Charts that follow the settings; `src/browser/what-if-charts.ts` draws the same. */
const CHARTS = ["shells-over-time", "containers-as-shells", "stock-in-other-units"] as const;

function chartHtml(name: string, { published }: Model): Html {
  const found = charts.get(name);
  if (!found) throw new Error(`there is no chart ${name}`);
  const chart = found.open(published.core);
  const drawn = ([328, 660] as const).map((width) =>
    raw(chart.render({ document, width, id: `${name}-${String(width)}` })),
  );
  return html`<figure class="chart" data-chart="${name}">
    <h3>${chart.title}</h3>
    <p class="subtitle">${chart.subtitle}</p>
    <div class="drawing">
      <div class="narrow">${drawn[0]}</div>
      <div class="wide">${drawn[1]}</div>
    </div>
    <figcaption><p class="note">${chart.note}</p></figcaption>
  </figure>`;
}

/** The number of a dial in the core articles. */
function valueOf(dial: Dial, ledger: Ledger): string {
  const words = publishedWords(dial, ledger, "core");
  return words === NOT_STATED ? words : `${words} ${dial.unit}`;
}

/** What is set, for readers whose browser runs no script. */
function settingsTable({ ledger }: Model, day: string): Html {
  const row = (what: string, value: string): Html =>
    html`<tr>
      <th scope="row">${what}</th>
      <td>${value}</td>
    </tr>`;
  return wideTable(
    "Settings as published",
    ["Setting", "As published"],
    [
      row("Documents", "core articles"),
      row("Day", formatDay(day)),
      ...dialsIn(ledger).map((dial) => row(dial.label, valueOf(dial, ledger))),
      ...choicesIn(ledger).map(({ question, options: [published] }) =>
        row(question, published.label),
      ),
      row("Who counts", "every origin"),
    ],
  );
}

function resultTable(caption: string, rows: readonly ResultRow[]): Html {
  const cells = rows.map(
    ({ label, unit, published, claims }) =>
      html`<tr>
        <th scope="row">${label}<span class="unit">, ${unit}</span></th>
        <td>${published}</td>
        <td>${claimLinks(claims)}</td>
      </tr>`,
  );
  return html`<section>
    <h3>${caption}</h3>
    ${wideTable(caption, ["What", "As published", "Claims"], cells, true)}
  </section>`;
}

/** What the page is about. */
interface Subject {
  readonly metric: Metric;
  readonly day: string;
}

function fallback(model: Model, now: Answers, { metric, day }: Subject): Html {
  const range = now.onDay.find((one) => one.metric === metric.id)?.estimate ?? null;
  const about = { ledger: model.ledger, metric: metric.id, asOf: day };
  const [finding, ...follows] = textOf(about, now).map(({ words }) => words);
  return html`<div class="answer">
      <p class="finding" data-part="finding" tabindex="-1">${finding}</p>
      <p class="follows" data-part="follows">${follows.join(" ")}</p>
    </div>
    <p class="about" data-part="about">As published. ${voicesOf(range, "core")}</p>
    <div class="buttons" data-part="actions"></div>
    <div class="sides">
      <section class="settings-side" aria-labelledby="settings">
        <h2 id="settings">Settings</h2>
        <div data-part="settings">
          <p class="no-script">
            <strong
              >To change the settings, this page needs JavaScript, and it is switched off or did not
              load.</strong
            >
            Everything on the page is as published. In a terminal,
            <code>npm run reconcile</code> takes other days, documents and origins.
          </p>
          ${settingsTable(model, day)}
        </div>
      </section>
      <section class="charts-side" aria-labelledby="what-follows">
        <h2 id="what-follows">What follows</h2>
        <div data-part="charts">${CHARTS.map((name) => chartHtml(name, model))}</div>
      </section>
    </div>
    <section aria-labelledby="everything-else">
      <h2 id="everything-else">Everything else</h2>
      <div data-part="results">
        ${resultTable("Ranges on the day", estimateRows(quantitiesIn(model.ledger, "core"), now, now))}
        ${resultTable("Arithmetic", arithmeticRows(now, now))}
      </div>
    </section>`;
}

/** Checks that each cross-check can be told with the range of the day: it names one claim, once. */
function checkSums(sums: readonly string[], { crosschecks, claims }: Ledger): void {
  const rows = new Map(crosschecks.map((row) => [row.id, row]));
  const stated = new Set(claims.map(({ id }) => id));
  for (const id of sums) {
    const row = rows.get(id);
    if (!row)
      throw new UnknownReference(
        "ids of data/crosschecks.csv",
        "correct the ids, or leave them out",
      );
    if (
      !toldUnits.includes(row.unit) ||
      idsIn(row.formula.term).filter((one) => stated.has(one)).length !== 1
    )
      throw new UnknownReference(
        `cross-checks on one claim, in ${formatList(toldUnits)}: not ${id}`,
        "leave it out, or add a sentence to src/notebook/what-if/text.ts",
      );
  }
}

/**
 * Settings that a reader may change, with all that follows from them. Until the module
 * runs, and where none does, the page shows what is published.
 *
 * The link to the second module is for its hashed address alone: it is fetched when the
 * charts are first drawn anew.
 *
 * @param argument The finding of the page, then the cross-checks of which sentences are made:
 * "m_shells_delivered@2024-10-03 x_containers_as_mix".
 * @throws UnknownReference when a quantity or a cross-check is not in the ledger.
 */
export function whatIfBlock(argument: string, model: Model): Html {
  const [finding = "", ...sums] = argument.split(/\s+/u);
  const { metric, day } = askedIn("what-if", finding, model);
  const { ledger, published } = model;
  checkSums(sums, ledger);
  const choices = choicesIn(ledger);
  const asked = {
    ledger,
    claims: published.all.claims,
    choices,
    drawn: [metric.id],
    followed: sums,
  };
  const now = answer(asked, asPublished(day));
  return html`<a
      hidden
      download
      href="/browser/what-if-charts.js"
      id="what-if-charts-module"
    ></a>
    ${interactivePart(
      "what-if",
      whatIfFacts(model, { metric: metric.id, asOf: day, sums }),
      fallback(model, now, { metric, day }),
    )}`;
}
