import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import type { AxeResults, NodeResult, Result, RunOptions } from "axe-core";
import type { Page } from "playwright-core";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** The rules of axe that look at colours; contrast is most of its time on pages with long tables. */
const CONTRAST = "color-contrast";
const LINKS = "link-in-text-block";

/** Finds what axe calls a violation, one line for each element. */
export const findAxeViolations = (page: Page): Promise<string[]> => askAxe(page, { runOnly: TAGS });

/**
 * Finds what axe says of colours.
 *
 * Of texts with the same colours on the same backgrounds, in letters of the same size and
 * weight, three are asked about contrast: the others have the same. Where axe cannot tell of
 * one of the three, as something may cover it, all of them are asked.
 */
export async function findColourViolations(page: Page): Promise<string[]> {
  await loadAxe(page);
  const contrast = await page.evaluate(async (rule) => {
    const { axe } = globalThis as unknown as { axe: Axe };
    const looks = new Map<Element | null, string>([[null, ""]]);
    const lookOf = (element: Element | null): string => {
      const known = looks.get(element);
      if (element === null || known !== undefined) return known ?? "";
      const style = getComputedStyle(element);
      const own = [
        ...[style.color, style.backgroundColor, style.backgroundImage],
        ...[style.opacity, style.filter, style.mixBlendMode, style.textShadow],
        ...[style.fontSize, style.fontWeight, style.position],
      ].join();
      const look = `${lookOf(element.parentElement)}${own};`;
      looks.set(element, look);
      return look;
    };
    const alike = new Map<string, Element[]>();
    for (const element of document.body.querySelectorAll("*")) {
      // Of a single letter axe never says that it is too pale.
      const hasText = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && (node.textContent?.trim().length ?? 0) > 1,
      );
      const isField = element.matches("input, select, textarea");
      if (!(hasText || isField) || !element.checkVisibility({ visibilityProperty: true })) continue;
      const look = lookOf(element);
      alike.set(look, [...(alike.get(look) ?? []), element]);
    }
    const ask = async (elements: readonly Element[]) =>
      elements.length === 0
        ? { violations: [], incomplete: [] }
        : axe.run([...elements], {
            runOnly: { type: "rule", values: [rule] },
            resultTypes: ["violations", "incomplete"],
            elementRef: true,
          });
    const first = await ask([...alike.values()].flatMap((own) => own.slice(0, 3)));
    const unsure = new Set(
      first.incomplete.flatMap(({ nodes }) => nodes.map(({ element }) => lookOf(element ?? null))),
    );
    const rest = await ask(
      [...alike].flatMap(([look, own]) => (unsure.has(look) ? own.slice(3) : [])),
    );
    // elements stay in the page
    return [...first.violations, ...rest.violations].map(({ id, help, nodes }) => ({
      ...{ id, help },
      nodes: nodes.map(({ target }) => ({ target })),
    }));
  }, CONTRAST);
  const links = await askAxe(page, { runOnly: { type: "rule", values: [LINKS] } });
  return [...linesOf(contrast), ...links];
}

/** Finds all that axe says of anything but colours. */
export const findStructureViolations = (page: Page): Promise<string[]> =>
  askAxe(page, {
    runOnly: TAGS,
    rules: { [CONTRAST]: { enabled: false }, [LINKS]: { enabled: false } },
  });

async function loadAxe(page: Page): Promise<void> {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(AXE);
}

async function askAxe(page: Page, options: RunOptions): Promise<string[]> {
  await loadAxe(page);
  const { violations } = await page.evaluate(
    (asked) => (globalThis as unknown as { axe: Axe }).axe.run(document, asked),
    { ...options, resultTypes: ["violations" as const] },
  );
  return linesOf(violations);
}

interface Found extends Pick<Result, "id" | "help"> {
  readonly nodes: readonly Pick<NodeResult, "target">[];
}

const linesOf = (results: readonly Found[]): string[] =>
  results.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `axe ${id}: ${target.join(" ")}: ${help}`),
  );

interface Axe {
  run(context: Document | Element[], options: RunOptions): Promise<AxeResults>;
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
