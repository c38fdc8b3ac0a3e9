import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { readLedger } from "../../src/ledger/read.ts";
import type { Claim } from "../../src/ledger/tables.ts";

const { ledger } = readLedger("data");
const further = new Set(
  ledger.sources.filter(({ collection }) => collection === "further").map(({ id }) => id),
);
const isFurther = ({ source }: { readonly source: string }): boolean => further.has(source);
const claims = ledger.claims.filter(isFurther);

type Coded = Readonly<Record<string, string>>;
const codedBy = (reader: string): readonly Coded[] =>
  parse(readFileSync(`docs/double-coding/reader-${reader}-further.csv`), { columns: true });

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
});
