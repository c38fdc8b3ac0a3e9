import { formatBy } from "../words/days.ts";
import { capitalise } from "../words/names.ts";
import { formatBriefs } from "../words/ranges.ts";
import { chartOf } from "./chart.ts";
import { labelsOf } from "./draw/figures.ts";
import { lastRanges } from "./draw/region.ts";
import {
  type TotalData,
  drawTotal,
  keyOfTotal,
  noteOfTotal,
  tableOfTotal,
  totalRows,
} from "./draw/total.ts";

export const chart = chartOf({
  name: "shells-over-time",
  rows: (data: TotalData, choice) =>
    totalRows(data, choice, {
      metric: "m_shells_delivered",
      sets: ["stated", "opening", "spans"],
      beside: "m_rounds_capacity",
    }),
  title: ({ sets }) => {
    const found = lastRanges(sets[0]?.branches ?? []);
    return found === null
      ? "How many shells came is not stated"
      : `${capitalise(formatBy(found.day))}: ${formatBriefs(found.steps)} shells`;
  },
  subtitle: () =>
    "Artillery rounds said to have been sent from North Korea to Russia, all up to each day",
  note: (rows) =>
    `${noteOfTotal(rows)} What the counted containers could hold is another quantity, and binds nothing here.`,
  key: (rows) => keyOfTotal(rows, { could: "containers could hold" }),
  labels: ({ named }) => labelsOf(named),
  table: tableOfTotal,
  draw: drawTotal,
});
