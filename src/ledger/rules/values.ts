import { type Draft, type Rule, byId } from "../draft.ts";
import { type Fault, showCell } from "../faults.ts";
import { plainDigits } from "../numbers.ts";
import type { Assumption, Claim } from "../tables.ts";

const ENDS = ["low", "best", "high"] as const;
type End = (typeof ENDS)[number];

const shown = (value: number | null): string => showCell(value === null ? "" : plainDigits(value));

function orderFaults(
  draft: Draft,
  table: "claims" | "assumptions",
  row: Claim | Assumption,
): readonly Fault[] {
  const set = ENDS.filter((end) => row[end] !== null);
  return set.slice(1).flatMap((end, index) => {
    const before: End = set[index] ?? "low";
    const [lower, upper] = [row[before] ?? 0, row[end] ?? 0];
    if (lower <= upper) return [];
    return [
      {
        ...draft.placeOf(table, row, end),
        found: `${shown(upper)}, below ${before} ${plainDigits(lower)}`,
        expected: "low, best and high from small to large",
        mend: "swap the cells, or correct the number that is wrong",
      },
    ];
  });
}

/** low ≤ best ≤ high wherever two of them are set. */
export const checkOrder: Rule = (draft) => [
  ...draft.tables.claims.rows.flatMap((row) => orderFaults(draft, "claims", row)),
  ...draft.tables.assumptions.rows.flatMap((row) => orderFaults(draft, "assumptions", row)),
];

/** A number of the tables and where it stands. */
interface Value {
  readonly table: "claims" | "assumptions";
  readonly row: Claim | Assumption;
  readonly end: End;
  readonly value: number;
}

const valuesOf = (table: Value["table"], row: Claim | Assumption): readonly Value[] =>
  ENDS.flatMap((end) => {
    const value = row[end];
    return value === null ? [] : [{ table, row, end, value }];
  });

const findValues = ({ tables: { claims, assumptions } }: Draft): readonly Value[] => [
  ...claims.rows.flatMap((row) => valuesOf("claims", row)),
  ...assumptions.rows.flatMap((row) => valuesOf("assumptions", row)),
];

/** No number is negative: every metric counts or measures something. */
export const checkNotNegative: Rule = (draft) =>
  findValues(draft)
    .filter(({ value }) => value < 0)
    .map(({ table, row, end, value }) => ({
      ...draft.placeOf(table, row, end),
      found: shown(value),
      expected: "0 or more: nothing that is counted here can be less than none",
      mend: "delete the minus sign, or correct the number",
    }));

/** A share in percent is no more than the whole. */
export const checkShares: Rule = (draft) => {
  const metrics = byId(draft.tables.metrics);
  return findValues(draft).flatMap(({ table, row, end, value }) => {
    const metric = metrics.get(row.metric ?? "");
    if (metric?.measure !== "share" || metric.unit !== "percent" || value <= 100) return [];
    return [
      {
        ...draft.placeOf(table, row, end),
        found: shown(value),
        expected: `0 to 100: ${metric.id} is a share in percent`,
        mend: `correct the number, or the measure of ${metric.id} if it can exceed the whole`,
      },
    ];
  });
};

interface Shape {
  readonly set: readonly End[];
  readonly empty: readonly End[];
  readonly because: string;
}

const POINT: Shape = { set: ["best"], empty: [], because: "the phrase states one number" };
const FLOOR: Shape = {
  set: ["low"],
  empty: ["high"],
  because: "the phrase states a floor and is open above",
};
const CEILING: Shape = {
  set: ["high"],
  empty: ["low"],
  because: "the phrase states a ceiling and is open below",
};
const RANGE: Shape = { set: ["low", "high"], empty: [], because: "the phrase states two ends" };

/** Which of low, best and high each bound fills. */
const shapes: Readonly<Record<Claim["bound"], Shape>> = {
  point: POINT,
  about: POINT,
  at_least: FLOOR,
  more_than: FLOOR,
  at_most: CEILING,
  less_than: CEILING,
  nearly: POINT,
  range: RANGE,
  span_of_estimates: RANGE,
  order_of_magnitude: POINT,
};

/** A claim's numbers have the shape that its bound says. */
export const checkBounds: Rule = (draft) =>
  draft.tables.claims.rows.flatMap((row) => {
    const shape = shapes[row.bound];
    const beside = `beside the bound ${row.bound}`;
    return [
      ...shape.set
        .filter((end) => row[end] === null)
        .map((end) => ({
          ...draft.placeOf("claims", row, end),
          found: `an empty cell ${beside}`,
          expected: `a number: ${shape.because}`,
          mend: `type the number into ${end}, or correct the bound`,
        })),
      ...shape.empty
        .filter((end) => row[end] !== null)
        .map((end) => ({
          ...draft.placeOf("claims", row, end),
          found: `${shown(row[end])} ${beside}`,
          expected: `an empty cell: ${shape.because}`,
          mend: `empty the cell, or correct the bound`,
        })),
    ];
  });

/** An assumption has a value, a formula for one, or is one of the readings that a claim chooses between. */
export const checkAssumptions: Rule = (draft) => {
  if (!draft.isSound("claims")) return [];
  const options = new Set(
    draft.tables.claims.rows.map(({ alternative }) => alternative?.split("/")[1]),
  );
  return draft.tables.assumptions.rows
    .filter(({ kind }) => kind === "word" || kind === "parameter" || kind === "reading")
    .filter(
      (row) => !row.derived_from && ENDS.every((end) => row[end] === null) && !options.has(row.id),
    )
    .map((row) => ({
      ...draft.placeOf("assumptions", row, "best"),
      found: "neither a value nor a formula",
      expected: "low, best or high, or derived_from, or a claim whose alternative names this row",
      mend: `type the value, or write GROUP/${row.id} as the alternative of the claim that it decides`,
    }));
};

/** A constraint is all of a set and one for all quantities; everything else is about one. */
export const checkConstraints: Rule = (draft) => {
  const rows = [...draft.tables.assumptions.rows].reverse();
  const first = new Map(rows.map((row) => [row.set, row]));
  return draft.tables.assumptions.rows.flatMap((row) => {
    const isConstraint = row.kind === "constraint";
    const at = (field: "set" | "metric" | "default", expected: string, mend: string) => [
      {
        ...draft.placeOf("assumptions", row, field),
        found: row[field] === null ? "an empty cell" : `"${row[field]}"`,
        expected,
        mend,
      },
    ];
    if (isConstraint !== (row.set !== null))
      return at(
        "set",
        isConstraint ? "the set of a constraint" : `an empty cell: the kind is ${row.kind}`,
        isConstraint ? "type opening, spans or contents" : "empty the cell, or correct the kind",
      );
    if (isConstraint !== (row.metric === null))
      return at(
        "metric",
        isConstraint ? "an empty cell: a constraint is one for all" : "the quantity it is about",
        isConstraint ? "empty the cell" : "type the id of the metric",
      );
    if (isConstraint && row.default === "on")
      return at("default", "off: estimates rest on what is stated", "type off");
    if (isConstraint && first.get(row.set) !== row)
      return at("set", "a set that no other row has", "join the two rows");
    return [];
  });
};

const EXCLUDED = { low_exclusive: "low", high_exclusive: "high" } as const;

/** An end can be excluded only where one is stated, and where that leaves any number. */
export const checkExclusive: Rule = (draft) =>
  draft.tables.claims.rows.flatMap((row) =>
    (["low_exclusive", "high_exclusive"] as const)
      .filter((field) => row[field] === "yes")
      .flatMap((field) => {
        const end = EXCLUDED[field];
        const at = draft.placeOf("claims", row, field);
        if (row[end] === null)
          return [
            {
              ...at,
              found: `"yes", but ${end} is empty`,
              expected: `a number in ${end} that is excluded`,
              mend: "empty the cell, or type the number",
            },
          ];
        if (row.low !== row.high) return [];
        return [
          {
            ...at,
            found: `"yes", but low and high are both ${plainDigits(row[end])}`,
            expected: "a number between the ends",
            mend: "empty the cell, or correct low or high",
          },
        ];
      }),
  );
