/**
 * Measures the build, the pages, the first chart, the preview, the scanner and the reconciliation, in one run.
 *
 * Times differ between machines: each is therefore set beside a peer measured
 * in the same run, and only the ratio is judged.
 */
import { join } from "node:path";
import { showCell } from "../src/ledger/faults.ts";
import { launchChromium } from "./browser.ts";
import { type BuildComparison, compareBuilds } from "./builds.ts";
import { BuildFault, inTemporaryFolder } from "./copies.ts";
import { type PreviewComparison, comparePreviews } from "./preview.ts";
import { type ScanBench, benchScan } from "./scan.ts";
import { type ReconcileBench, SIZES, benchReconcile } from "./reconcile.ts";
import {
  formatBuilds,
  formatFirstChart,
  formatPages,
  formatPreviews,
  formatReconcile,
  formatScan,
  formatWhatIf,
} from "./tables.ts";
import { type FirstChart, compareFirstChart } from "./usual.ts";
import { type PageWeight, measureSite } from "./weight.ts";
import { type WhatIfBench, benchWhatIf } from "./what-if.ts";
import { type Flags, parseFlags } from "../src/cli/flags.ts";
import { WrongUse } from "../src/cli/wrong-use.ts";

const HELP = `npm run --silent bench -- [--runs N] [--only PART]... [--claims N]... [--json]

Builds this site and a bare Framework site in a temporary folder, weighs every
page in Chromium, and times the first chart on a slow phone beside the same
chart drawn in the browser, a change of the settings of /what-if beside one of
a word, an edit in the preview beside one in a bare site's, the figure scanner
beside its peer, and the reconciliation of made-up claims beside DuckDB. Takes
a few minutes.

  --runs N     builds of each kind; visits are two for each build, less one
               (default 3)
  --only PART  site (builds, pages, first chart, /what-if), preview, scan or
               reconcile; may be repeated; without it all four
  --claims N   how many claims to reconcile; may be repeated (default 1000,
               10000 and 100000)
  --json       prints {build, pages, first_chart, what_if, preview, scan,
               reconcile, exponent} as one JSON object, or those that were measured
`;

interface SiteBench {
  readonly build: BuildComparison;
  readonly pages: readonly PageWeight[];
  readonly first_chart: FirstChart;
  readonly what_if: WhatIfBench;
}

interface Bench {
  readonly site: SiteBench | null;
  readonly preview: PreviewComparison | null;
  readonly scan: ScanBench | null;
  readonly reconcile: ReconcileBench | null;
}

const PARTS = ["site", "preview", "scan", "reconcile"] as const;
type Part = (typeof PARTS)[number];

async function benchSite(runs: number): Promise<SiteBench> {
  return inTemporaryFolder(async (folder) => {
    const root = process.cwd();
    const build = await compareBuilds(root, folder, runs);
    const browser = await launchChromium({ prefersShell: false });
    try {
      const pages = await measureSite(browser, join(folder, "ours", "dist"));
      const first_chart = await compareFirstChart(browser, root, folder, 2 * runs - 1);
      const what_if = await benchWhatIf(browser, join(folder, "ours", "dist"));
      return { build, pages, first_chart, what_if };
    } finally {
      await browser.close();
    }
  });
}

async function benchPreview(): Promise<PreviewComparison> {
  return inTemporaryFolder(async (folder) => {
    const browser = await launchChromium({ prefersShell: false });
    try {
      return await comparePreviews(browser, process.cwd(), folder);
    } finally {
      await browser.close();
    }
  });
}

const bench = async (
  parts: ReadonlySet<Part>,
  runs: number,
  sizes: readonly number[],
): Promise<Bench> => ({
  site: parts.has("site") ? await benchSite(runs) : null,
  preview: parts.has("preview") ? await benchPreview() : null,
  scan: parts.has("scan") ? benchScan() : null,
  reconcile: parts.has("reconcile") ? await benchReconcile(sizes) : null,
});

function readParts(flags: Flags): ReadonlySet<Part> {
  const words = flags.get("only") ?? PARTS;
  return new Set(
    words.map((word) => {
      const part = PARTS.find((name) => name === word);
      if (part) return part;
      throw new WrongUse({
        place: "--only",
        found: showCell(word),
        expected: PARTS.join(", "),
        mend: "leave the flag out for all of them",
      });
    }),
  );
}

const readSizes = (flags: Flags): readonly number[] =>
  flags.get("claims")?.map((text) => readCount("--claims", text, SIZES.join(", "))) ?? SIZES;

function readCount(place: string, text: string, usual: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count >= 1) return count;
  throw new WrongUse({
    place,
    found: showCell(text),
    expected: "a whole number from 1",
    mend: `leave the flag out for ${usual}`,
  });
}

async function main(): Promise<string> {
  const flags = parseFlags(process.argv.slice(2), {
    runs: "once",
    only: "many",
    claims: "many",
    json: "switch",
    help: "switch",
  });
  if (flags.has("help")) return HELP;
  const runs = readCount("--runs", flags.get("runs")?.[0] ?? "3", "3");
  const { site, preview, scan, reconcile } = await bench(readParts(flags), runs, readSizes(flags));
  if (flags.has("json")) {
    const measured = {
      ...site,
      ...(preview ? { preview } : {}),
      ...(scan ? { scan } : {}),
      ...reconcile,
    };
    return `${JSON.stringify(measured, null, 2)}\n`;
  }
  const parts = [
    ...(site
      ? [
          formatBuilds(site.build),
          formatPages(site.pages),
          formatFirstChart(site.first_chart),
          formatWhatIf(site.what_if),
        ]
      : []),
    ...(preview ? [formatPreviews(preview)] : []),
    ...(scan ? [formatScan(scan)] : []),
    ...(reconcile ? [formatReconcile(reconcile)] : []),
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
