import type { Published, PublishedCrosscheck } from "../published/tables.ts";
import { capitalise } from "../words/names.ts";
import { formatFew } from "../words/numbers.ts";
import { keepChosen } from "./canvas.ts";
import { chartOf } from "./chart.ts";
import { barsOfResults, rangeOfResults, tableOfResults } from "./draw/crosschecks.ts";
import { drawLines } from "./draw/lines.ts";

/** The rounds that a container would have to hold to reach a number are no load that anybody gives. */
const isLoad = ({ unit, low, low_inclusive, high }: PublishedCrosscheck): boolean =>
  unit === "rounds/container" &&
  (low !== null || high !== null) &&
  !(low === 0 && low_inclusive === false);

export const chart = chartOf({
  name: "implied-load",
  rows: ({ crosscheck_results }: Pick<Published, "crosscheck_results">, choice) => {
    const loads = keepChosen(crosscheck_results, choice).filter(isLoad);
    // the same division held against another is drawn once
    const once = [...new Map(loads.map((row) => [row.formula, row])).values()];
    return once.length === 0 ? null : once;
  },
  title: (rows) => `The figures imply ${rangeOfResults(rows)} rounds a container`,
  subtitle: () => "Rounds divided by the containers that they are said to be in or to fill",
  note: (rows) =>
    `${capitalise(formatFew(rows.length, "division"))}. A number of 122-mm rounds and one of 152-mm shells are of the same containers, which hold one or the other or a mix.`,
  table: tableOfResults,
  draw: (rows, canvas) =>
    drawLines(barsOfResults(rows, { party: () => "north_korea", unit: () => "" }), canvas),
});
