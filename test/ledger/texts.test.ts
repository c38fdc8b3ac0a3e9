import { createHash } from "node:crypto";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { figuresOf } from "../../src/entry/figures.ts";
import { readLedger } from "../../src/ledger/read.ts";
import type { Claim, Ledger, Source } from "../../src/ledger/tables.ts";
import { claim, source } from "../fixtures/ledger.ts";
import { findFaults, tableFolder, writeArticles } from "../fixtures/folder.ts";

/** Invented, with a character outside the basic plane before the figure, so that offsets show what they count. */
const TEXT = "𝄞 Erfunden: es waren 4.321 Dinge und dann noch 55.\r\n";
const hashOf = (text: string): string =>
  `sha256:${createHash("sha256").update(text).digest("hex")}`;

const known = source("s_one", {
  sha256: hashOf(TEXT),
  characters: Array.from(TEXT).length,
  language: "de",
});
const counted = claim({
  id: "c_one",
  quote: "4.321 Dinge",
  start: 21,
  end: 32,
  best: 4321,
  as_of_latest: "2001-01-01",
});
const more: Claim = { ...counted, id: "c_two", quote: "55", start: 47, end: 49, best: 55 };

// Whoever runs the tests may have real texts at hand; these are about made ones.
beforeEach(() => {
  vi.stubEnv("ARTICLES_DIR", "");
});

function setUp(
  rows: Partial<Ledger> & { readonly text?: string; readonly one?: Partial<Source> } = {},
) {
  const { text = TEXT, one = {}, ...tables } = rows;
  const folder = tableFolder({
    sources: [{ ...known, ...one }],
    claims: [counted, more],
    dismissals: [],
    ...tables,
  });
  const articles = writeArticles(folder, { "any-name.txt": text });
  return { ...folder, articles, found: () => findFaults(folder.path, articles) };
}

describe("readLedger(directory, {articles})", () => {
  test("verifies every quote by code points, CRLF and all", () => {
    const { path, articles } = setUp();
    expect(readLedger(path, { articles })).toMatchObject({
      notices: [expect.stringContaining("differ") as string],
      verified: new Set(["s_one"]),
    });
  });

  test("finds a quote that is not what the text reads there, and says where it stands", () => {
    expect(setUp({ claims: [{ ...counted, start: 20, end: 31 }, more] }).found()).toContain(
      'data/claims.csv:2:5 quote: found "4.321 Dinge", but the text at 20–31 reads " 4.321 Ding"\n  expected the exact text between start and end\n  to mend: type start 21 and end 32, where the text has it',
    );
  });

  test("finds a quote that stands nowhere", () => {
    expect(setUp({ claims: [{ ...counted, quote: "4.322 Dinge" }, more] }).found()).toEqual([
      'data/claims.csv:2:5 quote: found "4.322 Dinge", but the text at 21–32 reads "4.321 Dinge"\n  expected the exact text between start and end\n  to mend: npm run figures -- FILE --lang de, and copy its offsets',
    ]);
  });

  test("finds a length that is not the text's", () => {
    expect(setUp({ one: { characters: 99 } }).found()).toEqual([
      'data/sources.csv:2:15 characters: found "99"\n  expected 52, the code points of its text\n  to mend: type 52',
    ]);
  });

  test("finds a figure that is neither claimed nor dismissed", () => {
    expect(setUp({ claims: [counted] }).found()).toEqual([
      'data/sources.csv:2: found a figure neither claimed nor dismissed: "55" at 47–49\n  expected every figure of the text in the quote of a claim or a dismissal\n  to mend: add a row for s_one to data/claims.csv, or to data/dismissals.csv with the reason',
    ]);
  });

  test("finds it also where a quote holds half of it", () => {
    const half: Claim = { ...counted, quote: "4", start: 21, end: 22, best: 4 };
    expect(setUp({ claims: [half, more] }).found()[0]).toContain('"4.321" at 21–26');
  });

  test("finds it in every collection", () => {
    const further = setUp({ claims: [counted], one: { collection: "further" } });
    expect(further.found()).toEqual([expect.stringContaining('"55" at 47–49')]);
  });

  test("passes a figure that is dismissed", () => {
    const dismissals = [
      {
        source: "s_one",
        quote: "55",
        start: 47,
        end: 49,
        kind: "idiom" as const,
        reason: "a test",
      },
    ];
    expect(setUp({ claims: [counted], dismissals }).found()).toEqual([]);
  });

  test("finds a number word that no quote touches, where somebody sees number words", () => {
    const text = "Erfunden: zwei Dutzend Dinge, 12 Leute.";
    const one = { sha256: hashOf(text), characters: Array.from(text).length };
    const row = (quote: string) => ({
      source: "s_one",
      quote,
      start: text.indexOf(quote),
      end: text.indexOf(quote) + quote.length,
      kind: "idiom" as const,
      reason: "a test",
    });
    const faultsWith = (...quotes: readonly string[]) => {
      const { path, articles } = setUp({ text, one, claims: [], dismissals: quotes.map(row) });
      return findFaults(path, articles, figuresOf).map((fault) => fault.split("\n")[0]);
    };
    expect(faultsWith("12 Leute")).toEqual([
      'data/sources.csv:2: found a figure neither claimed nor dismissed: "zwei Dutzend Dinge" at 10–28',
    ]);
    expect(faultsWith("12 Leute", "Dutzend")).toEqual([]);
    // A quote that touches the figure but leaves a digit out is not enough.
    expect(faultsWith("Leute", "Dutzend")).toEqual([expect.stringContaining('"12" at 30–32')]);
    expect(faultsWith()).toHaveLength(2);
  });

  test("finds a text that has changed", () => {
    expect(setUp({ text: `${TEXT} ` }).found()).toEqual([
      "data/articles/any-name.txt: found a text that matches no source's hash\n  expected one of the texts that are missing: s_one\n  to mend: restore the text as it was, or move it elsewhere; if the text is meant, take its hash with sha256sum and check every quote against it again",
    ]);
  });

  test("passes a further text beside those of all sources", () => {
    const { articles, found } = setUp();
    writeFileSync(join(articles, "another.txt"), "something else");
    expect(found()).toEqual([]);
  });

  test("finds a text that is not UTF-8", () => {
    const bytes = Buffer.from("ä", "latin1");
    const sha256 = `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
    const { articles, found } = setUp({ claims: [], one: { sha256 } });
    writeFileSync(join(articles, "any-name.txt"), bytes);
    expect(found()).toEqual([
      "data/articles/any-name.txt: found bytes that are not UTF-8\n  expected a text in UTF-8\n  to mend: save it as UTF-8, and take its hash again",
    ]);
  });

  test("notices the source whose text is not in the folder", () => {
    const { path, articles } = setUp();
    rmSync(join(articles, "any-name.txt"));
    const { notices, verified } = readLedger(path, { articles: `${articles}/` });
    expect(notices).toContain(
      `${articles} does not hold the text of s_one: its quotes are unverified`,
    );
    expect(verified).toEqual(new Set());
  });

  test("notices that there is no folder, unless it was asked for by name", () => {
    const { path, articles } = setUp({ claims: [] });
    rmSync(articles, { recursive: true });
    expect(readLedger(path).notices).toEqual([
      "no article texts at hand: the quotes of 1 sources are unverified",
    ]);
    expect(findFaults(path, articles)).toEqual([
      "data/articles: found nothing under this name\n  expected a folder of article texts (*.txt)\n  to mend: restore it from git, or correct the name",
    ]);
  });

  test("looks where ARTICLES_DIR says, then beside the tables, and nowhere for null", () => {
    const { path, articles } = setUp();
    expect(readLedger(path).verified).toEqual(new Set(["s_one"]));
    expect(readLedger(path, { articles: null }).verified).toEqual(new Set());
    vi.stubEnv("ARTICLES_DIR", join(articles, "nowhere"));
    expect(() => readLedger(path)).toThrow("nowhere: found nothing under this name");
    vi.unstubAllEnvs();
  });
});
