import { describe, expect, inject, test } from "vitest";
import { findPages } from "../../src/cli/bench/pages.ts";
import { READERS, nameReader, openSite } from "./browser.ts";
import {
  findHiddenCharts,
  findOverprintedChartText,
  findTabStops,
  findUnreadableChartText,
} from "./charts.ts";
import {
  findAxeViolations,
  findPrintFaults,
  findSidewaysScroll,
  findSmallTargets,
} from "./layout.ts";

const site = openSite();
const pages = findPages(inject("site"));

test("the built site has pages", () => {
  expect(pages).toContain("/");
});

// Two tests at a time: one browser process draws while the other is asked.
describe.concurrent.each(pages)("page %s", (path) => {
  const readers = READERS.map((reader) => [nameReader(reader), reader] as const);

  test.each(readers)("reads at %s", async (_, reader) => {
    const findings = await site().visit(path, reader, async ({ page, findTrouble }) => [
      ...(await findTrouble()),
      ...(await findHiddenCharts(page)),
      ...(await findSidewaysScroll(page)),
      ...(await findUnreadableChartText(page)),
      ...(await findOverprintedChartText(page)),
      ...(await findTabStops(page)),
      ...(await findSmallTargets(page)),
      ...(reader.script ? await findAxeViolations(page) : []),
    ]);
    expect(findings).toEqual([]);
  });

  test("prints what is folded and no navigation", async () => {
    const reader = { width: 1280, scheme: "light", script: false } as const;
    expect(await site().visit(path, reader, ({ page }) => findPrintFaults(page))).toEqual([]);
  });
});
