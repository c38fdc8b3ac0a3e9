import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { JSDOM } from "jsdom";
import type { Browser } from "playwright-core";
import { copyPins, writeBareSite } from "./builds.ts";
import { buildIn } from "./copies.ts";
import { type Wait, measureFirstChart } from "./first-chart.ts";
import { medianOf } from "./median.ts";
import { findPages } from "./pages.ts";
import { findFile, serveFolder } from "./server.ts";

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
 * and draws. The chart is our own, so that only the way differs.
 */
const writeUsualPage = (name: string) => `# Chart

\`\`\`js
import { csvParse } from "d3-dsv";
import * as drawings from "./charts/${name}.js";

const parseCell = (cell) => (cell === "" ? null : Number.isNaN(Number(cell)) ? cell : Number(cell));
const text = await FileAttachment("rows.csv").text();
const rows = csvParse(text, (row) =>
  Object.fromEntries(Object.entries(row).map(([field, cell]) => [field, parseCell(cell)])),
);
const chart = Object.values(drawings).find((drawing) => drawing.draw);
display(chart.draw(rows, { document, width }));
\`\`\`
`;

/**
 * Measures how long a phone waits for our first chart, and for a chart of the
 * same rows in a site made the usual way; medians of `runs` visits of each,
 * taken in turn.
 *
 * @param built Our site as built, from `compareBuilds`, in `folder/ours/dist`.
 */
export async function compareFirstChart(
  browser: Browser,
  root: string,
  folder: string,
  runs: number,
): Promise<FirstChart> {
  const built = join(folder, "ours", "dist");
  const { page, name, csv } = await findChart(built);
  const usual = join(folder, "usual");
  writeBareSite(root, usual, 1);
  copyPins(join(folder, "ours"), usual);
  copyModules(root, usual);
  writeFileSync(join(usual, "src", "index.md"), writeUsualPage(name));
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
  /** The chart's module in src/charts, without its extension. */
  readonly name: string;
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
    if (csv !== null) return { page, name: basename(path, ".csv"), csv };
  }
  throw new Error("No page of the site has a chart with a link to its CSV.");
}

/** Copies the chart modules; Framework finds a `.ts` module only by the name `.js`. */
function copyModules(root: string, site: string): void {
  const charts = join(root, "src", "charts");
  mkdirSync(join(site, "src", "charts"), { recursive: true });
  for (const file of readdirSync(charts).filter((name) => name.endsWith(".ts"))) {
    const text = readFileSync(join(charts, file), "utf8");
    writeFileSync(
      join(site, "src", "charts", file),
      text.replace(/(from "\.[^"]*)\.ts"/g, '$1.js"'),
    );
  }
}
