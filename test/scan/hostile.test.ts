import { describe, expect, test } from "vitest";
import { findFigures } from "../../src/scan/find.ts";

/** A quarter of the length that must not hurt; the other text is four times as long. */
const LENGTH = 25_000;

const ADVERSARIAL: Readonly<Record<string, string>> = {
  digits: "7",
  dots: ".",
  spaces: " ",
  hyphens: "-",
  qualifiers: "etwa mindestens bis zu ",
  "English qualifiers": "at least up to about ",
  "combining marks": "\u0301",
  "marked letters": "e\u0301\u0301\u0301",
  "soft hyphens": "\u00ad",
  "digits and dots": "1.",
  "digits and spaces": "1 ",
  "groups of digits": "100 ",
  "digits and hyphens": "1-",
  "digits and slashes": "1/",
  "telephone numbers": "+49 30 ",
  letters: "a",
  capitals: "A.",
  "number words": "hunderttausend",
  "open ranges": "zwischen 1 und ",
  halves: "a half ",
  addresses: "http://",
};

/** Processor time, which neighbours on a busy machine disturb less than the clock. */
function secondsOf(text: string, language: "de" | "en"): number {
  const start = process.cpuUsage();
  findFigures(text, language);
  return process.cpuUsage(start).user / 1e6;
}

describe("findFigures(text, language) on 100 kB that are meant to hurt", () => {
  test.each(Object.entries(ADVERSARIAL))("grows linearly: %s", (_name, piece) => {
    const text = piece.repeat(Math.ceil(LENGTH / piece.length));
    for (const language of ["de", "en"] as const) {
      secondsOf(text, language);
      // the smaller of two, so that a collection of garbage is not taken for growth
      const least = (of: string): number =>
        Math.min(secondsOf(of, language), secondsOf(of, language));
      const [once, four] = [least(text), least(text.repeat(4))];
      // quadratic growth would be sixteen times; a hundredth of a second is noise
      expect(four).toBeLessThan(8 * once + 0.04);
    }
  });
});
