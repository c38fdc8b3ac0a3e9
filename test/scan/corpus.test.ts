import { afterAll, describe, expect, test } from "vitest";
import { type Half, measure } from "./corpus.ts";

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** What is printed for each half of each language, so that a run shows the figures. */
const printed: string[] = [];

describe.each(["de", "en"] as const)("findFigures(text, %j) on the labelled corpus", (language) => {
  test("the corpus has at least 300 phrases of our own", () => {
    const entries =
      measure(language, "development").entries + measure(language, "held-out").entries;
    expect(entries).toBeGreaterThanOrEqual(300);
  });

  test.each(["development", "held-out", "news"] as const)(
    "finds, reads and sorts: %s",
    (half: Half) => {
      const score = measure(language, half);
      printed.push(
        `${language} ${half}: ${score.figures} figures; detection ${percent(score.detection)}, ` +
          `values ${percent(score.values)}, claim precision ${percent(score.precision)}, ` +
          `claim recall ${percent(score.recall)}, kinds ${percent(score.kinds)}, exact text ${percent(score.exact)}`,
      );
      expect(score.detection).toBeGreaterThanOrEqual(0.98);
      expect(score.values).toBeGreaterThanOrEqual(0.95);
      expect(score.precision).toBeGreaterThanOrEqual(0.97);
      expect(score.recall).toBeGreaterThanOrEqual(0.97);
      expect(score.kinds).toBeGreaterThanOrEqual(0.95);
    },
  );
});

afterAll(() => {
  process.stdout.write(`${printed.join("\n")}\n`);
});
