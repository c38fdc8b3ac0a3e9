import * as Plot from "@observablehq/plot";
import { formatFull } from "../words/numbers.ts";
import { chartOf } from "./chart.ts";
import { MUTED } from "./draw/colours.ts";
import { labelsOf } from "./draw/figures.ts";
import { type KeyEntry, keyOfSaid } from "./draw/key.ts";
import { type RateData, drawRates, noteOfRates, rateRows } from "./draw/rates.ts";
import { rowOfSaid } from "./draw/said.ts";

const WHOLE = "m_fire_ratio";

const COLOURS: readonly KeyEntry[] = [
  { sample: "bar", party: "russia", means: "along the whole front" },
  { sample: "bar", party: "other", means: "single sectors, or 155 mm alone" },
];

export const chart = chartOf({
  name: "fire-ratio",
  rows: (data: RateData, choice) =>
    rateRows(data, choice, {
      panelOf: ({ metric }) => (metric.startsWith(WHOLE) ? "" : null),
      whoseOf: ({ metric }) => (metric === WHOLE ? "russia" : "other"),
      ...{ most: 6, isCounted: true },
    }),
  title: ({ said }) => {
    const whole = said.filter(({ metric }) => metric === WHOLE);
    const ends = whole.flatMap(({ low, high, value }) => [low ?? value, high ?? value]);
    const [least = "", most = ""] = [Math.min(...ends), Math.max(...ends)].map(formatFull);
    if (whole.length < 2)
      return `Russian rounds for each Ukrainian one: ${said[0]?.printed ?? "not stated"}`;
    return `Russia is said to fire ${least} to ${most} rounds for each Ukrainian`;
  },
  subtitle: () => "Russian rounds for each Ukrainian round, as published; logarithmic scale",
  note: (rows) =>
    `${noteOfRates(rows)} Grey is another ratio: of single sectors, or to Ukraine’s 155-mm rounds alone.`,
  key: ({ said }) => [
    ...COLOURS.filter(({ party }) => said.some((one) => one.party === party)),
    ...keyOfSaid(said),
  ],
  labels: ({ named }) => labelsOf(named),
  table: ({ said }) => said.map((one) => rowOfSaid(one, "Russian rounds per Ukrainian round")),
  draw: (rows, canvas) =>
    drawRates(rows, canvas, {
      ...{ scale: "log", ticks: [1, 2, 3, 5, 10], height: 320 },
      format: (ratio) => `${ratio}:1`,
      marks: Plot.ruleY([1], { stroke: MUTED, strokeWidth: 1.5 }),
    }),
});
