import { formatDays } from "../words/days.ts";
import { chartOf } from "./chart.ts";
import { clashesIn } from "./draw/clashes.ts";
import { labelsOf } from "./draw/figures.ts";
import { keyOfSaid } from "./draw/key.ts";
import { type RateData, drawRates, noteOfRates, rateRows } from "./draw/rates.ts";
import { rowOfSaid } from "./draw/said.ts";
import { perDay } from "./draw/units.ts";

const PANELS: Readonly<Record<string, string>> = {
  m_fire_rate_russia: "Russia fires, rounds a day",
  m_fire_rate_ukraine: "Ukraine fires, rounds a day",
};

export const chart = chartOf({
  name: "fire-over-time",
  rows: (data: RateData, choice) => {
    const all = clashesIn(data, choice, "m_fire_rate_russia");
    const clashes = all.filter(({ isSameTime }) => isSameTime);
    const rows = rateRows(data, choice, {
      panelOf: ({ series, unit }) => (unit.startsWith("rounds/") ? (PANELS[series] ?? null) : null),
      ...{ factorOf: perDay, most: 6, isCounted: true },
      // what the title speaks of is named
      matter: () => clashes.slice(0, 1).flatMap(({ claims }) => claims),
    });
    return rows && { ...rows, clashes };
  },
  title: ({ said, clashes }) => {
    const [[clash], [first]] = [clashes, said];
    return clash === undefined
      ? `${first?.who ?? ""}: ${first?.printed ?? ""} rounds a day, ${first?.when ?? ""}`
      : `${formatDays(clash.from, clash.to)}: ${clash.printed.join(" or ")} Russian rounds a day`;
  },
  subtitle: () => "Artillery rounds fired a day, as published; logarithmic scale",
  note: (rows) => `${noteOfRates(rows)} Figures for months and years are divided by their days.`,
  key: ({ said }) => keyOfSaid(said),
  labels: ({ named }) => labelsOf(named),
  table: ({ said }) => said.map((one) => rowOfSaid(one, "rounds/day")),
  draw: (rows, canvas) =>
    drawRates(rows, canvas, {
      ...{ scale: "log", ticks: [2000, 5000, 10_000, 20_000, 50_000], height: 270 },
    }),
});
