import { formatBy } from "../words/days.ts";
import { formatFew } from "../words/numbers.ts";
import { formatBriefs, formatOurs, hullsOf } from "../words/ranges.ts";
import { chartOf } from "./chart.ts";
import { type Bar, drawLines } from "./draw/lines.ts";
import { branchesOf, claimsIn, lastClosed, rangesOn } from "./draw/region.ts";
import { endsOf } from "./draw/said.ts";
import { type TotalData, newest } from "./draw/total.ts";

const SETS = {
  stated: "What is said of shells sent",
  opening: "+ nothing came before the first count",
  spans: "+ quoted spans of estimates bind",
  contents: "+ containers were full of shells",
} as const;
const names = Object.keys(SETS) as (keyof typeof SETS)[];

export const chart = chartOf({
  name: "what-assumptions-do",
  rows: (data: TotalData, choice) => {
    const asked = { ...choice, metric: "m_shells_delivered" };
    const domain = [new Date(0), newest(data)] as const;
    const branches = names.map((assume) => branchesOf(data, { ...asked, assume }, domain));
    const [found] = branches.flatMap((own) => lastClosed(own) ?? []);
    if (found === undefined) return null;
    const steps = names.map((name, at) => {
      const own = rangesOn(branches[at] ?? [], found.day);
      const wrong = Math.max(0, ...own.map((one) => one.fewest_wrong ?? 0));
      return { set: SETS[name], ranges: hullsOf(own), wrong, claims: claimsIn(own) };
    });
    return { day: found.day, steps };
  },
  title: ({ steps }) => {
    const [first = "", last = ""] = [steps[0], steps.at(-1)].map((one) =>
      formatBriefs(one?.ranges ?? []),
    );
    const breaking = steps.find(({ wrong }) => wrong > (steps[0]?.wrong ?? 0));
    if (breaking === undefined)
      return first === last
        ? `No assumption moves ${first} shells`
        : `Assumptions make ${first} shells ${last}`;
    const wrong = formatFew(breaking.wrong, "figure is", "figures are");
    return `${breaking.set.replace("+ ", "If ")}, at least ${wrong} wrong`;
  },
  subtitle: ({ day }) =>
    `Artillery rounds sent ${formatBy(day)}, step by step of assumptions; each keeps those above it`,
  note: ({ steps }) =>
    `${steps.some(({ ranges }) => ranges.length > 1) ? "Bars with a gap between them exclude each other: each is what is left if some figures are wrong. " : ""}Ends are rounded outward. What an assumption adds is ours, and can be left out.`,
  table: ({ steps, day }) =>
    steps.flatMap(({ set, ranges, wrong, claims }) =>
      ranges.map((range) => ({
        ...{ what: "Artillery rounds, in all", who: set, when: formatBy(day), ...endsOf(range) },
        ...{ fewest_wrong: wrong, claims },
      })),
    ),
  draw: ({ steps }, canvas) => {
    const bars = steps.flatMap(({ set: line, ranges }, at) =>
      ranges.map((range): Bar => {
        return { ...range, line, words: formatOurs(range), party: "north_korea", tint: at + 1 };
      }),
    );
    return drawLines(bars, canvas, { isBold: true });
  },
});
