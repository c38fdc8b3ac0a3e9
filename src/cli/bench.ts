/**
 * Measures the build, the pages and the first chart, in one run.
 *
 * Times differ between machines: each is therefore set beside a peer measured
 * in the same run, and only the ratio is judged.
 */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { launchChromium } from "./bench/browser.ts";
import { type BuildComparison, compareBuilds } from "./bench/builds.ts";
import { BuildFault, inTemporaryFolder } from "./bench/copies.ts";
import { formatBuilds, formatFirstChart, formatPages } from "./bench/tables.ts";
import { type FirstChart, compareFirstChart } from "./bench/usual.ts";
import { type PageWeight, measureSite } from "./bench/weight.ts";

const HELP = `npm run --silent bench -- [--runs N] [--json]

Builds this site and a bare Framework site in a temporary folder, weighs every
page in Chromium, and times the first chart on a slow phone beside the same
chart drawn in the browser. Takes a few minutes.

  --runs N  builds of each kind; visits are two for each build, less one (default 3)
  --json    prints {build, pages, first_chart} as one JSON object
`;

interface Bench {
  readonly build: BuildComparison;
  readonly pages: readonly PageWeight[];
  readonly first_chart: FirstChart;
}

async function bench(runs: number): Promise<Bench> {
  return inTemporaryFolder(async (folder) => {
    const root = process.cwd();
    const build = await compareBuilds(root, folder, runs);
    const browser = await launchChromium();
    try {
      const pages = await measureSite(browser, join(folder, "ours", "dist"));
      const first_chart = await compareFirstChart(browser, root, folder, 2 * runs - 1);
      return { build, pages, first_chart };
    } finally {
      await browser.close();
    }
  });
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      runs: { type: "string", default: "3" },
      json: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const runs = Number(values.runs);
  if (!Number.isInteger(runs) || runs < 1) {
    process.stderr.write(
      `--runs: found "${values.runs}"\n  expected a whole number from 1\n\n${HELP}`,
    );
    return 2;
  }
  const result = await bench(runs);
  if (values.json) process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
  else {
    const parts = [
      formatBuilds(result.build),
      formatPages(result.pages),
      formatFirstChart(result.first_chart),
    ];
    process.stdout.write(`${parts.join("\n\n")}\n`);
  }
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof BuildFault)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
