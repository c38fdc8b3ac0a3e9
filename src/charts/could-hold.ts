import { formatMonth } from "../words/days.ts";
import { chartOf } from "./chart.ts";
import { labelsOf } from "./draw/figures.ts";
import { type KeyEntry, keyOfSaid } from "./draw/key.ts";
import { type Said, inkOf } from "./draw/said.ts";
import { dayOf } from "./draw/time.ts";
import { type TotalData, drawTotal, tableOfTotal, totalRows } from "./draw/total.ts";

/** The calibre that a figure takes all rounds to have; null where it does not say. */
const calibreOf = ({ alternative }: Said): string | null =>
  /all_(\d+)/u.exec(alternative ?? "")?.[1] ?? null;

/** Here it is the quantity itself, and not a pale layer beside another; the smaller calibre is grey. */
function coloured(said: Said): Said {
  const party = calibreOf(said) === "122" ? "other" : "north_korea";
  return { ...said, party, kind: "said", ...inkOf("said", said.shape, party) };
}

const CALIBRES: readonly KeyEntry[] = [
  { sample: "bar", party: "north_korea", means: "152 mm, or not said" },
  { sample: "bar", party: "other", means: "122 mm" },
];

export const chart = chartOf({
  name: "could-hold",
  rows: (data: TotalData, choice) => {
    const rows = totalRows(data, choice, { metric: "m_rounds_capacity", sets: [] });
    return rows && { ...rows, said: rows.said.map(coloured) };
  },
  title: ({ said }) => {
    const last = Math.max(...said.map((one) => one.last?.getTime() ?? 0));
    const newest = said.filter((one) => one.last?.getTime() === last);
    const [most] = newest.toSorted((a, b) => b.value - a.value);
    const calibre = most === undefined ? null : calibreOf(most);
    const rounds = calibre === null ? "rounds" : `${calibre}-mm rounds`;
    const month = formatMonth(dayOf(new Date(last - 1)));
    return `Containers counted by ${month} could hold ${most?.printed ?? ""} ${rounds}`;
  },
  subtitle: () => "Artillery rounds that the counted containers could hold, as published",
  note: () =>
    "Room is not delivery. Where a speaker gives a number for each of two calibres, the containers hold one or the other or a mix, never the sum.",
  key: ({ said }) => [
    ...CALIBRES.filter(({ party }) => said.some((one) => one.party === party)),
    ...keyOfSaid(said),
  ],
  labels: ({ named }) =>
    labelsOf(named).map((label, at) => {
      const calibre = named[at] && calibreOf(named[at].said);
      return calibre ? { ...label, words: `${label.words}, if all were ${calibre} mm` } : label;
    }),
  table: tableOfTotal,
  draw: drawTotal,
});
