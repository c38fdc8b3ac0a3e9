import type { Claim, Ledger, Metric } from "../../ledger/tables.ts";
import { termsOf, valueOf } from "../derive.ts";
import { byId, groupBy } from "../group-by.ts";
import type { Bound, Interval, Side } from "../interval.ts";
import { type Cause, causesIn } from "./causes.ts";
import { pairsAcross } from "./pairs.ts";
import { type Stated, apart, statementsOf } from "./statements.ts";
import { type Listed, listedOf } from "./unlisted.ts";

/** The assumption that turns months into days; twelve months are a year. */
const DAYS_PER_MONTH = "p_days_per_month";

/** How a rate is put into the unit of the same rate that it is compared in. */
interface Conversion {
  readonly factor: number;
  /** In words, such as "divided by 12 and by 30.4375"; empty where it is in that unit. */
  readonly how: string;
}

/** Two statements about one quantity in two units, of which one lies above the other. */
export interface Converted {
  readonly kind: "conflict" | "seeming";
  /** As printed, each about its own metric. */
  readonly floor: Stated;
  readonly ceiling: Stated;
  /** In `unit`; as printed where the numbers exclude each other only as printed. */
  readonly low: Bound;
  readonly high: Bound;
  readonly unit: string;
  readonly cause: Cause;
  /** The days for which both hold, where that is the same period. */
  readonly period: readonly [from: string, to: string] | null;
  /** What was made of each number that is printed in another unit. */
  readonly converted: string;
}

const SPANS = ["day", "month", "year"] as const;
type Span = (typeof SPANS)[number];

/** The time of a rate: "month" of "rounds/month"; null for any other unit. */
function spanOf(unit = ""): Span | null {
  return SPANS.find((span) => unit.endsWith(`/${span}`)) ?? null;
}

/** The steps between two spans, from the shorter to the longer or back. */
function conversionOf(from: Span, to: Span, days: number): Conversion {
  const [start, end] = [SPANS.indexOf(from), SPANS.indexOf(to)];
  const steps = [days, 12].slice(Math.min(start, end), Math.max(start, end));
  const product = steps.reduce((all, step) => all * step, 1);
  const isUp = start < end;
  const shown = (isUp ? steps : steps.toReversed()).map(String).join(" and by ");
  return {
    factor: isUp ? product : 1 / product,
    how: steps.length === 0 ? "" : `${isUp ? "multiplied" : "divided"} by ${shown}`,
  };
}

/** How many days a month has, where the ledger says so with one number. */
function daysPerMonth(ledger: Ledger): number | null {
  const terms = termsOf(ledger);
  if (!terms.assumptions.has(DAYS_PER_MONTH)) return null;
  const { low, high } = valueOf(DAYS_PER_MONTH, terms).value;
  return low && high && low.value === high.value ? low.value : null;
}

const scaled = (bound: Bound | null, factor: number): Bound | null =>
  bound && { ...bound, value: bound.value * factor };

const scaledBoth = ({ low, high }: Interval, factor: number): Interval => ({
  low: scaled(low, factor),
  high: scaled(high, factor),
});

const periodOf = ({ claims: [{ period_start, period_end }] }: Stated) =>
  period_start === null || period_end === null ? null : ([period_start, period_end] as const);

/** A statement as printed, and in the unit that it is compared in. */
interface Put {
  readonly printed: Stated;
  readonly inOne: Stated;
  /** The metric that it is compared in. */
  readonly base: Metric;
  readonly own: Metric;
  readonly how: string;
}

/** Puts statements into the unit of the metric that theirs is the same as. */
function putIn(ledger: Ledger, days: number): (printed: Stated) => readonly Put[] {
  const metrics = byId(ledger.metrics);
  return (printed) => {
    const own = metrics.get(printed.metric);
    const base = own && metrics.get(own.same_as ?? own.id);
    const [from, to] = [spanOf(own?.unit), spanOf(base?.unit)];
    if (!own || !base || !from || !to) return [];
    const { factor, how } = conversionOf(from, to, days);
    const interval = scaledBoth(printed.interval, factor);
    return [{ printed, inOne: { ...printed, interval }, base, own, how }];
  };
}

/** Six digits are more than anybody prints. */
const written = (value: number): string => String(Number(value.toPrecision(6)));

/** What was made of one end of a statement; nothing where it is printed in the unit compared in. */
function workedOut({ printed, inOne, own, base, how }: Put, side: Side): readonly string[] {
  const [before, after] = [printed.interval[side], inOne.interval[side]];
  if (how === "" || !before || !after) return [];
  return [`${written(before.value)} ${own.unit} ${how} is ${written(after.value)} ${base.unit}`];
}

/** Judges two statements in two units; none where they agree in both ways. */
function judgeIn(ledger: Ledger): (a: Put, b: Put) => readonly Converted[] {
  const causeOf = causesIn(ledger);
  return (a, b) => {
    const inOne = apart(a.inOne, b.inOne);
    const found = inOne ?? apart(a.printed, b.printed);
    const [low, high] = [found?.floor.interval.low, found?.ceiling.interval.high];
    if (!found || !low || !high) return [];
    const [floor, ceiling] = found.floor.metric === a.own.id ? [a, b] : [b, a];
    const told = {
      ...{ floor: floor.printed, ceiling: ceiling.printed, low, high },
      converted: [...workedOut(floor, "low"), ...workedOut(ceiling, "high")].join("; "),
    };
    if (!inOne) {
      const unit = `${floor.own.unit} against ${ceiling.own.unit}`;
      return [{ ...told, kind: "seeming", unit, cause: "unit", period: null }];
    }
    const [period, other] = [periodOf(floor.printed), periodOf(ceiling.printed)];
    const isSame = period !== null && String(period) === String(other);
    // asked of one quantity, as both are
    const metric = a.base.id;
    const cause = causeOf(
      { ...inOne, floor: { ...inOne.floor, metric }, ceiling: { ...inOne.ceiling, metric } },
      !isSame,
    );
    const isOpen = !isSame || cause === "derivation" || cause === "reading";
    return [
      {
        ...{ ...told, cause, unit: a.base.unit },
        ...{ kind: isOpen ? "seeming" : "conflict", period: isOpen ? null : period },
      },
    ];
  };
}

/**
 * Compares what is said of one quantity in several units, a day, a month or a year, after
 * putting all into one. Two numbers conflict where they exclude each other for one and
 * the same period; for other periods they can both be true. Numbers that exclude each
 * other only as printed are told too. No estimate changes: each unit keeps its own.
 *
 * @param usable Claims that may enter an estimate of their own metric.
 * @returns Pairs of different origins; none where the ledger does not say how many days a month has.
 * @source docs/decisions/0040-what-is-compared-with-what.md
 */
export function convertedPairs(ledger: Ledger, usable: readonly Claim[]): Listed<Converted> {
  const days = daysPerMonth(ledger);
  if (days === null) return { rows: [], unlisted: [] };
  const bases = new Set(ledger.metrics.flatMap(({ same_as }) => same_as ?? []));
  const judge = judgeIn(ledger);
  const puts = statementsOf(usable)
    .flatMap(putIn(ledger, days))
    .filter(({ base }) => bases.has(base.id));
  return listedOf(
    [...groupBy(puts, ({ base }) => base.id)].map(([about, own]) => {
      const putOf = new Map(own.map((put) => [put.inOne, put]));
      const { pairs, of } = pairsAcross(own.map(({ inOne }) => inOne));
      const rows = pairs.flatMap(([a, b]) => {
        const [first, second] = [putOf.get(a), putOf.get(b)];
        return first && second ? judge(first, second) : [];
      });
      return { about, rows, computed: pairs.length, of };
    }),
  );
}
