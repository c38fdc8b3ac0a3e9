import type { Published } from "../published/tables.ts";
import { lowerFirst } from "../words/names.ts";
import { formatNumber } from "../words/numbers.ts";
import { keepChosen } from "./canvas.ts";
import { chartOf } from "./chart.ts";
import { type Bar, drawLines } from "./draw/lines.ts";
import { rowOfSaid, saidIn } from "./draw/said.ts";

export const chart = chartOf({
  name: "food-trade",
  rows: ({ claims }: Pick<Published, "claims">, choice) => {
    const own = keepChosen(claims, choice).filter(
      ({ topic, unit, unused }) => topic === "exchange" && unit === "t" && unused === null,
    );
    const said = saidIn(own).toSorted((a, b) => b.value - a.value);
    return said.length < 2 ? null : said;
  },
  title: (said) => {
    const [most, least] = [said[0], said.at(-1)];
    const times = formatNumber((most?.value ?? 0) / (least?.value ?? 1));
    const [more = "", less = ""] = [most, least].map((one) =>
      one?.what.replace(/ that .+?(?= from )/u, ""),
    );
    return `${more}: ${times} times the ${lowerFirst(less)}`;
  },
  subtitle: ([first]) => `Tonnes of food that North Korea imported, ${first?.when ?? ""}`,
  note: () => "Rice is not maize and flour, and trade that is not recorded is not in it.",
  table: (said) => said.map((one) => rowOfSaid(one, "t")),
  draw: (said, canvas) => {
    const bars = said.map((one): Bar => {
      const line = `${one.what}: ${one.who}, ${one.when}`;
      return { ...one, line, low: 0, words: `${one.printed} t`, tint: 2 };
    });
    return drawLines(bars, canvas);
  },
});
