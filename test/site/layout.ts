import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "playwright-core";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const RULES: RunOptions = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  resultTypes: ["violations"],
};

/**
 * Finds what axe calls a violation, one line for each element.
 *
 * @param within Selector of the parts that are asked about; the whole page without it.
 */
export async function findAxeViolations(page: Page, within?: string): Promise<string[]> {
  await page.evaluate(AXE);
  const results = await page.evaluate(
    ([rules, part]) =>
      (globalThis as unknown as { axe: Axe }).axe.run(part === null ? document : [part], rules),
    [RULES, within ?? null] as const,
  );
  return results.violations.flatMap((violation) =>
    violation.nodes.map(
      (node) => `axe ${violation.id}: ${node.target.join(" ")}: ${violation.help}`,
    ),
  );
}

interface Axe {
  run(context: Document | readonly string[], options: RunOptions): Promise<AxeResults>;
}

/** Finds what makes a page wider than the screen. */
export function findSidewaysScroll(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth === innerWidth && clientWidth === innerWidth) return [];
    const wide = [...document.querySelectorAll("body *")]
      .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
      .map((element) => `${element.tagName.toLowerCase()}${element.id && `#${element.id}`}`);
    return [
      `scrollWidth ${scrollWidth}, clientWidth ${clientWidth} on a screen of ${innerWidth} px: ${wide.slice(0, 5).join(", ")}`,
    ];
  });
}

/**
 * Finds tables of a page that have to be scrolled sideways. Those of charts may: they hold
 * all columns of the chart's data.
 */
export function findScrollingTables(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll(".table:not(figure *)")]
      .filter((table) => table.checkVisibility() && table.scrollWidth > table.clientWidth)
      .map(
        (table) =>
          `${table.ariaLabel ?? "table"}: ${String(table.scrollWidth)} px wide on ${String(table.clientWidth)}`,
      ),
  );
}

/**
 * Finds controls smaller than 24 px.
 *
 * Links within running text and marks within a drawing are left to axe, which
 * knows the exceptions of WCAG 2.5.8: a mark's link stands in the table too.
 */
export function findSmallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("a[href], button, summary, input, select, textarea")]
      .filter((target) => target.checkVisibility({ visibilityProperty: true }))
      .filter((target) => target.tagName !== "A" || getComputedStyle(target).display !== "inline")
      .map((target) => ({ name: target.textContent.trim(), box: target.getBoundingClientRect() }))
      // What only a screen reader or the keyboard reaches is clipped to a pixel until it has focus.
      .filter(({ box }) => box.width > 1 && box.height > 1)
      .filter(({ box }) => box.width < 23.95 || box.height < 23.95)
      .map(
        ({ name, box }) =>
          `"${name}": ${box.width.toFixed(0)} × ${box.height.toFixed(0)} px, 24 wanted`,
      ),
  );
}

/** Width of A4 paper between the margins that browsers set, in CSS pixels. */
const PAPER_WIDTH = 718;

/**
 * Finds what a printed page hides that it should show, or shows that it should hide.
 *
 * A page wider than the paper is printed smaller, all of it. The source code of
 * a figure is left out on purpose: it is no part of what the figure says.
 */
export async function findPrintFaults(page: Page): Promise<string[]> {
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width: PAPER_WIDTH, height: 1000 });
  const wide = (await findSidewaysScroll(page)).map((fault) => `shrunk in print: ${fault}`);
  const faults = await page.evaluate(() => {
    const folded = [...document.querySelectorAll("details:not(figure details:has(> pre))")]
      .flatMap((details) => [...details.children])
      .filter((child) => !child.checkVisibility() || child.getBoundingClientRect().height === 0)
      .map((child) => `folded in print: ${child.textContent.trim().slice(0, 40)}`);
    const navigation = [...document.querySelectorAll("nav")]
      .filter((nav) => nav.checkVisibility())
      .map((nav) => `navigation in print: ${nav.ariaLabel ?? nav.className}`);
    return [...folded, ...navigation];
  });
  return [...wide, ...faults];
}
