import type { Published } from "../published/tables.ts";
import { keepChosen } from "./canvas.ts";
import { chartOf } from "./chart.ts";
import { barsOfResults, rangeOfResults, tableOfResults } from "./draw/crosschecks.ts";
import { drawLines } from "./draw/lines.ts";

export const chart = chartOf({
  name: "stock-in-other-units",
  rows: ({ crosscheck_results }: Pick<Published, "crosscheck_results">, choice) => {
    const rows = keepChosen(crosscheck_results, choice).filter(({ unit }) =>
      /^(?:days|months) of /u.test(unit),
    );
    return rows.length === 0 ? null : rows;
  },
  title: (rows) => {
    const unit = rows[0]?.unit ?? "";
    const own = rows.filter((row) => row.unit === unit);
    return `The shells told of: ${rangeOfResults(own)} ${unit}`;
  },
  subtitle: () => "Rounds said to have come or to fit, in days of fire and months of output",
  note: (rows) =>
    [...new Set(rows.flatMap(({ condition }) => condition ?? []))]
      .concat("Both rates move.")
      .join(" "),
  table: tableOfResults,
  draw: (rows, canvas) => {
    const isDays = (unit: string): boolean => unit.startsWith("days");
    const style = {
      party: ({ unit }: { readonly unit: string }) => (isDays(unit) ? "russia" : "us"),
      unit: ({ unit }: { readonly unit: string }) => (isDays(unit) ? "days" : "months"),
    } as const;
    return drawLines(barsOfResults(rows, style), canvas);
  },
});
