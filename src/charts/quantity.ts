import * as Plot from "@observablehq/plot";
import { capitalise, firstFitting } from "../words/names.ts";
import { chartOf } from "./chart.ts";
import { MUTED } from "./draw/colours.ts";
import { labelsOf } from "./draw/figures.ts";
import { keyOfSaid } from "./draw/key.ts";
import { type RateData, type RateStyle, drawRates, noteOfRates, rateRows } from "./draw/rates.ts";
import { rowOfSaid } from "./draw/said.ts";
import * as total from "./draw/total.ts";

const LEVEL: RateStyle = { height: 320 };
const RATIO: RateStyle = {
  ...{ ...LEVEL, scale: "log", ticks: [1, 2, 5, 10] },
  format: (ratio) => `${ratio}:1`,
  marks: Plot.ruleY([1], { stroke: MUTED, strokeWidth: 1.5 }),
};

/** Any quantity: of a total its ranges, of anything else its figures over the time they speak of. */
export const chart = chartOf({
  name: "quantity",
  rows: (data: total.TotalData & RateData, choice) => {
    const { metric } = choice;
    const first = data.claims.find((row) => row.metric === metric);
    if (first === undefined || metric === undefined) return null;
    const { measure, unit, metric_label: label } = first;
    if (measure === "total") {
      const rows = total.totalRows(data, choice, { metric, sets: ["stated"] });
      return rows && { ...rows, measure, label, panels: null };
    }
    const rows = rateRows(data, choice, {
      panelOf: (claim) => (claim.metric === metric ? "" : null),
      most: 6,
    });
    return rows && { ...rows, measure, label, unit };
  },
  title: ({ said, label }) => {
    const [newest] = said
      .filter(({ kind }) => kind === "said" || kind === "could")
      .toSorted((a, b) => (b.last?.getTime() ?? 0) - (a.last?.getTime() ?? 0));
    const { printed, when } = newest ?? { printed: "only planned", when: "not dated" };
    const full = `${label}: ${printed} (${when})`;
    return firstFitting([full, `${label}: ${printed}`, `${capitalise(printed)} (${when})`], 12);
  },
  subtitle: ({ label, unit }) => `${label}; ${unit.replace("/", " a ")}, as published`,
  note: (rows) => (rows.panels === null ? total.noteOfTotal(rows) : noteOfRates(rows)),
  key: (rows) => (rows.panels === null ? total.keyOfTotal(rows) : keyOfSaid(rows.said)),
  labels: ({ named }) => labelsOf(named),
  table: (rows) =>
    rows.panels === null
      ? total.tableOfTotal(rows)
      : rows.said.map((one) => rowOfSaid(one, rows.unit)),
  draw: (rows, canvas) =>
    rows.panels === null
      ? total.drawTotal(rows, canvas)
      : drawRates(rows, canvas, rows.measure === "ratio" ? RATIO : LEVEL),
});
