import { describe, expect, test } from "vitest";
import { CLASSES, type ClassLetter } from "../../src/scan/classes.ts";
import { lexiconOf } from "../../src/scan/lexicon.ts";
import { readPieces } from "../../src/scan/reading.ts";
import { readyPattern } from "../../src/scan/rule.ts";
import { rules } from "../../src/scan/rules/all.ts";

const LETTERS = new Set<string>(Object.keys(CLASSES));

/** Letters of a pattern that are neither a group's name nor a sign of the expression. */
const lettersOf = (pattern: string): string[] =>
  Array.from(
    pattern
      .replaceAll(/\(\?<[a-z]+>|\\k<[a-z]+>|\{\d(?:,\d)?\}|\(\?<?[:=!]/g, "")
      .replaceAll(/[()[\]{}|?*+^$.\\]/g, ""),
  );

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
