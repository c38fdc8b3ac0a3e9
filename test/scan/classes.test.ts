import { describe, expect, test } from "vitest";
import { CLASSES, type ClassLetter } from "../../src/scan/classes.ts";
import { lexiconOf } from "../../src/scan/lexicon.ts";
import { readPieces } from "../../src/scan/reading.ts";
import { readyPattern } from "../../src/scan/rule.ts";
import { expressionOf } from "../../src/scan/tokens.ts";
import { rules } from "../../src/scan/rules/all.ts";

const LETTERS = new Set<string>(Object.keys(CLASSES));

/** Letters of a pattern that are neither a group's name nor a sign of the expression. */
const lettersOf = (pattern: string): string[] =>
  Array.from(
    pattern
      .replaceAll(/\(\?<[a-z]+>|\\k<[a-z]+>|\{\d(?:,\d)?\}|\(\?<?[:=!]/g, "")
      .replaceAll(/[()[\]{}|?*+^$.\\]/g, ""),
  );

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

describe("CLASSES, the legend of the class letters", () => {
  test("each letter is one character, so that offsets into the letters are tokens", () => {
    for (const letter of LETTERS) expect(letter).toHaveLength(1);
  });

  test("a word of a lexicon has a letter of the legend", () => {
    for (const language of ["de", "en"] as const)
      for (const [word, { cls }] of lexiconOf(language).words)
        expect(LETTERS.has(cls), `${word} is ${cls}`).toBe(true);
  });

  test.each(rules.map((rule) => [rule.name, rule] as const))(
    "the rule %s knows no other letter, and can start only with one",
    (_name, rule) => {
      for (const language of ["de", "en"] as const) {
        const pattern = rule.pattern(language);
        expect(lettersOf(pattern).filter((letter) => !LETTERS.has(letter))).toEqual([]);
        expect(() => readyPattern(pattern)).not.toThrow();
      }
      const starts = `${rule.starts}${rule.startsBeforeNumeral ?? ""}`;
      expect(Array.from(starts).filter((letter) => !LETTERS.has(letter))).toEqual([]);
    },
  );

  test.each<[ClassLetter, "de" | "en", string]>([
    ["6", "de", "knappes"],
    ["5", "de", "weitere"],
    ["0", "en", "Boeing"],
    ["8", "de", "Achtzigerjahre"],
    ["9", "en", "ago"],
    ["A", "de", "sechsstelligen"],
    ["f", "de", "Verdreifachung"],
    ["=", "en", "square one"],
  ])("%s (%s) is the letter of %j", (letter, language, word) => {
    const [reading] = [...readPieces(word, language)];
    expect(reading?.classes).toBe(letter);
  });
});
