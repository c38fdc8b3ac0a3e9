import { describe, expect, test } from "vitest";
import { readLedger } from "../../src/ledger/read.ts";

interface Quote {
  readonly source: string;
  readonly start: number;
  readonly end: number;
  readonly statement: boolean;
}

/** Stretches of a document that neighbouring quotes cover together, at most 6 characters apart. */
function findRuns(quotes: readonly Quote[]): readonly Quote[] {
  const sorted = quotes.toSorted(
    (a, b) => (a.source < b.source ? -1 : a.source > b.source ? 1 : 0) || a.start - b.start,
  );
  return sorted.reduce<readonly Quote[]>((runs, quote) => {
    const last = runs.at(-1);
    if (!last || last.source !== quote.source || quote.start > last.end + 6)
      return [...runs, quote];
    const run = {
      ...last,
      end: Math.max(last.end, quote.end),
      statement: last.statement || quote.statement,
    };
    return [...runs.slice(0, -1), run];
  }, []);
}

describe("findRuns(quotes)", () => {
  const quote = (start: number, end: number) => ({ source: "s_a", start, end, statement: true });

  test("joins quotes that follow each other, and no others", () => {
    expect(findRuns([quote(0, 10), quote(14, 20), quote(40, 50)])).toEqual([
      quote(0, 20),
      quote(40, 50),
    ]);
  });
});

// Each quote is short; side by side they must not give a sentence of an article back.
test("no statement and its neighbours cover more than 60 characters on end", () => {
  const { ledger } = readLedger("data", { articles: null });
  const quotes = [
    ...ledger.claims.map((row) => ({ ...row, statement: false })),
    ...ledger.dismissals.map((row) => ({ ...row, statement: false })),
    ...ledger.statements.map((row) => ({ ...row, statement: true })),
  ].flatMap(({ source, start, end, statement }) =>
    start === null || end === null ? [] : [{ source, start, end, statement }],
  );
  const long = findRuns(quotes).filter((run) => run.statement && run.end - run.start > 60);
  expect(long.map(({ source, start, end }) => `${source} ${start}–${end}`)).toEqual([]);
});
