import { describe, expect, test } from "vitest";
import type { Ledger } from "../../src/ledger/tables.ts";
import { reconcile } from "../../src/reconcile/reconcile.ts";
import { hindsightOf } from "../../src/sensitivity/hindsight.ts";
import { inPeriod, onDay, said, withSets } from "../fixtures/asked.ts";
import { source } from "../fixtures/ledger.ts";

const atLeast = (low: number) => ({ low, bound: "at_least" }) as const;
const atMost = (high: number) => ({ high, bound: "at_most" }) as const;
const published = (
  id: string,
  published_on: string,
  published_precision: "day" | "month" = "day",
) => source(id, { published_on, published_precision });

/** What was known when, of what is stated, of the total on its last day. */
function knownIn(rows: Partial<Ledger>) {
  const ledger = withSets(rows);
  return hindsightOf(ledger, reconcile(ledger))
    .filter(({ assume }) => assume === "stated")
    .map(({ from, to, known_on, low, high, fewest_wrong }) => [
      ...[from, to, known_on, low, high, fewest_wrong],
    ]);
}

describe("hindsightOf(ledger, reconciled)", () => {
  const DAY = onDay("2024-01-31");
  const floor = (name: string, low: number, document: string) =>
    said(name, { ...atLeast(low), source: document, ...DAY });

  test("has a row for each publication that changed the answer", () => {
    const rows = {
      claims: [floor("a", 3, "s_a"), floor("b", 2, "s_b"), floor("c", 5, "s_c")],
      sources: [
        published("s_a", "2024-03-01"),
        // which says nothing new
        published("s_b", "2024-04-01"),
        published("s_c", "2024-05-01"),
      ],
    };
    expect(knownIn(rows)).toEqual([
      [null, "2024-01-31", "2024-03-01", 3, null, 0],
      [null, "2024-01-31", "2024-05-01", 5, null, 0],
    ]);
  });

  test("tells when a contradiction came up", () => {
    const ceiling = said("b", { ...atMost(2), source: "s_b", ...DAY });
    const rows = {
      claims: [floor("a", 3, "s_a"), ceiling],
      sources: [published("s_a", "2024-03-01"), published("s_b", "2024-04-01")],
    };
    expect(knownIn(rows)).toEqual([
      [null, "2024-01-31", "2024-03-01", 3, null, 0],
      // of two who contradict each other the one leaves at least 3, the other nothing
      [null, "2024-01-31", "2024-04-01", null, null, 1],
    ]);
  });

  test("counts a document of a month from its last day, and an undated one never", () => {
    const rows = {
      claims: [floor("a", 3, "s_a"), floor("b", 5, "s_b")],
      sources: [published("s_a", "2024-02-01", "month"), source("s_b")],
    };
    expect(knownIn(rows)).toEqual([[null, "2024-01-31", "2024-02-29", 3, null, 0]]);
  });

  test("answers periods by what is stated, and totals under each set", () => {
    const ledger = withSets({
      claims: [
        floor("a", 3, "s_a"),
        said("b", { best: 1, source: "s_a", ...inPeriod("2024-01-01", "2024-01-31") }),
      ],
      sources: [published("s_a", "2024-03-01")],
    });
    const found = hindsightOf(ledger, reconcile(ledger));
    expect(found.map(({ from, assume }) => [from, assume])).toEqual([
      ["2024-01-01", "stated"],
      ...["stated", "opening", "spans", "contents"].map((assume) => [null, assume]),
    ]);
  });
});
