import { readFileSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type OpenedChart, openable } from "../charts/open.ts";
import type { Cell, Chart } from "../charts/chart.ts";
import type { Published } from "../reconcile/published.ts";

/** A chart found in src/charts, with the file that it is written in. */
export interface FoundChart {
  readonly name: string;
  readonly open: (published: Published) => OpenedChart;
  /** The module's own text, shown folded under the figure. */
  readonly code: string;
}

const FOLDER = fileURLToPath(new URL("../charts/", import.meta.url));

const hasChart = (
  module: object,
): module is { readonly chart: Chart<Readonly<Record<string, Cell>>> } => "chart" in module;

async function findCharts(): Promise<ReadonlyMap<string, FoundChart>> {
  const files = readdirSync(FOLDER)
    .filter((file) => file.endsWith(".ts"))
    .sort();
  const found = await Promise.all(
    files.map(async (file): Promise<readonly FoundChart[]> => {
      const name = basename(file, ".ts");
      const module = (await import(`../charts/${name}.ts`)) as object;
      if (!hasChart(module)) return [];
      const code = readFileSync(join(FOLDER, file), "utf8");
      return [{ name, open: openable(module.chart), code }];
    }),
  );
  return new Map(found.flat().map((one) => [one.name, one]));
}

/** Every module of src/charts that exports a `chart`, by its file's name: a new chart is one file. */
export const charts: ReadonlyMap<string, FoundChart> = await findCharts();
