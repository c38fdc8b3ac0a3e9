import { group } from "d3-array";
import { capitalise, formatList } from "../words/names.ts";
import { formatFew } from "../words/numbers.ts";
import { keepChosen } from "./canvas.ts";
import { chartOf } from "./chart.ts";
import { partyOf } from "./draw/colours.ts";
import { labelsOf } from "./draw/figures.ts";
import { keyOfSaid } from "./draw/key.ts";
import { type RateData, drawRates, rateRows } from "./draw/rates.ts";
import { type Said, rowOfSaid, saidIn } from "./draw/said.ts";
import { perYear } from "./draw/units.ts";

const MAKER: Readonly<Record<string, string>> = {
  ...{ russia: "Russia", us: "the United States", europe: "Europe", north_korea: "North Korea" },
};

/** The most that is said to be made and the most that is planned, of each quantity or maker. */
const extremesIn = (said: readonly Said[], of: "metric" | "panel"): readonly Said[] =>
  [...group(said, (one) => `${one[of]} ${one.kind}`).values()].flatMap((own) => {
    const [most] = own.toSorted((a, b) => b.value - a.value);
    return most?.kind === "said" || most?.kind === "planned" ? [most] : [];
  });

export const chart = chartOf({
  name: "output-over-time",
  rows: (data: RateData, choice) => {
    const isRounds = (unit: string): boolean => unit.startsWith("rounds/");
    const rows = rateRows(data, choice, {
      panelOf: (claim) =>
        claim.topic === "production" && isRounds(claim.unit)
          ? (MAKER[partyOf(claim)] ?? null)
          : null,
      ...{ factorOf: perYear, most: 2 },
      matter: (said) => extremesIn(said, "panel").flatMap(({ claims }) => claims),
    });
    const others = keepChosen(data.claims, choice).filter(
      ({ topic, unit }) => topic === "production" && !isRounds(unit),
    );
    return rows && { ...rows, others: saidIn(others) };
  },
  title: ({ said }) => {
    const extremes = [...group(extremesIn(said, "metric"), ({ metric }) => metric).values()];
    const planning = extremes.flatMap(([a, b]) =>
      a && b && (a.kind === "planned" ? a.value > b.value : b.value > a.value) ? [a.panel] : [],
    );
    const [[first], makers] = [said, [...new Set(planning)]];
    return makers.length > 0
      ? `Plans exceed reported output in ${formatList(makers)}`
      : `${capitalise(first?.panel ?? "")}, ${first?.when ?? ""}: ${first?.printed ?? ""}`;
  },
  subtitle: () => "Artillery rounds a year, as published; figures for months times twelve",
  note: ({ others }) =>
    `Made, could make and planned are different things; some figures count refurbished rounds too.${others.length > 0 ? ` ${capitalise(formatFew(others.length, "more figure"))} about output, no rounds a year of one maker, in the table alone.` : ""}`,
  key: ({ said }) => keyOfSaid(said, { could: "could make" }),
  labels: ({ named }) => labelsOf(named),
  table: ({ said, others }) => [
    ...said.map((one) => rowOfSaid(one, "rounds/year")),
    ...others.map((one) => rowOfSaid(one, "as said")),
  ],
  draw: (rows, canvas) => drawRates(rows, canvas, { height: 300, isBeside: true }),
});
