import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Claim, Ledger } from "../../src/ledger/tables.ts";
import { estimate } from "../../src/reconcile/estimate.ts";
import type { Interval } from "../../src/reconcile/interval.ts";
import { ASKED, METRICS, arbitraryLedger } from "../fixtures/arbitrary-ledger.ts";

// Brute force, written without intervals: a statement is a set of numbers of a grid. All numbers
// of the random ledgers are whole, so that the halves between them show every excluded end.
const GRID = Array.from({ length: 25 }, (_, index) => index / 2 - 2);
const BELOW = -1.5;
const ABOVE = 9.5;

/** Whether a number agrees with the words of a claim, read one by one. */
function agrees(claim: Claim, number: number): boolean {
  const { low, best, high } = claim;
  switch (claim.bound) {
    case "at_least":
      return number >= (low ?? NaN);
    case "more_than":
      return number > (low ?? NaN);
    case "at_most":
      return number <= (high ?? NaN);
    case "less_than":
      return number < (high ?? NaN);
    case "nearly":
      return number < (best ?? NaN);
    case "point":
    case "about":
      return number === best;
    case "range":
    case "span_of_estimates":
      return number >= (low ?? NaN) && number <= (high ?? NaN);
    case "order_of_magnitude":
      throw new Error("not in the random ledgers");
  }
}

const PARENT: Readonly<Record<string, string>> = {
  m_part: "m_count",
  m_other: "m_count",
  m_leaf: "m_part",
};
const isWithin = (part: string, whole: string): boolean =>
  part === whole || (PARENT[part] !== undefined && isWithin(PARENT[part], whole));

type Numbers = ReadonlySet<number>;
const everything: Numbers = new Set(GRID);

/** What a claim lets the asked metric be: a part may be all of it or little of it. */
function allowed(claim: Claim, metric: string): Numbers {
  const own = GRID.filter((number) => agrees(claim, number));
  const [least = NaN] = own;
  const most = own.at(-1) ?? NaN;
  if (claim.metric === metric) return new Set(own);
  if (isWithin(claim.metric, metric)) return new Set(GRID.filter((number) => number >= least));
  if (isWithin(metric, claim.metric)) return new Set(GRID.filter((number) => number <= most));
  return everything;
}

/** What an option lets it be: the option's claim counts all there is. */
function allowedByOption(claim: Claim, metric: string): Numbers {
  if (isWithin(claim.metric, metric)) return allowed({ ...claim, metric }, metric);
  const isElsewhere = !isWithin(metric, claim.metric);
  return isElsewhere ? new Set([0]) : everything;
}

const stretch = (sets: readonly Numbers[]): Numbers => {
  const all = sets.flatMap((set) => [...set]);
  return new Set(GRID.filter((number) => number >= Math.min(...all) && number <= Math.max(...all)));
};

interface Statement {
  readonly key: string;
  readonly numbers: Numbers;
  /** Last day of the floor's earliest possible start, first day of the ceiling's end. */
  readonly settled: string;
  readonly begun: string;
}

const BEFORE_ALL_DAYS = "";
const AFTER_ALL_DAYS = "~";

const ROOT: Readonly<Record<string, string>> = { o_retold: "o_1" };

function statementsOf(ledger: Ledger, metric: string): readonly Statement[] {
  const bears = (row: Claim): boolean =>
    isWithin(row.metric, metric) || isWithin(metric, row.metric);
  const standing = ledger.claims.filter(
    (row) => row.status === "active" && row.modality === "asserted",
  );
  const units = new Map<string, Claim[]>();
  for (const row of standing) {
    const key = row.alternative?.split("/")[0] ?? row.id;
    units.set(key, [...(units.get(key) ?? []), row]);
  }
  const isGrowing = ledger.metrics[0]?.cumulative === "yes";
  return [...units.values()].flatMap((claims) => {
    const [first] = claims;
    if (!first || !claims.some(bears)) return [];
    const days = claims.map((row) => {
      const [from, to] = [row.as_of_earliest, row.as_of_latest];
      // a growing count without a day is settled on none: its stretch lies outside all days
      return isGrowing
        ? { begun: from ?? to ?? BEFORE_ALL_DAYS, settled: to ?? from ?? AFTER_ALL_DAYS }
        : { begun: from ?? "0000-01-01", settled: to ?? "9999-12-31" };
    });
    // a joint statement about a growing count is settled with the last of its claims; one
    // about anything else holds only while all of its claims do
    const all = (field: "begun" | "settled") => days.map((one) => one[field]).sort();
    const begun = (isGrowing ? all("begun")[0] : all("begun").at(-1)) ?? "";
    const settled = (isGrowing ? all("settled").at(-1) : all("settled")[0]) ?? "";
    const numbers =
      claims.length === 1
        ? allowed(first, metric)
        : stretch(claims.map((row) => allowedByOption(row, metric)));
    // a choice whose options leave everything open says nothing, so it contradicts no retelling
    if (numbers.size === GRID.length) return [];
    const origin = ROOT[first.origin] ?? first.origin;
    return [{ key: `${origin} ${begun} ${settled}`, numbers, begun, settled }];
  });
}

/** The numbers that a metric may be on a day, by trying each. */
function possible(ledger: Ledger, metric: string, day: string): Numbers {
  const isGrowing = ledger.metrics[0]?.cumulative === "yes";
  const byOrigin = new Map<string, Statement[]>();
  for (const one of statementsOf(ledger, metric))
    byOrigin.set(one.key, [...(byOrigin.get(one.key) ?? []), one]);
  const voices = [...byOrigin.values()].map((statements) => {
    const common = GRID.filter((number) => statements.every(({ numbers }) => numbers.has(number)));
    const numbers =
      common.length > 0 ? new Set(common) : stretch(statements.map((one) => one.numbers));
    const { begun, settled } = statements[0] ?? { begun: "", settled: "" };
    return { numbers: [...numbers], begun, settled };
  });
  return new Set(
    GRID.filter((number) =>
      voices.every(({ numbers, begun, settled }) => {
        const notBelow = numbers.some((one) => one <= number);
        const notAbove = numbers.some((one) => one >= number);
        if (!isGrowing) return begun > day || settled < day || (notBelow && notAbove);
        return (settled > day || notBelow) && (begun < day || notAbove);
      }),
    ),
  );
}

const holds = ({ low, high }: Interval, number: number): boolean =>
  (!low || number > low.value || (low.inclusive && number === low.value)) &&
  (!high || number < high.value || (high.inclusive && number === high.value));

// The edges of the grid stand for "without end": an open end reaches them, no claim puts one there.
const INNER = GRID.filter((number) => number >= BELOW && number <= ABOVE);

test("property: the closure holds just the numbers that trying each of them leaves", () => {
  fc.assert(
    fc.property(
      arbitraryLedger(),
      fc.constantFrom(...METRICS),
      fc.constantFrom(...ASKED),
      (ledger, metric, day) => {
        const { closure } = estimate(ledger, { metric, collection: "all", asOf: day });
        const tried = possible(ledger, metric, day);
        expect(INNER.filter((number) => holds(closure, number))).toEqual(
          INNER.filter((number) => tried.has(number)),
        );
      },
    ),
    { numRuns: 500 },
  );
});
