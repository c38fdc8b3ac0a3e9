/** Data loader: every chart as a file, at figures/NAME.svg, and its rows at figures/NAME.csv. */
import { dataFolder } from "./ledger/data-folder.ts";
import { findChart } from "./notebook/charts.ts";
import { figureFiles } from "./notebook/figure.ts";
import { openModel } from "./notebook/model.ts";
import { PAGES, findFences } from "./notebook/uses.ts";
import { zipOf } from "./notebook/zip.ts";

const model = openModel(dataFolder());
const figures = findFences(PAGES, "chart").flatMap((name) =>
  figureFiles(findChart(name, model), model),
);
const files = figures.flatMap(([name, { svg, csv }]): [string, string][] => [
  [`${name}.svg`, svg],
  [`${name}.csv`, csv],
]);
process.stdout.write(zipOf(new Map(files)));
