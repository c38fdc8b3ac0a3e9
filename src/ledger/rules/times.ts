import { type Draft, type Rule, byId } from "../draft.ts";
import type { Fault } from "../faults.ts";
import type { Claim, Metric, Source } from "../tables.ts";

/**
 * The last day on which a document may have appeared, for comparison only: the
 * 31st also of a short month. Null when nothing is known.
 */
function lastDayOf({ published_on, published_precision }: Source): string | null {
  if (published_on === null || published_precision === "unknown") return null;
  if (published_precision === "year") return `${published_on.slice(0, 4)}-12-31`;
  if (published_precision === "month") return `${published_on.slice(0, 7)}-31`;
  return published_on;
}

type Field = "as_of_earliest" | "as_of_latest" | "period_start" | "period_end" | "counted_from";

const faultAt =
  (draft: Draft, row: Claim) =>
  (field: Field, found: string, expected: string, mend: string): Fault => ({
    ...draft.placeOf("claims", row, field),
    found,
    expected,
    mend,
  });

/** Two days of one claim that must not be the wrong way round. */
const PAIRS: readonly (readonly [Field, Field])[] = [
  ["as_of_earliest", "as_of_latest"],
  ["period_start", "period_end"],
  ["counted_from", "as_of_latest"],
];

/** Days of a claim stand in the order in which they happened. */
export const checkDayOrder: Rule = (draft) =>
  draft.tables.claims.rows.flatMap((row) =>
    PAIRS.flatMap(([first, second]) => {
      const [before, after] = [row[first], row[second]];
      if (before === null || after === null || before <= after) return [];
      return [
        faultAt(draft, row)(
          second,
          `"${after}", before ${first} ${before}`,
          `${first} no later than ${second}`,
          "swap the days, or correct the one that is wrong",
        ),
      ];
    }),
  );

const OF_A_DAY = ["as_of_earliest", "as_of_latest", "counted_from"] as const;
const OF_A_PERIOD = ["period_start", "period_end"] as const;

function measureFaults(draft: Draft, row: Claim, metric: Metric): readonly Fault[] {
  const fault = faultAt(draft, row);
  const lacks = (field: Field, expected: string, mend: string): Fault =>
    fault(field, "an empty cell", `a day: ${metric.id} ${expected}`, mend);
  const hasPeriod = OF_A_PERIOD.some((field) => row[field] !== null);
  const isOfDay = metric.measure === "level" || (metric.measure === "total" && !hasPeriod);
  if (isOfDay && row.as_of_latest === null)
    return [
      lacks(
        "as_of_latest",
        `is a ${metric.measure}, and a count without its day cannot be compared`,
        "type the last day on which the count may have stood, and say in time_basis where it comes from",
      ),
    ];
  // A capacity that stands for a total is what could have come up to a day.
  if (metric.measure === "level" || (metric.measure === "capacity" && metric.series !== null))
    return OF_A_PERIOD.filter((field) => row[field] !== null).map((field) =>
      fault(
        field,
        `"${row[field] ?? ""}"`,
        `an empty cell: ${metric.id} is a ${metric.measure}, and stands on a day`,
        "move the day to as_of_latest",
      ),
    );
  if (metric.measure !== "total" && !metric.measure.startsWith("per_")) return [];
  if (metric.measure === "total" && !hasPeriod) return [];
  return [
    ...OF_A_PERIOD.filter((field) => row[field] === null).map((field) =>
      lacks(
        field,
        `is ${metric.measure === "total" ? "a total of a period here" : "a rate"}, and holds over a period`,
        "type the first and the last day that the figure covers",
      ),
    ),
    ...OF_A_DAY.filter((field) => row[field] !== null).map((field) =>
      fault(
        field,
        `"${row[field] ?? ""}", beside a period`,
        "an empty cell: a figure holds up to a day or over a period, not both",
        "empty the one that the document does not state; a count that began on a day is counted_from and as_of_latest",
      ),
    ),
  ];
}

/** Levels and capacities of totals stand on a day, rates hold over a period, a total up to a day or over a period. */
export const checkTimes: Rule = (draft) => {
  const metrics = byId(draft.tables.metrics);
  return draft.tables.claims.rows.flatMap((row) => {
    const metric = metrics.get(row.metric);
    return metric ? measureFaults(draft, row, metric) : [];
  });
};

/** Nobody reports a count that stands after the report, or an estimate that is made after it. */
export const checkPublication: Rule = (draft) => {
  const sources = byId(draft.tables.sources);
  const origins = byId(draft.tables.origins);
  return draft.tables.claims.rows.flatMap((row) => {
    const source = sources.get(row.source);
    const last = source ? lastDayOf(source) : null;
    if (!source || last === null) return [];
    const expected = `no day after the publication of ${source.id} (${source.published_precision === "day" ? "" : `${source.published_precision} of `}${source.published_on ?? ""})`;
    const stated = origins.get(row.origin)?.stated_on ?? null;
    return [
      ...(["as_of_earliest", "as_of_latest"] as const)
        .filter((field) => (row[field] ?? "") > last)
        .map((field) =>
          faultAt(draft, row)(
            field,
            `"${row[field] ?? ""}"`,
            expected,
            "correct the day, or the document's published_on",
          ),
        ),
      ...(stated !== null && stated > last
        ? [
            {
              ...draft.placeOf("claims", row, "origin"),
              found: `"${row.origin}", stated on ${stated}`,
              expected,
              mend: "name the origin that the document could know, or correct its stated_on",
            },
          ]
        : []),
    ];
  });
};
