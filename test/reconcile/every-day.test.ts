import * as fc from "fast-check";
import { expect, test } from "vitest";
import { syntheticLedger } from "../../src/cli/bench/synthetic.ts";
import type { Ledger } from "../../src/ledger/tables.ts";
import type { BoundRow } from "../../src/reconcile/bounds.ts";
import { weigh } from "../../src/reconcile/estimate.ts";
import { DAYS } from "../../src/reconcile/limits.ts";
import { reconcile } from "../../src/reconcile/reconciled.ts";
import { METRICS, arbitraryLedger } from "../fixtures/arbitrary-ledger.ts";

// What docs/methodology.md says of a day, word for word and slowly: every day and every origin by
// itself, from the bounds. No tree, no walk, nothing that is carried from one day to the next.

const after = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

const unique = (words: readonly string[]): readonly string[] => [...new Set(words)].sort();

/** The tightest bounds of a side, all that are equally tight. */
function tightest(bounds: readonly BoundRow[], side: BoundRow["side"]): readonly BoundRow[] {
  const own = bounds.filter((row) => row.side === side);
  const values = own.map(({ value }) => value);
  const extreme = side === "low" ? Math.max(...values) : Math.min(...values);
  const there = own.filter(({ value }) => value === extreme);
  const excluding = there.filter(({ inclusive }) => !inclusive);
  return excluding.length > 0 ? excluding : there;
}

const endOf = ([row]: readonly BoundRow[]) => ({
  value: row?.value ?? null,
  inclusive: row?.inclusive ?? null,
});

/** Whether the first end lets more numbers through than the second. */
function isWider(side: BoundRow["side"], a: ReturnType<typeof endOf>, b: typeof a): boolean {
  if (b.value === null || a.value === null) return b.value !== null;
  if (a.value !== b.value) return a.value < b.value === (side === "low");
  return a.inclusive === true && b.inclusive === false;
}

function told(bounds: readonly BoundRow[], day: string) {
  const speaking = bounds.filter(({ from, to }) => from <= day && day <= to);
  const origins = unique(speaking.map(({ origin }) => origin));
  const sides = (["low", "high"] as const).map((side) => {
    const binding = tightest(speaking, side);
    const closed = endOf(binding);
    const without = origins.map((origin) => ({
      origin,
      end: endOf(
        tightest(
          speaking.filter((row) => row.origin !== origin),
          side,
        ),
      ),
    }));
    const relaxed = without.reduce(
      (widest, { end }) => (isWider(side, end, widest) ? end : widest),
      closed,
    );
    const hangsOn = without
      .filter(({ end }) => isWider(side, end, closed))
      .map(({ origin }) => origin);
    return { binding, closed, without, relaxed, hangsOn };
  });
  return { speaking, origins, sides };
}

function expectedOf(ledger: Ledger, metric: string) {
  const bounds = weigh(ledger, { metric, collection: "all" }).bounds.filter(
    ({ from, to }) => from <= to,
  );
  const isDated = (day: string): boolean => day !== "0000-01-01" && day !== "9999-12-31";
  const turns = unique(bounds.flatMap(({ from, to }) => [from, to]).filter(isDated));
  const [first = "0000-01-01", last = "0000-01-01"] = [turns[0], turns.at(-1)];
  const begun = bounds.map(({ from }) => from);
  const ceased = bounds.flatMap(({ to }) => (isDated(to) ? [after(to)] : []));
  const days = unique([first, ...begun, ...ceased]).filter((day) => first <= day && day <= last);
  const nameless = (day: string): string | null => (isDated(day) ? day : null);
  if (bounds.length === 0) return { estimates: [], without: [] };
  return {
    estimates: days.map((day) => {
      const { speaking, origins, sides } = told(bounds, day);
      const [low, high] = sides;
      return {
        as_of: nameless(day),
        low: low?.closed.value,
        low_inclusive: low?.closed.inclusive,
        high: high?.closed.value,
        high_inclusive: high?.closed.inclusive,
        low_claims: unique(low?.binding.flatMap(({ claims }) => claims) ?? []),
        high_claims: unique(high?.binding.flatMap(({ claims }) => claims) ?? []),
        claims: unique(speaking.flatMap(({ members }) => members)).length,
        origins: origins.length,
        relaxed_low: low?.relaxed.value,
        relaxed_high: high?.relaxed.value,
        hangs_on: unique(sides.flatMap(({ hangsOn }) => hangsOn)),
      };
    }),
    // past so many days the last alone
    without: (days.length > DAYS ? days.slice(-1) : days).flatMap((day) => {
      const { origins, sides } = told(bounds, day);
      return origins.map((origin, index) => {
        const [low, high] = sides.map(({ without }) => without[index]?.end);
        return {
          as_of: nameless(day),
          origin,
          low: low?.value,
          low_inclusive: low?.inclusive,
          high: high?.value,
          high_inclusive: high?.inclusive,
        };
      });
    }),
  };
}

function compareAll(ledger: Ledger, metrics: readonly string[]): void {
  const found = reconcile(ledger, "all");
  for (const metric of metrics) {
    const own = <Row extends { readonly metric: string }>(rows: readonly Row[]) =>
      rows.filter((row) => row.metric === metric);
    const expected = expectedOf(ledger, metric);
    expect(own(found.estimates)).toMatchObject(expected.estimates);
    expect(own(found.without)).toMatchObject(expected.without);
  }
}

test("property: reconcile(ledger, collection) tells of each day what that day alone says", () => {
  fc.assert(
    fc.property(arbitraryLedger(), (ledger) => {
      compareAll(ledger, METRICS);
    }),
    { numRuns: 200 },
  );
});

test.each([11, 12, 13])(
  "reconcile(ledger, collection) does so for 300 made-up claims, seed %i",
  (seed) => {
    const ledger = syntheticLedger(300, seed);
    compareAll(
      ledger,
      ledger.metrics.map(({ id }) => id),
    );
  },
);
