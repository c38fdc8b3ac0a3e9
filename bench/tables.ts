import type { BuildComparison } from "./builds.ts";
import type { PreviewComparison } from "./preview.ts";
import type { FirstChart } from "./usual.ts";
import type { ReconcileBench } from "./reconcile.ts";
import type { ScanBench } from "./scan.ts";
import type { PageWeight } from "./weight.ts";
import type { WhatIfBench } from "./what-if.ts";

/** Lays rows out as text, the first column to the left, the others to the right. */
export function formatTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, ...rows];
  const widths = head.map((_, column) =>
    Math.max(...lines.map((line) => (line[column] ?? "").length)),
  );
  return lines
    .map((line) =>
      line
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join("  "),
    )
    .join("\n");
}

/** Lays out what every page costs. */
export function formatPages(pages: readonly PageWeight[]): string {
  return formatTable(
    ["page", "requests", "kB", "charts", "in first paint"],
    pages.map((page) => [
      page.page,
      String(page.requests),
      page.kilobytes.toFixed(1),
      String(page.charts),
      String(page.charts_in_first_paint),
    ]),
  );
}

const seconds = (value: number) => value.toFixed(2);

const verdict = (passed: boolean) => (passed ? "PASS" : "over");

/** Lays out how long builds take. */
export function formatBuilds(build: BuildComparison): string {
  const { ours, bare, pages } = build;
  const table = formatTable(
    [`build, ${pages} pages`, "clean s", "warm s"],
    [
      ["this site", seconds(ours.clean), seconds(ours.warm)],
      ["bare Framework site", seconds(bare.clean), seconds(bare.warm)],
      ["ratio", build.clean_ratio.toFixed(2), build.warm_ratio.toFixed(2)],
    ],
  );
  return `${table}\nclean ratio at most ${build.clean_ratio_allowed}: ${verdict(build.passed)}`;
}

/** Lays out how long a phone waits for its first chart. */
export function formatFirstChart(first: FirstChart): string {
  const table = formatTable(
    ["390 px, processor ÷4, slow 4G", "first paint ms", "first chart ms"],
    [
      [
        `drawn at build time: ${first.page}`,
        first.ours_paint_ms.toFixed(0),
        first.ours_ms.toFixed(0),
      ],
      ["drawn in the browser", first.usual_paint_ms.toFixed(0), first.usual_ms.toFixed(0)],
      ["ratio", "", first.ratio.toFixed(2)],
    ],
  );
  return `${table}\nratio at most ${first.ratio_allowed}: ${verdict(first.passed)}`;
}

/** Lays out how long changed settings take to be seen. */
export function formatWhatIf(bench: WhatIfBench): string {
  const row = (name: string, median: number, worst: string) => [name, median.toFixed(0), worst];
  const table = formatTable(
    [`/what-if, ${String(bench.changes)} changes, input to picture`, "median ms", "worst ms"],
    [
      row("core articles", bench.core_ms, bench.core_worst_ms.toFixed(0)),
      row("all documents", bench.all_ms, bench.all_worst_ms.toFixed(0)),
      ["first change of a visit", "", bench.first_ms.toFixed(0)],
      row("a word changed on the same page", bench.word_ms, ""),
      ["ratio of all documents to a word", bench.ratio.toFixed(2), ""],
    ],
  );
  return `${table}\nat most ${String(bench.allowed_ms)} ms: ${verdict(bench.passed)}`;
}

/** Lays out how long an edit takes to be seen in a preview. */
export function formatPreviews(preview: PreviewComparison): string {
  const row = (name: string, ms: number, ratio: number) => [name, ms.toFixed(0), ratio.toFixed(2)];
  return formatTable(
    ["npm run dev, from an edit to the sight of it", "ms", "ratio"],
    [
      row("of a table", preview.tables_ms, preview.tables_ratio),
      row("of a module", preview.module_ms, preview.module_ratio),
      row("of a page", preview.page_ms, preview.page_ratio),
      row("of a page in a bare Framework site", preview.bare_page_ms, 1),
    ],
  );
}

/** The scanner's throughput beside its peer, its growth, and its slowest inputs. */
export function formatScan(scan: ScanBench): string {
  const ratio = scan.mb_per_s / scan.peer_mb_per_s;
  return [
    `scanner                 ${scan.mb_per_s.toFixed(2)} MB/s, peer ${scan.peer_mb_per_s.toFixed(3)} MB/s`,
    `ratio at least 20: ${ratio >= 20 ? "PASS" : "under"} (${ratio.toFixed(0)})`,
    `growth from 10 kB to 10 MB: n^${scan.exponent.toFixed(2)}`,
    ...Object.entries(scan.adversarial_ms).map(
      ([name, ms]) =>
        `100 kB of ${name}: ${ms.toFixed(0)} ms, n^${(scan.adversarial_exponent[name] ?? NaN).toFixed(2)}`,
    ),
  ].join("\n");
}

/** How fast claims are reconciled beside DuckDB, what that takes, and how it grows. */
export function formatReconcile({ reconcile, exponent }: ReconcileBench): string {
  const table = formatTable(
    ["claims", "ranges", "s", "cpu s", "peak MB", "DuckDB s", "ratio"],
    reconcile.map((row) => [
      String(row.claims),
      String(row.ranges),
      seconds(row.seconds),
      seconds(row.cpu_seconds),
      row.peak_mb.toFixed(0),
      row.duckdb_seconds === null
        ? `over ${row.duckdb_allowed_seconds.toFixed(0)}`
        : seconds(row.duckdb_seconds),
      `${row.duckdb_seconds === null ? "below " : ""}${row.ratio.toFixed(2)}`,
    ]),
  );
  const judged = reconcile.filter(({ claims }) => claims >= 1e5);
  return [
    table,
    Number.isNaN(exponent)
      ? "growth: told from two sizes on"
      : `growth at most n^1.1: ${verdict(exponent <= 1.1)} (n^${exponent.toFixed(2)})`,
    ...judged.map(
      ({ claims, ratio }) =>
        `ratio to DuckDB at ${String(claims)} claims at most 1: ${verdict(ratio <= 1)}`,
    ),
    "timed: tables in memory to totals on each day, with all claims and without each origin",
  ].join("\n");
}
