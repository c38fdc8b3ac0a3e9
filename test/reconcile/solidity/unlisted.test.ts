import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Claim } from "../../../src/ledger/tables.ts";
import { publish } from "../../../src/reconcile/publish.ts";
import { disagreementsOf } from "../../../src/reconcile/solidity/disagreements.ts";
import { PAIRS } from "../../../src/reconcile/limits.ts";
import {
  type IsPair,
  type Pair,
  acrossTwo,
  pairsAcross,
  pairsWithin,
  withinOne,
} from "../../../src/reconcile/solidity/pairs.ts";
import { type Stated, statementsOf } from "../../../src/reconcile/solidity/statements.ts";
import { assumption, claim, ledger, metric, origin } from "../../fixtures/ledger.ts";

const on = (first: string, last = first) => ({ as_of_earliest: first, as_of_latest: last });
const DAY = on("2024-01-01");

/** Words that can be read in two ways, with what each says; the first is chosen. */
const inTwoWays = (
  words: string,
  [a, b]: readonly [number, number],
  days: Partial<Claim>,
): readonly Claim[] =>
  (
    [
      ["a", a],
      ["b", b],
    ] as const
  ).map(([option, best]) =>
    claim({
      id: `c_${option}_${words}`,
      origin: `o_${words}`,
      best,
      alternative: `${words}/p_${option}_${words}`,
      ...days,
    }),
  );

const decideFor = (words: string) => [
  assumption({ id: `p_a_${words}` }),
  assumption({ id: `p_b_${words}`, default: "off" }),
];

/** One claim each of as many origins, the nth with what is made for it. */
const told = (count: number, name: string, row: (n: number) => Partial<Claim>): readonly Claim[] =>
  Array.from({ length: count }, (_, n) => {
    const id = `${name}_${String(n)}`;
    return claim({ id: `c_${id}`, origin: `o_${id}`, ...DAY, ...row(n) });
  });

const floors = (count: number, low: (n: number) => number, row: Partial<Claim> = {}) =>
  told(count, "floor", (n) => ({ bound: "at_least", low: low(n), ...row }));
const ceilings = (count: number, high: (n: number) => number, row: Partial<Claim> = {}) =>
  told(count, "ceiling", (n) => ({ bound: "at_most", high: high(n), ...row }));

const ledgerOf = (...claims: readonly Claim[]) =>
  ledger({
    metrics: [metric({ id: "m_count" })],
    origins: claims.map((row) => origin(row.origin)),
    claims,
  });

describe("disagreementsOf(ledger, usable) of many statements", () => {
  const points = (count: number) => ledgerOf(...told(count, "point", (best) => ({ best })));
  const found = (count: number) => {
    const all = points(count);
    const { rows, unlisted } = disagreementsOf(all, all.claims);
    return { pairs: rows.map(({ a, b }) => [a.origin, b.origin]), unlisted };
  };

  test("lists all 990 pairs of 45 statements", () => {
    const { pairs, unlisted } = found(45);
    expect([pairs.length, unlisted]).toEqual([990, []]);
  });

  // 46 statements make 1,035 pairs. The farthest from any is the least or the greatest: 45
  // pairs with the least, and 44 more with the greatest
  test("of 46 lists those with the least and the greatest, and says of how many", () => {
    const { pairs, unlisted } = found(46);
    const isExtreme = (id: string): boolean => ["o_point_0", "o_point_45"].includes(id);
    expect(pairs.every((both) => both.some(isExtreme))).toBe(true);
    expect(pairs).toHaveLength(89);
    expect(unlisted).toEqual([{ about: "m_count", computed: 89, of: 1035 }]);
  });
});

describe("property: pairs of many statements", () => {
  const value = fc.integer({ min: 0, max: 30 });
  const arbitraryRow: fc.Arbitrary<Partial<Claim>> = fc
    .tuple(
      fc.constantFrom("m_a", "m_a", "m_b", "m_c"),
      fc.constantFrom("o_1", "o_1", "o_2", "o_3", "o_4"),
      fc.oneof(
        value.map((low) => ({ bound: "at_least" as const, low })),
        value.map((high) => ({ bound: "less_than" as const, high })),
        value.map((best) => ({ bound: "point" as const, best })),
      ),
    )
    .map(([id, from, row]) => ({ metric: id, origin: from, ...row }));
  // every row has a scope of its own, so that none is joined with another
  const arbitraryStatements = fc
    .array(arbitraryRow, { minLength: 46, maxLength: 70 })
    .map((rows) =>
      statementsOf(
        rows.map((row, n) => claim({ id: `c_${String(n)}`, scope: String(n), ...DAY, ...row })),
      ),
    );
  /** How far a floor lies above a ceiling; negative where it lies below. */
  const beyond = (floor: Stated, ceiling: Stated): number | null => {
    const [low, high] = [floor.interval.low, ceiling.interval.high];
    return low && high ? low.value - high.value : null;
  };
  const widest = (pairs: readonly Pair[], of: Stated): readonly (number | null)[] => {
    const others = pairs.flatMap(([a, b]) => (a === of ? [b] : b === of ? [a] : []));
    const most = (found: readonly (number | null)[]): number | null =>
      found.reduce((a, b) => (a === null || (b !== null && b > a) ? b : a), null);
    return [most(others.map((one) => beyond(of, one))), most(others.map((one) => beyond(one, of)))];
  };
  const every = (statements: readonly Stated[], isPair: IsPair): readonly Pair[] =>
    statements.flatMap((a, at) =>
      statements.slice(at + 1).flatMap((b) => (isPair(a, b) ? [[a, b] as const] : [])),
    );

  test.each([
    ["pairsAcross", pairsAcross, acrossTwo, "m_a m_b m_c"],
    ["pairsWithin", pairsWithin, withinOne, "m_a"],
  ] as const)(
    "%s(statements) has of each end of each statement the farthest pair, and counts all",
    (_, pairsOf, isPair, metrics) => {
      fc.assert(
        fc.property(arbitraryStatements, (statements) => {
          const own =
            metrics === "m_a" ? statements.map((one) => ({ ...one, metric: "m_a" })) : statements;
          const all = every(own, isPair);
          const { pairs, of } = pairsOf(own);
          expect(of).toBe(all.length);
          expect(pairs.length).toBeLessThanOrEqual(2 * own.length);
          for (const one of own) expect(widest(pairs, one)).toEqual(widest(all, one));
        }),
        { numRuns: 50 },
      );
    },
  );
});

describe("publish(ledger).solidity of many bounds", () => {
  const solidityOf = (...claims: readonly Claim[]) => publish(ledgerOf(...claims)).core.solidity;
  const conflictsIn = ({ pairs }: ReturnType<typeof solidityOf>) =>
    pairs.flatMap(({ kind, floor, ceiling }) => (kind === "conflict" ? [[floor, ceiling]] : []));
  const rowsOf = ({ unlisted }: ReturnType<typeof solidityOf>, table: string) =>
    unlisted.flatMap((row) => (row.table === table ? [[row.about, row.computed, row.of]] : []));

  test("lists all 992 conflicts of 32 floors and 31 ceilings", () => {
    const found = solidityOf(...floors(32, (n) => 100 + n), ...ceilings(31, (n) => n));
    expect(conflictsIn(found)).toHaveLength(992);
    expect(rowsOf(found, "conflict_pairs, conflict")).toEqual([]);
  });

  // 32 and 32 make 1,024 pairs: each floor with the lowest ceiling, each ceiling with the
  // highest floor, and one pair is both
  test("of 32 and 32 lists the widest of each, and says of how many", () => {
    const found = solidityOf(...floors(32, (n) => 100 + n), ...ceilings(32, (n) => n));
    expect(conflictsIn(found)).toHaveLength(63);
    expect(conflictsIn(found).every(([low, high]) => low === 131 || high === 0)).toBe(true);
    expect(rowsOf(found, "conflict_pairs, conflict")).toEqual([["m_count", 63, 1024]]);
  });

  test("lists what conflicts on the last day, though each lies farther from another", () => {
    const long = { as_of_earliest: null, as_of_latest: null, period_start: "2024-01-01" };
    const bound = (id: string, row: Partial<Claim>) => claim({ id, origin: `o_${id}`, ...row });
    const claims = [
      bound("c_floor", { bound: "at_least", low: 200, ...long, period_end: "2024-01-03" }),
      bound("c_ceiling", { bound: "at_most", high: 100, ...long, period_end: "2024-01-03" }),
      bound("c_higher", { bound: "at_least", low: 300, ...long, period_end: "2024-01-01" }),
      bound("c_lower", { bound: "at_most", high: 50, ...long, period_end: "2024-01-01" }),
      ...floors(40, () => 1, { ...long, period_end: "2024-01-01" }),
      ...ceilings(40, () => 900, { ...long, period_end: "2024-01-01" }),
    ];
    const rates = {
      ...ledgerOf(...claims),
      metrics: [metric({ id: "m_count", kind: "rate", cumulative: "no" })],
    };
    expect(conflictsIn(publish(rates).core.solidity)).toEqual([
      [300, 50],
      [300, 100],
      [200, 50],
      [200, 100],
    ]);
  });

  test("counts origins behind the fifty highest of 51 floors, and says of how many", () => {
    const found = solidityOf(...floors(51, (n) => n));
    expect(found.thresholds.map(({ value }) => value)).toEqual(
      Array.from({ length: 50 }, (_, n) => 50 - n),
    );
    // the highest is supported by one origin, the fiftieth by fifty
    expect(found.thresholds.map(({ supporting }) => supporting)).toEqual(
      Array.from({ length: 50 }, (_, n) => n + 1),
    );
    expect(rowsOf(found, "thresholds")).toEqual([["m_count", 50, 51]]);
  });

  const dayAfter = (n: number): string =>
    new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10);
  // each a floor from its day on, higher than those before it
  const daily = (count: number) =>
    publish(ledgerOf(...floors(count, (n) => n).map((row, n) => ({ ...row, ...on(dayAfter(n)) }))))
      .core;
  const DAILY = "without, multiverse, tornado, thresholds";

  test("says of each of 50 days what stands without any one origin", () => {
    const { without, solidity } = daily(50);
    // on the first day one origin speaks, on the fiftieth fifty
    expect(without).toHaveLength((50 * 51) / 2);
    expect(solidity.universes).toHaveLength(50);
    expect(solidity.thresholds).toHaveLength((50 * 51) / 2);
    expect(rowsOf(solidity, DAILY)).toEqual([]);
  });

  test("of 51 days says so of the last alone, and of how many", () => {
    const { estimates, without, solidity } = daily(51);
    expect(estimates).toHaveLength(51);
    expect(without).toHaveLength(51);
    expect(new Set(without.map(({ as_of }) => as_of))).toEqual(new Set([dayAfter(50)]));
    expect(solidity.universes.map(({ as_of }) => as_of)).toEqual([dayAfter(50)]);
    expect(solidity.thresholds).toHaveLength(50);
    expect(rowsOf(solidity, DAILY)).toEqual([["m_count", 1, 51]]);
  });

  test("a finding with too many combinations has no number of them, and says of how many", () => {
    const readings = Array.from({ length: 9 }, (_, n) => `words_${String(n)}`);
    const base = ledgerOf(...readings.flatMap((name, n) => inTwoWays(name, [n, 100 + n], DAY)));
    const { solidity } = publish({
      ...base,
      assumptions: readings.flatMap(decideFor),
    }).core;
    expect(solidity.findings).toMatchObject([
      { choices: 9, universes: null, distinct_ranges: null },
    ]);
    expect(solidity.swings).toHaveLength(9);
    expect(rowsOf(solidity, "multiverse")).toEqual([["m_count", 256, 512]]);
    expect(solidity.universes).toHaveLength(256);
  });

  // Found on random ledgers: each day had the choices that reach farthest on that day.
  test("each day of a quantity with too many combinations has the same", () => {
    // five words of the first day and five of the second; where no word is, no choice moves an end
    const words = Array.from({ length: 10 }, (_, n) => `words_${String(n)}`);
    const days = ["2024-01-01", "2024-01-02"];
    const base = ledgerOf(
      ...words.flatMap((name, n) => inTwoWays(name, [50, 100 + n], on(days[n % 2] ?? ""))),
    );
    const { solidity } = publish({
      ...base,
      metrics: [metric({ id: "m_count", cumulative: "no" })],
      assumptions: words.flatMap(decideFor),
    }).core;
    const optionsOn = (day: string) =>
      solidity.universes.flatMap(({ as_of, options }) =>
        as_of === day ? [options.join(" ")] : [],
      );
    const [first = "", second = ""] = days;
    expect(optionsOn(second)).toHaveLength(32);
    expect(optionsOn(first)).toEqual(optionsOn(second));
    expect(rowsOf(solidity, "multiverse")).toEqual([["m_count", 32, 1024]]);
    const [combined] = optionsOn(second).slice(-1);
    // those of the last day
    expect(combined?.split(" ")).toEqual(
      words.map((name, n) => (n % 2 === 1 ? `p_b_${name}` : `p_a_${name}`)),
    );
  });

  test("of few claims everything is listed, and nothing said", () => {
    expect(solidityOf(...floors(3, (n) => n), ...ceilings(3, (n) => n)).unlisted).toEqual([]);
  });
});

test("the limit of pairs lies between those of 45 and of 46 statements", () => {
  expect([(45 * 44) / 2 <= PAIRS, (46 * 45) / 2 <= PAIRS]).toEqual([true, false]);
});
