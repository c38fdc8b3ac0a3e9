import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import type { Browser } from "playwright-core";
import { copyPins, writeBareSite } from "./builds.ts";
import { buildIn } from "./copies.ts";
import { type Wait, measureFirstChart } from "./first-chart.ts";
import { medianOf } from "./median.ts";
import { findPages } from "./pages.ts";
import { findFile, serveFolder } from "../src/cli/server.ts";

/** Our chart may take this share of the time that the usual way takes. */
const RATIO_ALLOWED = 0.25;

export interface FirstChart {
  readonly page: string;
  readonly ours_ms: number;
  readonly ours_paint_ms: number;
  readonly usual_ms: number;
  readonly usual_paint_ms: number;
  readonly ratio: number;
  readonly ratio_allowed: number;
  readonly passed: boolean;
}

/**
 * A page of the usual kind: the reader's browser fetches the rows, parses them
 * and draws each with Plot as an interval with its ends and its name.
 */
const USUAL_PAGE = `# Chart

\`\`\`js
import * as Plot from "@observablehq/plot";
import { autoType, csvParse } from "d3-dsv";

const rows = csvParse(await FileAttachment("rows.csv").text(), autoType);
const holds = (type) => (column) => rows.some((row) => typeof row[column] === type);
const [low, high = low] = rows.columns.filter(holds("number"));
const name = rows.columns.find(holds("string"));
const place = (_, index) => index;
display(
  Plot.plot({
    width,
    x: { grid: true },
    y: { axis: null },
    marks: [
      Plot.ruleY(rows, { x1: low, x2: high, y: place, strokeWidth: 2.5 }),
      Plot.dot(rows, { x: low, y: place, fill: "currentColor" }),
      Plot.dot(rows, { x: high, y: place, fill: "currentColor" }),
      Plot.text(rows, { x: low, y: place, text: name, dy: -8, textAnchor: "start" }),
    ],
  }),
);
\`\`\`
`;

/**
 * Measures how long a phone waits for our first chart, and for a chart of the
 * same rows in a site made the usual way; medians of `runs` visits of each,
 * taken in turn.
 *
 * @param folder The folder that `compareBuilds` left, with our built site in `ours/dist`.
 */
export async function compareFirstChart(
  browser: Browser,
  root: string,
  folder: string,
  runs: number,
): Promise<FirstChart> {
  const built = join(folder, "ours", "dist");
  const { page, csv } = await findChart(built);
  const usual = join(folder, "usual");
  writeBareSite(root, usual, 1);
  copyPins(join(folder, "ours"), usual);
  writeFileSync(join(usual, "src", "index.md"), USUAL_PAGE);
  writeFileSync(join(usual, "src", "rows.csv"), readFileSync(csv));
  await buildIn(usual);

  const ourServer = await serveFolder(built);
  const usualServer = await serveFolder(join(usual, "dist"));
  try {
    const addresses = { ours: ourServer.origin + page, usual: `${usualServer.origin}/` };
    const waits = { ours: [] as Wait[], usual: [] as Wait[] };
    // The first visit of each warms the browser up and is not counted.
    for (let run = 0; run <= runs; run += 1) {
      for (const way of ["ours", "usual"] as const) {
        const wait = await measureFirstChart(browser, addresses[way]);
        if (run > 0) waits[way].push(wait);
      }
    }
    const ours_ms = medianOf(waits.ours.map(({ chart }) => chart));
    const usual_ms = medianOf(waits.usual.map(({ chart }) => chart));
    const ratio = ours_ms / usual_ms;
    return {
      page,
      ours_ms,
      ours_paint_ms: medianOf(waits.ours.map(({ paint }) => paint)),
      usual_ms,
      usual_paint_ms: medianOf(waits.usual.map(({ paint }) => paint)),
      ratio,
      ratio_allowed: RATIO_ALLOWED,
      passed: ratio <= RATIO_ALLOWED,
    };
  } finally {
    await ourServer.close();
    await usualServer.close();
  }
}

interface ChartPage {
  readonly page: string;
  /** The file with the chart's rows. */
  readonly csv: string;
}

/** Finds the first page with a chart whose rows can be had as CSV. */
async function findChart(built: string): Promise<ChartPage> {
  for (const page of findPages(built)) {
    const file = await findFile(built, page);
    if (file === null) continue;
    const { document } = new JSDOM(readFileSync(file, "utf8")).window;
    const link = document.querySelector('figure.chart a[href$=".csv"]')?.getAttribute("href");
    if (!link) continue;
    const path = new URL(link, `http://localhost${page}`).pathname;
    const csv = await findFile(built, path);
    if (csv !== null) return { page, csv };
  }
  throw new Error("No page of the site has a chart with a link to its CSV.");
}
