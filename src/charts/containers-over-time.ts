import { formatBy, formatMonth } from "../words/days.ts";
import { capitalise } from "../words/names.ts";
import { formatFew } from "../words/numbers.ts";
import { formatBriefs } from "../words/ranges.ts";
import { chartOf } from "./chart.ts";
import { clashesIn } from "./draw/clashes.ts";
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

const METRIC = "m_containers_delivered";

export const chart = chartOf({
  name: "containers-over-time",
  rows: (data: TotalData, choice) => {
    const rows = totalRows(data, choice, { metric: METRIC, sets: ["stated"] });
    return rows && { ...rows, clashes: clashesIn(data, choice, METRIC) };
  },
  title: ({ sets, clashes }) => {
    const found = lastRanges(sets[0]?.branches ?? []);
    if (found === null) return "How many containers came is not stated";
    const range = `${capitalise(formatBy(found.day))}: ${formatBriefs(found.steps)} containers`;
    const [clash] = clashes;
    return clash?.to ? `${range}; in ${formatMonth(clash.to)} two counts clash` : range;
  },
  subtitle: () => "Containers said to have gone from North Korea to Russia, all up to each day",
  note: (rows) => {
    const more = rows.said.length - rows.named.length;
    const others =
      more > 0 ? ` ${capitalise(formatFew(more, "more count"))} without a number.` : "";
    return `${noteOfTotal(rows)}${others} What containers could hold is a chart of its own.`;
  },
  key: keyOfTotal,
  labels: ({ named }) => labelsOf(named),
  table: tableOfTotal,
  draw: drawTotal,
});
