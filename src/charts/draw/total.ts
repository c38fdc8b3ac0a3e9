import * as Plot from "@observablehq/plot";
import type { Published } from "../../published/tables.ts";
import { formatDays } from "../../words/days.ts";
import { capitalise, formatList } from "../../words/names.ts";
import { formatFew, formatWord } from "../../words/numbers.ts";
import { type Canvas, type Choice, type TableRow, keepChosen } from "../canvas.ts";
import { INK, MUTED, type Party, partyOf } from "./colours.ts";
import { type Named, figuresAt, nameFigures, numbered, spotsOf } from "./figures.ts";
import { type KeyEntry, keyOfSaid } from "./key.ts";
import { type Spot, labels } from "./labels.ts";
import { isNarrow, numbersAtLeft, plot, roomFor, roundNumbers } from "./plot.ts";
import {
  type Asked,
  type Branch,
  type Domain,
  branchesOf,
  claimsIn,
  rangesOn,
  regionEdges,
  regionGround,
} from "./region.ts";
import { type Said, endsOf, inkOf, rowOfSaid, saidIn } from "./said.ts";
import { dayOf, endOf, yearOf, years } from "./time.ts";

/** What a chart of a total over time is made of. */
export interface TotalRows {
  readonly what: string;
  readonly unit: string;
  readonly party: Party;
  readonly domain: Domain;
  /** The ranges under each set of assumptions, the weakest first. */
  readonly sets: readonly {
    readonly assume: Asked["assume"];
    readonly branches: readonly Branch[];
  }[];
  readonly said: readonly Said[];
  readonly named: readonly Named[];
  /** How many figures are left out as they do not count. */
  readonly struck: number;
}

/** Which total a chart shows. */
export interface TotalAsked {
  readonly metric: string;
  /** Sets of assumptions that are drawn, the weakest first. */
  readonly sets: readonly Asked["assume"][];
  /** Another quantity that is drawn beside it, pale. */
  readonly beside?: string;
}

export type TotalData = Pick<Published, "claims" | "estimates" | "repairs" | "conflicts">;

/** The end of the day of the newest report: "now". */
export const newest = ({ claims }: Pick<Published, "claims">): Date =>
  endOf(
    claims.map((row) => row.published_on ?? "").reduce((a, b) => (a > b ? a : b), "1970-01-01"),
  );

/** Labels in a picture. */
const MOST = 6;
/** How many of the last ranges are told apart by who binds them. */
const LATEST = 8;

/** Claims that stand in conflicts, then those that bind the last ranges. */
function mattering(data: TotalData, branches: readonly Branch[], asked: Asked): readonly string[] {
  const series = data.estimates.find(({ metric }) => metric === asked.metric)?.series;
  const conflicts = data.conflicts.filter(
    ({ collection, assume, gap, ...row }) =>
      row.series === series &&
      collection === asked.collection &&
      assume === asked.assume &&
      gap > 0,
  );
  const last = branches.flatMap(({ steps }) => steps.slice(-LATEST).toReversed());
  return [
    ...conflicts.flatMap(({ testimony }) => testimony.flatMap((ids) => ids.split("+")[0] ?? [])),
    ...last.flatMap((step) => [...step.low_claims, ...step.high_claims]),
  ];
}

/**
 * Rows of a chart of a total: the ranges that the claims allow, and the claims as published.
 *
 * @returns null where nobody speaks of it.
 */
export function totalRows(data: TotalData, choice: Choice, asked: TotalAsked): TotalRows | null {
  const { metric, sets, beside } = asked;
  const own = keepChosen(data.claims, choice).filter(
    (row) => row.metric === metric || row.metric === beside,
  );
  const first = own.find((row) => row.metric === metric);
  const all = saidIn(own).filter(({ last }) => last !== null);
  const said = all.filter(({ kind }) => kind !== "struck");
  const until = newest(data);
  if (first === undefined || said.length === 0) return null;
  const earliest = Math.min(...said.map(({ last }) => last?.getTime() ?? Infinity));
  const domain = [yearOf(new Date(earliest)), until] as const;
  const drawn = sets.map((assume) => ({
    assume,
    branches: branchesOf(data, { ...choice, metric, assume }, domain),
  }));
  const [stated] = drawn;
  const matter = stated ? mattering(data, stated.branches, { ...choice, metric, ...stated }) : [];
  const named = nameFigures(
    said.filter((one) => one.metric === metric),
    matter,
    MOST,
  );
  return {
    ...{ what: first.metric_label, unit: first.unit, party: partyOf(first), domain, sets: drawn },
    // beside ranges in colour, figures are in ink
    said: said.map((one) => (sets.length > 0 && one.kind === "said" ? inInk(one) : one)),
    ...{ named: numbered(named), struck: all.length - said.length },
  };
}

const inInk = (said: Said): Said => {
  const { fill } = inkOf(said.kind, said.shape, said.party);
  return { ...said, stroke: INK, fill: fill === said.stroke ? INK : fill };
};

/** The edges of branches, and the words about each where it first differs most from the others. */
function spotsOfBranches(branches: readonly Branch[]): readonly Spot[] {
  const line = { panel: "", takes: "line" } as const;
  return branches.flatMap((branch) => {
    const edges = branch.steps.flatMap(({ from, to, low, high }): readonly Spot[] =>
      [low, high].flatMap((y) => (y === null ? [] : [{ ...line, x1: from, x2: to, y1: y, y2: y }])),
    );
    const others = branches.filter((other) => other !== branch);
    const own = branch.steps.filter(
      ({ from, high }) => !rangesOn(others, dayOf(from)).some((step) => step.high === high),
    );
    const [highest] = own.toSorted((a, b) => (b.high ?? 0) - (a.high ?? 0));
    if (branch.condition === "" || highest === undefined) return edges;
    const { from: x, high: y } = highest;
    const at = { x1: x, x2: x, y1: y ?? 0, y2: y ?? 0 };
    return [...edges, { ...line, ...at, words: branch.condition, isBold: true }];
  });
}

/** Draws a total over time: its ranges in steps, figures as published, labels beside them. */
export function drawTotal(
  { sets, said, named, party, domain }: TotalRows,
  canvas: Canvas,
): SVGSVGElement {
  const narrow = isNarrow(canvas);
  const stated = sets[0]?.branches ?? [];
  const steps = sets.flatMap(({ branches }) => branches.flatMap((branch) => branch.steps));
  const most =
    1.06 *
    Math.max(...said.map(({ value }) => value), ...steps.map(({ low, high }) => high ?? low ?? 0));
  const axis = { ticks: roundNumbers(most) };
  const spots = spotsOf(said, named, ({ last }) => [last, last]);
  return plot(canvas, {
    ...{ height: narrow ? 400 : 480, marginLeft: roomFor(axis), marginTop: 14, marginBottom: 26 },
    x: { type: "utc", domain: [...domain] },
    y: { domain: [0, most] },
    marks: [
      numbersAtLeft(axis),
      years(domain),
      sets.map(({ branches }, at) => regionGround(branches, party, at + 1)),
      regionEdges(stated, party),
      figuresAt(said, "last"),
      Plot.ruleY([0], { stroke: MUTED }),
      labels([...spots, ...spotsOfBranches(stated)], { isNumbersOnly: narrow }),
    ],
  });
}

/** Words for a set of assumptions in a key. */
const SETS: Readonly<Record<Asked["assume"], string>> = {
  stated: "what the figures allow together",
  opening: "and nothing before the first count",
  spans: "and quoted spans bind",
  contents: "and containers were full of shells",
};

export function keyOfTotal(
  { sets, said, party }: TotalRows,
  words: Parameters<typeof keyOfSaid>[1] = {},
): readonly KeyEntry[] {
  const grounds = sets.flatMap(({ assume, branches }, at): readonly KeyEntry[] =>
    branches.some(({ steps }) => steps.some(({ high }) => high !== null))
      ? [{ sample: "ground", party, tint: at + 1, means: SETS[assume] }]
      : [],
  );
  const isOpen = (sets[0]?.branches ?? []).some(({ steps }) =>
    steps.some(({ low, high }) => low !== null && high === null),
  );
  const fade: KeyEntry = { sample: "fade", party, means: "no ceiling known" };
  return [...grounds, ...(isOpen ? [fade] : []), ...keyOfSaid(said, words)];
}

/** Why there are several ranges, where undated figures stand, and what is left out. */
export function noteOfTotal({ sets, struck }: TotalRows): string {
  const conditions = (sets[0]?.branches ?? []).map(({ condition }) => condition).filter(Boolean);
  const each = formatList(conditions.map((one) => `one ${one}`));
  return [
    ...(conditions.length > 1
      ? [
          `${capitalise(formatWord(conditions.length))} ranges, as figures exclude each other: ${each}.`,
        ]
      : []),
    "Undated figures stand at their latest possible date.",
    ...(struck > 0
      ? [
          `Left out: ${formatFew(struck, "figure")} that a retelling changed, or that is read otherwise.`,
        ]
      : []),
  ].join(" ");
}

/** Figures as published, then the ranges that they allow. */
export const tableOfTotal = ({ said, sets, what, unit }: TotalRows): readonly TableRow[] => [
  ...said.map((one) => rowOfSaid(one, unit)),
  ...sets.flatMap(({ assume, branches }) =>
    branches.flatMap(({ condition, steps }) =>
      steps.map((step) => ({
        what: `${what}, in all`,
        who: `${SETS[assume]}${condition === "" ? "" : `, ${condition}`}`,
        when: formatDays(dayOf(step.from), dayOf(new Date(step.to.getTime() - 1))),
        ...{ ...endsOf(step), unit, said: "", sort: "computed", why: null },
        claims: claimsIn([step]),
      })),
    ),
  ),
];
