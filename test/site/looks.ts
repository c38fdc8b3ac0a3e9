import { describe, expect, inject, test } from "vitest";
import { findPages } from "../../src/cli/bench/pages.ts";
import { READERS, type Reader, nameReader, openSite } from "./browser.ts";
import {
  findHiddenCharts,
  findOverprintedChartText,
  findTabStops,
  findUnreadableChartText,
} from "./charts.ts";
import { openFolds } from "./folds.ts";
import {
  findAxeViolations,
  findScrollingTables,
  findSidewaysScroll,
  findSmallTargets,
} from "./layout.ts";
import { samplePages } from "./sample.ts";
import { showFurther } from "./switch.ts";

/**
 * Each width and each scheme once: axe is nine tenths of the time of these tests. What it says
 * of structure follows from the width, as a dark screen has only other colours (pages.test.ts);
 * what it says of colours follows from the scheme.
 */
const isAskedByAxe = ({ width, scheme, script }: Reader): boolean =>
  script && (width === 360) === (scheme === "light");

/** Has every page looked at on screens of one width: a file of tests for each, so that both cores have work. */
export function describeLooks(width: Reader["width"]): void {
  const site = openSite();
  const readers = READERS.filter((reader) => reader.width === width).map(
    (reader) => [nameReader(reader), reader] as const,
  );

  // Two tests at a time: one browser process draws while the other is asked.
  describe.concurrent.each(samplePages(findPages(inject("site"))))("page %s", (path) => {
    test.each(readers)("reads at %s", async (_, reader) => {
      const findings = await site().visit(path, reader, async ({ page, findTrouble }) => {
        const look = async () => [
          ...(await findHiddenCharts(page)),
          ...(await findSidewaysScroll(page)),
          ...(await findScrollingTables(page)),
          ...(await findUnreadableChartText(page)),
          ...(await findOverprintedChartText(page)),
          ...(await findTabStops(page)),
          ...(await findSmallTargets(page)),
          ...(isAskedByAxe(reader) ? await findAxeViolations(page) : []),
        ];
        const first = [...(await findTrouble()), ...(await look())];
        const shown = (await showFurther(page)) + (await openFolds(page));
        return shown === 0 ? first : [...first, ...(await look())];
      });
      expect(findings).toEqual([]);
    });
  });
}
