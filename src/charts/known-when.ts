import type { Published } from "../published/tables.ts";
import { formatBy, formatMonth } from "../words/days.ts";
import { formatEnd } from "../words/numbers.ts";
import { chartOf } from "./chart.ts";
import { labelsOf, numbered } from "./draw/figures.ts";
import { answersIn, movedBy } from "./draw/known.ts";
import { rowOfSaid } from "./draw/said.ts";
import { drawTotal, keyOfTotal } from "./draw/total.ts";

export const chart = chartOf({
  name: "known-when",
  rows: (data: Pick<Published, "hindsight" | "claims">, { collection }) => {
    // what was known is published for all documents together
    if (collection === "core") return null;
    const { steps, ...answers } = answersIn(data, "m_shells_delivered");
    const said = movedBy(steps, data.claims);
    const sets = [{ assume: "stated", branches: [{ condition: "", steps }] }] as const;
    const total = { what: said[0]?.what ?? "", unit: "rounds", party: "north_korea" } as const;
    if (said.length < 2) return null;
    return { ...total, ...answers, steps, sets, said, named: numbered(said), struck: 0 };
  },
  title: ({ steps }) => {
    const [before = 0, last = 0] = steps.slice(-2).map(({ low }) => low ?? 0);
    const month = formatMonth(steps.at(-1)?.known_on ?? "");
    const verb = last < before ? "fell" : "rose";
    return `In ${month} the floor ${verb} from ${formatEnd(before, "low")} to ${formatEnd(last, "low")}`;
  },
  subtitle: ({ day }) => `Artillery rounds sent ${formatBy(day)}: the answer by day of publication`,
  note: ({ steps }) =>
    `${(steps.at(-1)?.fewest_wrong ?? 0) > 0 ? "Since the last step figures exclude each other, and what is drawn is all that some of them leave. " : ""}A document of a month counts from its last day.`,
  key: keyOfTotal,
  labels: ({ named }) => labelsOf(named),
  table: ({ said }) => said.map((one) => rowOfSaid(one, "rounds")),
  draw: drawTotal,
});
