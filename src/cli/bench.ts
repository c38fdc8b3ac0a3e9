/**
 * Measures the build, the pages and the first chart, in one run.
 *
 * Times differ between machines: each is therefore set beside a peer measured
 * in the same run, and only the ratio is judged.
 */
import { join } from "node:path";
import { showCell } from "../ledger/faults.ts";
import { launchChromium } from "./bench/browser.ts";
import { type BuildComparison, compareBuilds } from "./bench/builds.ts";
import { BuildFault, inTemporaryFolder } from "./bench/copies.ts";
import { type ScanBench, benchScan } from "./bench/scan.ts";
import { formatBuilds, formatFirstChart, formatPages, formatScan } from "./bench/tables.ts";
import { type FirstChart, compareFirstChart } from "./bench/usual.ts";
import { type PageWeight, measureSite } from "./bench/weight.ts";
import { type Flags, parseFlags } from "./flags.ts";
import { WrongUse } from "./wrong-use.ts";

const HELP = `npm run --silent bench -- [--runs N] [--json]

Builds this site and a bare Framework site in a temporary folder, weighs every
page in Chromium, and times the first chart on a slow phone beside the same
chart drawn in the browser, and the figure scanner beside its peer. Takes a few
minutes.

  --runs N  builds of each kind; visits are two for each build, less one (default 3)
  --json    prints {build, pages, first_chart, scan} as one JSON object
`;

interface Bench {
  readonly build: BuildComparison;
  readonly pages: readonly PageWeight[];
  readonly first_chart: FirstChart;
  readonly scan: ScanBench;
}

async function bench(runs: number): Promise<Bench> {
  return inTemporaryFolder(async (folder) => {
    const root = process.cwd();
    const build = await compareBuilds(root, folder, runs);
    const browser = await launchChromium();
    try {
      const pages = await measureSite(browser, join(folder, "ours", "dist"));
      const first_chart = await compareFirstChart(browser, root, folder, 2 * runs - 1);
      return { build, pages, first_chart, scan: benchScan() };
    } finally {
      await browser.close();
    }
  });
}

function readRuns(flags: Flags): number {
  const [text = "3"] = flags.get("runs") ?? [];
  const runs = Number(text);
  if (Number.isInteger(runs) && runs >= 1) return runs;
  throw new WrongUse({
    place: "--runs",
    found: showCell(text),
    expected: "a whole number from 1",
    mend: "leave the flag out for 3",
  });
}

async function main(): Promise<string> {
  const flags = parseFlags(process.argv.slice(2), { runs: "once", json: "switch", help: "switch" });
  if (flags.has("help")) return HELP;
  const result = await bench(readRuns(flags));
  if (flags.has("json")) return `${JSON.stringify(result, null, 2)}\n`;
  const parts = [
    formatBuilds(result.build),
    formatPages(result.pages),
    formatFirstChart(result.first_chart),
    formatScan(result.scan),
  ];
  return `${parts.join("\n\n")}\n`;
}

try {
  process.stdout.write(await main());
} catch (error) {
  if (!(error instanceof BuildFault) && !(error instanceof WrongUse)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error instanceof WrongUse ? 2 : 1;
}
