import type { Page } from "playwright-core";
import { describe, expect, inject, test } from "vitest";
import { findPages } from "../../bench/pages.ts";
import { type Reader, openSite } from "./browser.ts";
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
import { showCore } from "./switch.ts";

/** What a reader must be able to see and reach, whatever the colours. */
const findFaults = async (page: Page): Promise<string[]> => [
  ...(await findHiddenCharts(page)),
  ...(await findSidewaysScroll(page)),
  ...(await findScrollingTables(page)),
  ...(await findUnreadableChartText(page)),
  ...(await findOverprintedChartText(page)),
  ...(await findTabStops(page)),
  ...(await findSmallTargets(page)),
];

async function inDark<T>(page: Page, find: () => Promise<T>): Promise<T> {
  await page.emulateMedia({ colorScheme: "dark" });
  const found = await find();
  await page.emulateMedia({ colorScheme: "light" });
  return found;
}

/** What is seen on a light screen, and what of it is unreadable on a dark one, which has only other colours (pages.test.ts). */
const findInBoth = async (page: Page): Promise<string[]> => [
  ...(await findFaults(page)),
  ...(await inDark(page, () => findUnreadableChartText(page))),
];

/**
 * Axe is most of the time of these tests. What it says of structure follows from the width and
 * what it says of colours from the scheme, so it is asked on a light screen of 360 px and on a
 * dark one of 1280 px.
 */
function askAxe(page: Page, width: Reader["width"], within?: string): Promise<string[]> {
  const find = () => findAxeViolations(page, within);
  return width === 360 ? find() : inDark(page, find);
}

/** What a switch hides once it is switched. */
const FIRST_PANELS = "figure.switched > figure.all";

/**
 * Finds what is wrong with a page as it is opened, and once all in it is switched and unfolded.
 *
 * Axe is asked once of each element: of what the switch hides before it is switched, and of
 * all else when nothing is folded any more.
 */
async function findInPage(page: Page, { width, script }: Reader): Promise<string[]> {
  const opened = await findInBoth(page);
  const isAsked = script && (await page.locator(FIRST_PANELS).count()) > 0;
  const hidden = isAsked ? await askAxe(page, width, FIRST_PANELS) : [];
  const shown = (await showCore(page)) + (await openFolds(page));
  const unfolded = shown === 0 ? [] : await findInBoth(page);
  return [...opened, ...hidden, ...unfolded, ...(script ? await askAxe(page, width) : [])];
}

/** Has every page looked at on screens of one width: a file of tests for each, so that both cores have work. */
export function describeLooks(width: Reader["width"]): void {
  const site = openSite();

  // Two tests at a time: one browser process draws while the other is asked.
  describe.concurrent.each(samplePages(findPages(inject("site"))))("page %s", (path) => {
    test.each([
      ["with", true],
      ["without", false],
    ] as const)(
      `reads at ${String(width)} px, %s JavaScript, on a light and a dark screen`,
      async (_, script) => {
        const reader: Reader = { width, scheme: "light", script };
        const findings = await site().visit(path, reader, async ({ page, findTrouble }) => [
          ...(await findInPage(page, reader)),
          ...(await findTrouble()),
        ]);
        expect(findings).toEqual([]);
      },
    );
  });
}
