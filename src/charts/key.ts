import type { Cell } from "./chart.ts";
import type { MarkRow } from "./mark-row.ts";
import type { MarkKind } from "./marks.ts";
import { COLOURS, type Party } from "./parties.ts";

/** One line of a chart's key: a mark or a colour, and what it means. */
export interface KeyEntry {
  /** Names the sample that the stylesheet draws. */
  readonly sample: string;
  /** The mark in words, for a file or a reader without samples; the page shows colours themselves. */
  readonly looks: string;
  readonly means: string;
  readonly is: "mark" | "colour";
}

type Shown = Exclude<MarkKind, "not stated">;

const MARKS: Readonly<Record<Shown, readonly [looks: string, means: string]>> = {
  point: ["dot", "one figure"],
  about: ["ring", "about"],
  range: ["bar", "from low to high"],
  floor: ["tick and arrow up the scale", "at least"],
  ceiling: ["tick and arrow down the scale", "up to"],
  computed: ["dashed diamond", "computed here"],
  planned: ["hatched box", "planned"],
  withdrawn: ["struck, grey", "not counted"],
  conflict: ["arrows away from each other", "claims exclude each other"],
};

const EXCLUDED = ["ring at an end", "the number itself is not included"] as const;

const PARTIES: Readonly<Record<Party, readonly [looks: string, means: string]>> = {
  us: ["blue", "United States"],
  ukraine: ["orange", "Ukraine"],
  south_korea: ["green", "South Korea"],
  russia: ["purple", "Russia"],
  north_korea: ["dark blue", "North Korea"],
  other: ["black", "others"],
};

const isMark = <Row extends object>(row: Row): row is Row & MarkRow =>
  "low_end" in row && "party" in row;

/** What is drawn with an end that is not part of it. */
const hasOpenEnd = ({ kind, low_end, high_end }: MarkRow): boolean =>
  ["range", "floor", "ceiling"].includes(kind) && [low_end, high_end].includes("excluded");

const keysOf = <Name extends string>(record: Readonly<Record<Name, unknown>>): readonly Name[] =>
  Object.keys(record) as Name[];

/**
 * What the marks and colours of a chart mean: those that its rows have, and no others. Colours
 * are told where there are several; a chart of other rows has its words beside its marks.
 */
export function keyOf<Row extends Readonly<Record<keyof Row, Cell>>>(
  rows: readonly Row[],
): readonly KeyEntry[] {
  const drawn = rows.filter(isMark).filter((row) => !("part" in row) || row.part !== "closure");
  const kinds = new Set(drawn.map(({ kind }) => kind));
  const parties = new Set(
    drawn
      .filter(({ kind }) => kind !== "withdrawn" && kind !== "not stated")
      .map((row) => row.party),
  );
  const entry = (
    is: KeyEntry["is"],
    sample: string,
    [looks, means]: readonly [string, string],
  ): KeyEntry => ({ is, sample, looks, means });
  return [
    ...keysOf(MARKS)
      .filter((kind) => kinds.has(kind))
      .map((kind) => entry("mark", kind, MARKS[kind])),
    ...(drawn.some(hasOpenEnd) ? [entry("mark", "excluded", EXCLUDED)] : []),
    ...keysOf(COLOURS)
      .filter((party) => parties.size > 1 && parties.has(party))
      .map((party) => entry("colour", party, PARTIES[party])),
  ];
}

/** A key as a sentence, for a file: "Marks: bar, from low to high; tick and arrow …". */
export function describeKey(key: readonly KeyEntry[]): string {
  const listed = (is: KeyEntry["is"]): string =>
    key
      .filter((one) => one.is === is)
      .map(({ looks, means }) => `${looks}: ${means}`)
      .join("; ");
  return (["mark", "colour"] as const)
    .map((is) => [is, listed(is)] as const)
    .filter(([, words]) => words !== "")
    .map(([is, words]) =>
      is === "mark" ? `Marks – ${words}.` : `Who says it, or whose it is – ${words}.`,
    )
    .join(" ");
}
