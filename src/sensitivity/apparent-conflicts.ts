import { intervalOf } from "../arithmetic/stated.ts";
import { amountOf } from "../ledger/amount-of.ts";
import type { Ledger, Metric } from "../ledger/tables.ts";
import type { PublishedApparentConflict } from "../published/tables.ts";
import { rootsIn } from "../reconcile/chains.ts";
import type { Reconciled } from "../reconcile/reconcile.ts";
import { type TableOf, rowsAre, rowsOf, tableOf } from "../reconcile/verbs.ts";

/** A number as a hurried reader compares it: rates in a day, and all without their days. */
interface Figure {
  readonly claim: string;
  /** The amount that the reader takes it to be of: the whole, also for parts and capacities. */
  readonly about: string;
  readonly metric: string;
  readonly origin: string;
  readonly scope: string | null;
  readonly happened: boolean;
  readonly first: string;
  readonly last: string;
  readonly low: number | null;
  readonly high: number | null;
}

/** Two figures; of the second the names have a prefix. */
type Pair = Figure & { readonly [Name in keyof Figure as `other_${Name}`]: Figure[Name] };

/** How many days a rate is of. */
const DAYS: Partial<Record<Metric["measure"], number>> = {
  per_week: 7,
  per_month: 365.25 / 12,
  per_year: 365.25,
};
const isRate = ({ measure }: Metric): boolean => measure.startsWith("per_");

/** Numbers whose last days are further apart than a year seem to contradict each other to nobody. */
const MOST_APART = 366 * 86_400_000;

const REASONS = {
  origin: "one speaker said both, of different days or things",
  modality: "one is a plan, a forecast or a possibility, the other is said to be so",
  thing: "they count different things: a part and a whole, or what would fit and what came",
  time: "they hold for different days",
  scope: "they hold for different places or kinds",
} as const satisfies Record<PublishedApparentConflict["reason"], string>;

const areNear = (a: string, b: string): boolean =>
  Math.abs(Date.parse(a) - Date.parse(b)) <= MOST_APART;

function reasonFor(pair: Pair): keyof typeof REASONS {
  if (pair.origin === pair.other_origin) return "origin";
  if (pair.happened !== pair.other_happened) return "modality";
  if (pair.metric !== pair.other_metric) return "thing";
  return pair.first === pair.other_first && pair.last === pair.other_last ? "scope" : "time";
}

const HAPPENED: readonly string[] = ["observed", "asserted", "estimated", "alleged"];

/** One figure of each origin on each metric and day, if it counts or is a plan. */
function figuresOf(ledger: Ledger): TableOf<Figure> {
  const metrics = new Map(ledger.metrics.map((row) => [row.id, row]));
  const rootOf = rootsIn(ledger.origins);
  const wholeOf = (metric: Metric): Metric => {
    const up = metrics.get(metric.series ?? metric.part_of ?? "");
    return up === undefined || isRate(up) !== isRate(metric) ? metric : wholeOf(up);
  };
  const rows = ledger.claims.flatMap((claim): readonly Figure[] => {
    const metric = metrics.get(claim.metric);
    const first = claim.period_start ?? claim.as_of_earliest ?? claim.as_of_latest;
    const last = claim.period_end ?? claim.as_of_latest ?? claim.as_of_earliest;
    const counts = claim.status === "active" && claim.repeats === "faithful";
    if (metric === undefined || first === null || last === null || !counts) return [];
    const { low, high } = intervalOf(claim);
    const days = DAYS[metric.measure] ?? 1;
    return [
      {
        claim: claim.id,
        about: wholeOf(metric).id,
        metric: amountOf(metric),
        origin: rootOf(claim.origin),
        scope: claim.scope,
        happened: HAPPENED.includes(claim.modality),
        ...{ first, last },
        low: low && low.value / days,
        high: high && high.value / days,
      },
    ];
  });
  return tableOf(rows, [
    ...(["claim", "about", "metric", "origin", "scope", "happened"] as const),
    ...(["first", "last", "low", "high"] as const),
  ]).dedupe("about", "metric", "origin", "first", "last", "low", "high");
}

/**
 * Numbers that exclude each other as long as one forgets what sets them apart: their days, what
 * they count, who said both, whether it happened. What does contradict each other is in `conflicts`.
 */
export function apparentConflicts(
  ledger: Ledger,
  { conflicts }: Pick<Reconciled, "conflicts">,
): readonly PublishedApparentConflict[] {
  const figures = figuresOf(ledger);
  const others = figures.rename(
    Object.fromEntries(figures.columnNames().map((name) => [name, `other_${name}`])),
  );
  const inConflict = new Set(
    rowsOf(conflicts).flatMap(({ claims }) =>
      claims.flatMap((one) => claims.map((other) => `${one} ${other}`)),
    ),
  );
  const core = new Set(
    ledger.sources.flatMap(({ id, collection }) => (collection === "core" ? [id] : [])),
  );
  const inCore = new Set(ledger.claims.flatMap(({ id, source }) => (core.has(source) ? [id] : [])));
  return rowsOf(rowsAre<Pair>(figures.join(others, ["about", "other_about"]))).flatMap(
    (pair): readonly PublishedApparentConflict[] => {
      const { claim, other_claim, low, other_high, happened, other_happened } = pair;
      if (low === null || other_high === null || low <= other_high || other_high <= 0) return [];
      if (!happened && !other_happened) return [];
      if (!areNear(pair.last, pair.other_last)) return [];
      if (inConflict.has(`${claim} ${other_claim}`)) return [];
      const reason = reasonFor(pair);
      return [
        {
          one: claim,
          other: other_claim,
          series: pair.about,
          collection: inCore.has(claim) && inCore.has(other_claim) ? "core" : "all",
          factor: low / other_high,
          reason,
          explanation: REASONS[reason],
        },
      ];
    },
  );
}
