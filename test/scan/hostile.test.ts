import { describe, expect, test } from "vitest";
import { ADVERSARIAL, repeatTo } from "../../src/cli/bench/scan.ts";
import { findFigures } from "../../src/scan/find.ts";

/** How their time grows is measured by `npm run bench -- --only scan`. */
describe("findFigures(text, language) on 100 kB that are meant to hurt", () => {
  test.each(Object.entries(ADVERSARIAL))("takes up every digit: %s", (_name, piece) => {
    const text = repeatTo(piece, 100_000);
    for (const language of ["de", "en"] as const) {
      const left = Array.from(text);
      for (const { start, end } of findFigures(text, language)) left.fill("", start, end);
      expect(left.join("")).not.toMatch(/\d/u);
    }
  });
});
