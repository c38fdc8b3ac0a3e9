import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { readLedger } from "../../src/ledger/read.ts";
import type { Claim } from "../../src/ledger/tables.ts";
import { estimate } from "../../src/reconcile/estimate.ts";

const { ledger } = readLedger("data");
const further = new Set(
  ledger.sources.filter(({ collection }) => collection === "further").map(({ id }) => id),
);
const isFurther = ({ source }: { readonly source: string }): boolean => further.has(source);
const claims = ledger.claims.filter(isFurther);

type Coded = Readonly<Record<string, string>>;
const codedBy = (reader: string): readonly Coded[] =>
  parse(readFileSync(`docs/double-coding/reader-${reader}-further.csv`), { columns: true });

const ask = (metric: string, asOf: string) => {
  const { low, high } = estimate(ledger, { metric, collection: "all", asOf }).closure;
  return [low?.value ?? null, high?.value ?? null];
};

describe("the further reports in data/", () => {
  test("every row that the readers coded is a claim or a statement of its number", () => {
    const rows = codedBy("a").map(({ row = "" }) => row.slice(1));
    expect(rows.length).toBe(199);
    const ids = [...claims, ...ledger.statements.filter(isFurther)].map(({ id }) => id);
    expect(ids.map((id) => id.slice(3)).sort()).toEqual(rows);
  });

  test("claims have the numbers on which both readers agree", () => {
    const ofB = new Map(codedBy("b").map((row) => [row["row"], row]));
    const byId = new Map(claims.map((claim) => [claim.id, claim]));
    const ends = ["low", "best", "high"] as const;
    const wrong = codedBy("a").filter((row) => {
      const other = ofB.get(row["row"]);
      const claim: Claim | undefined = byId.get(`c_f${row["row"]?.slice(1) ?? ""}`);
      return (
        claim !== undefined &&
        ends.every((end) => row[end] === other?.[end]) &&
        ends.some((end) => (claim[end]?.toString() ?? "") !== row[end])
      );
    });
    expect(wrong).toEqual([]);
  });

  test("one source is one address, with no text at hand", () => {
    const rows = ledger.sources.filter(({ id }) => further.has(id));
    expect(new Set(rows.map(({ url }) => url)).size).toBe(rows.length);
    expect(rows.filter(({ sha256, characters }) => sha256 ?? characters)).toEqual([]);
  });

  test("they move no estimate of the core", () => {
    const alone = {
      ...ledger,
      claims: ledger.claims.filter((claim) => !isFurther(claim)),
      sources: ledger.sources.filter(({ id }) => !further.has(id)),
    };
    for (const metric of new Set(alone.claims.map((claim) => claim.metric)))
      for (const asOf of ["2023-11-15", "2024-02-26", "2024-08-31", "2024-10-03"]) {
        const question = { metric, collection: "core", asOf } as const;
        expect(estimate(ledger, question)).toEqual(estimate(alone, question));
      }
  });

  test("what containers could hold bounds nothing that was delivered", () => {
    // Seoul: room for up to 4.8 million in June 2024, for more than 12 million in July 2025
    expect(ask("m_rounds_capacity", "2024-06-14")[1]).toBe(4_800_000);
    expect(ask("m_rounds_capacity", "2025-07-13")[0]).toBe(12_000_000);
    // Kyiv, in October 2025: about 6.5 million in all; officials in December 2024: more than 5 million
    expect(ask("m_shells_delivered", "2025-07-13")).toEqual([5_000_000, 6_500_000]);
  });

  test("four ships are no ceiling of all containers", () => {
    expect(ask("m_containers_four_ships", "2025-03-01")[1]).toBe(16_000);
    // Washington and Seoul in December 2024: about 20,000; Seoul in July 2025: about 28,000
    expect(ask("m_containers_delivered", "2025-03-01")).toEqual([20_000, 28_000]);
  });

  test("a page that prints one calibre alone makes no floor of all rounds", () => {
    // Caliber.az has 2.3 million if all are 152-mm; the other reading of the briefing is 400,000
    const { claims: used, closure } = estimate(ledger, {
      metric: "m_shells_delivered",
      collection: "all",
      asOf: "2024-02-01",
    });
    expect(used).not.toContain("c_f025");
    expect(closure.low?.claims).toEqual(["c_f120"]);
  });

  test("Washington and Seoul contradict each other on containers in February 2024", () => {
    const { conflicts } = estimate(ledger, {
      metric: "m_containers_delivered",
      collection: "all",
      asOf: "2024-02-26",
    });
    // more than 10,000 on the 23rd, 6,700 on the 26th
    expect(conflicts.map(({ gap }) => gap)).toContain(3300);
  });
});
