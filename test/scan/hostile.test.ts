import { describe, expect, test } from "vitest";
import { ADVERSARIAL, repeatTo } from "../../bench/scan.ts";
import { findFigures } from "../../src/scan/find.ts";
import { lexiconOf } from "../../src/scan/lexicon.ts";
import { rules } from "../../src/scan/rules/all.ts";
import { expressionOf } from "../../src/scan/tokens.ts";
import { isFull } from "../which.ts";

/** How their time grows is measured by `npm run bench -- --only scan`. */
const LENGTH = isFull ? 100_000 : 8_000;

describe("findFigures(text, language) on much that is meant to hurt", () => {
  test.each(Object.entries(ADVERSARIAL))("takes up every digit: %s", (_name, piece) => {
    const text = repeatTo(piece, LENGTH);
    for (const language of ["de", "en"] as const) {
      const left = Array.from(text);
      for (const { start, end } of findFigures(text, language)) left.fill("", start, end);
      expect(left.join("")).not.toMatch(/\d/u);
    }
  });
});

/** Repeats without an upper end, which would let a pattern look at all of a text from each of its tokens. */
const unboundedIn = (source: string): readonly string[] =>
  source
    .replaceAll(/\\./gu, "")
    .replaceAll(/\[[^\]]*\]/gu, "")
    .match(/.{0,20}(?:[*+]|\{\d+,\})/gu) ?? [];

describe("the patterns look at no more than a bound of tokens, so that time grows with the text", () => {
  test.each(["de", "en"] as const)("rules and tokens, %s", (language) => {
    for (const { name, pattern } of rules) expect(unboundedIn(pattern(language)), name).toEqual([]);
    const { yearPrefixes } = lexiconOf(language).lists;
    expect(unboundedIn(expressionOf(language, yearPrefixes).source)).toEqual([]);
  });

  test.each(["n*", "(?:ab)+", "W{2,}", "[*]+"])("%s is found", (source) => {
    expect(unboundedIn(source)).toHaveLength(1);
  });

  test.each(["\\+", "[*+]", "W{2,4}", "n{0,3}?"])("%s is bounded", (source) => {
    expect(unboundedIn(source)).toEqual([]);
  });
});
