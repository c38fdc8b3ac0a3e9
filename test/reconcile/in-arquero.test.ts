import { type ColumnTable, from, op } from "arquero";
import { expect, test } from "vitest";
import { BEGINNING } from "../../src/amount/periods.ts";
import type { Constraint } from "../../src/amount/rows.ts";
import { answersTo } from "../../src/amount/systems.ts";
import { keepCollection } from "../../src/ledger/collections.ts";
import { readLedger } from "../../src/ledger/read.ts";
import { solve } from "../../src/reconcile/reconcile.ts";
import { rowsOf } from "../../src/reconcile/verbs.ts";

/*
 * The same ranges a second time, in verbs alone: constraints are joined to sums until none becomes
 * less. It shares nothing with src/amount/network.ts, and knows neither ends that are excluded nor
 * who binds.
 */
interface Sum {
  readonly series: string;
  readonly from: string;
  readonly to: string;
  readonly most: number;
}
type Joined = Sum & { readonly more: number };

/** Tightest sums along constraints, from each start: join and keep the least until nothing changes. */
function tightest(constraints: ColumnTable, starts: ColumnTable): ColumnTable {
  const more = constraints.rename({ from: "via", to: "end", most: "more" });
  let best = starts;
  for (;;) {
    const longer = best
      .join(more, [
        ["series", "to"],
        ["series", "via"],
      ])
      .derive({ total: (d: Joined) => d.most + d.more })
      .select({ series: "series", from: "from", end: "to", total: "most" });
    const next = best
      .concat(longer)
      .groupby("series", "from", "to")
      .rollup({ most: (d: Sum) => op.min(d.most) });
    if (next.numRows() === best.numRows() && totalOf(next) >= totalOf(best) - 1e-3) return next;
    best = next;
  }
}

const totalOf = (sums: ColumnTable): number =>
  (sums.array("most") as number[]).reduce((a, b) => a + b, 0);

/** Each constraint as a step between two days, and a step of 0 from each day to the one before. */
function stepsIn(constraints: readonly Constraint[]): readonly Sum[] {
  const days = [
    ...new Set([BEGINNING, ...constraints.flatMap(({ start, end }) => [start, end])]),
  ].sort();
  const series = constraints[0]?.series ?? "";
  return [
    ...constraints.map(({ side, start, end, value }) =>
      side === "floor"
        ? { series, from: end, to: start, most: -value }
        : { series, from: start, to: end, most: value },
    ),
    ...days.slice(1).map((day, at) => ({ series, from: day, to: days[at] ?? BEGINNING, most: 0 })),
  ];
}

test.each(["core", "all"] as const)(
  "answersTo(system, start, end) gives what joins of Arquero give, for every shipped total of %s",
  (collection) => {
    const { ledger } = readLedger("data", { articles: null });
    const systems = rowsOf(solve(keepCollection(ledger, collection)).systems).flatMap(
      ({ series, cell, assume, system }) =>
        // What contradicts itself has no sums that settle.
        cell === "" && system.worlds.length === 1 && system.worlds[0]?.contradictions === null
          ? [{ name: `${series} ${assume}`, system, steps: stepsIn(system.worlds[0].constraints) }]
          : [],
    );
    const steps = systems.flatMap(({ name, steps: own }) =>
      own.map((one) => ({ ...one, series: name })),
    );
    const starts = from(steps)
      .select("series", "from")
      .dedupe()
      .derive({ to: (d: Sum) => d.from, most: () => 0 });
    const sums = new Map(
      (tightest(from(steps), starts).objects() as Sum[]).map((one) => [
        `${one.series} ${one.from} ${one.to}`,
        one.most,
      ]),
    );
    expect(systems.length).toBeGreaterThan(15);
    for (const { name, system, steps: own } of systems)
      for (const end of new Set(own.flatMap((one) => (one.from === BEGINNING ? [] : [one.from])))) {
        const [answer] = answersTo(system, BEGINNING, end);
        const [least, most] = [
          sums.get(`${name} ${end} ${BEGINNING}`),
          sums.get(`${name} ${BEGINNING} ${end}`),
        ];
        // Of what nobody states nothing is known, not even that it is at least 0.
        const floor = least === undefined || least === 0 ? null : -least;
        const found = [answer?.low, answer?.high].map((value, at) => {
          const expected = [floor, most ?? null][at];
          return value === expected || Math.abs((value ?? NaN) - (expected ?? NaN)) < 1e-3;
        });
        expect([name, end, ...found]).toEqual([name, end, true, true]);
      }
  },
);
