import { type Rule, byId } from "../draft.ts";
import type { Metric } from "../tables.ts";

/** How a unit ends, by what its numbers say of the amount. */
const SPANS: Readonly<Record<string, string>> = {
  per_day: "day",
  per_week: "week",
  per_month: "month",
  per_year: "year",
};

/** What is counted: "rounds" of "rounds/month". */
const countedIn = ({ unit }: Metric): string => unit.replace(/\/(?:day|week|month|year)$/u, "");

const canPileUp = ({ measure }: Metric): boolean => measure === "total" || measure in SPANS;

function expectedOf(row: Metric, whole: Metric): string | null {
  if (whole.series !== null) return `the quantity that ${whole.id} measures, or none`;
  if (!canPileUp(whole) || !(canPileUp(row) || row.measure === "capacity"))
    return "totals, rates and capacities, which measure one amount";
  // Under the assumption contents its numbers are taken as the total up to their day.
  if (row.measure === "capacity" && (whole.measure !== "total" || whole.unit !== row.unit))
    return "a total in the same unit, for which a capacity can be taken";
  if (countedIn(row) !== countedIn(whole))
    return `the same thing counted: ${countedIn(whole)}, in all, a day, a week, a month or a year`;
  return null;
}

/** Quantities that measure one amount count the same thing. */
export const checkSeries: Rule = (draft) => {
  const metrics = byId(draft.tables.metrics);
  return draft.tables.metrics.rows.flatMap((row) => {
    const whole = metrics.get(row.series ?? "");
    const expected = whole ? expectedOf(row, whole) : null;
    if (!whole || expected === null) return [];
    return [
      {
        ...draft.placeOf("metrics", row, "series"),
        found: `"${whole.id}" (${whole.measure}, ${whole.unit}) for ${row.measure} in ${row.unit}`,
        expected,
        mend: "name the quantity whose amount this one measures, or empty the cell",
      },
    ];
  });
};

/** Whether a part can hold no more than the whole: amounts, what fits, what there is on a day; no ratios. */
const canBePartOf = (row: Metric, whole: Metric): boolean =>
  countedIn(row) === countedIn(whole) &&
  ((canPileUp(row) && canPileUp(whole)) ||
    (row.measure === whole.measure && ["capacity", "level"].includes(row.measure)));

/** A part counts the same thing as the whole, whose floor it raises and whose ceiling bounds it. */
export const checkParts: Rule = (draft) => {
  const metrics = byId(draft.tables.metrics);
  return draft.tables.metrics.rows.flatMap((row) => {
    const whole = metrics.get(row.part_of ?? "");
    if (!whole || canBePartOf(row, whole)) return [];
    return [
      {
        ...draft.placeOf("metrics", row, "part_of"),
        found: `"${whole.id}" (${whole.measure}, ${whole.unit}) for ${row.measure} in ${row.unit}`,
        expected: "amounts, capacities or levels on both sides, of the same thing",
        mend: "name the quantity that this one is part of, or empty the cell",
      },
    ];
  });
};

/** A rate says in its unit of which time it is one. */
export const checkMeasures: Rule = (draft) =>
  draft.tables.metrics.rows.flatMap((row) => {
    const span = SPANS[row.measure];
    if (span === undefined || row.unit.endsWith(`/${span}`)) return [];
    return [
      {
        ...draft.placeOf("metrics", row, "measure"),
        found: `"${row.measure}" in ${row.unit}`,
        expected: `a unit that ends in /${span}`,
        mend: "correct the unit or the measure",
      },
    ];
  });
