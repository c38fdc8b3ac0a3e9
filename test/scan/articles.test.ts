import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readDocument } from "../../src/cli/document.ts";
import { readLedger } from "../../src/ledger/read.ts";
import { findFigures } from "../../src/scan/find.ts";

const articles = [process.env["ARTICLES_DIR"], "data/articles", "../shared/articles"].find(
  (folder): folder is string => folder !== undefined && existsSync(folder),
);

/** Why a quote that two readers listed holds nothing for a scanner of numbers. */
const NO_NUMBER: Readonly<Record<string, RegExp>> = {
  "a month, weekday or season without a number":
    /^(?:in|im|am|vom|seit|dieser?m?|diesen)?\s*(?:in diesem |diesem )?(?:januar|märz|mai|juni|juli|august|september|montag|mittwoch|frühjahr|sommer)(?: letzten jahres)?$/iu,
  "a time word without a number":
    /^(?:in |im |seit )?(?:den |diese[mnrs]? |dieses )?(?:letzte[nrs]?|vergangenen|kommenden|kritischen|kritische)?\s*(?:jahr|jahre|jahren|jahrzehnten|woche|wochen|monat|monaten)(?: dauern)?$|^jahrzehntelange$|^(?:diesen|letzten) monat$|^letztes jahr$|^jeden tag$/iu,
  "the article ein, which is no number": /^einer sache$/iu,
  "an adverb": /^(?:erst|einmal|mehrmals \p{L}+)$/iu,
  "the only one": /^einzige \p{L}+$/iu,
  "a comparison without a number": /^fast alles davon$|^ungefähr das, was .* in einem monat$/iu,
};

const isWithoutNumber = (quote: string): boolean =>
  Object.values(NO_NUMBER).some((pattern) => pattern.test(quote));

describe.skipIf(articles === undefined)("findFigures(text, language) on the core articles", () => {
  const folder = articles ?? "";
  const { ledger } = readLedger("data", { articles: null });
  const hashes = new Map(ledger.sources.map((source) => [source.sha256, source]));
  const texts = (articles === undefined ? [] : readdirSync(folder))
    .filter((name) => name.endsWith(".txt"))
    .flatMap((name) => {
      const file = join(folder, name);
      const hash = createHash("sha256").update(readFileSync(file)).digest("hex");
      const source = hashes.get(`sha256:${hash}`);
      const text = readDocument(file);
      return source && typeof text === "string" ? [{ source, text }] : [];
    });

  test("there are texts", () => {
    expect(texts.length).toBeGreaterThan(0);
  });

  test.each(texts.map(({ source, text }) => [source.id, text, source.language] as const))(
    "%s: every quote of a claim or dismissal is touched by a proposal, or holds no number",
    (id, text, language) => {
      const figures = findFigures(text, language.startsWith("en") ? "en" : "de");
      const missed = [...ledger.claims, ...ledger.dismissals]
        .filter(({ source }) => source === id)
        .filter(
          (row) =>
            !figures.some(({ start, end }) => start < (row.end ?? 0) && (row.start ?? 0) < end),
        )
        .map(({ quote }) => quote)
        .filter((quote) => !isWithoutNumber(quote));
      expect(missed).toEqual([]);
    },
  );
});
