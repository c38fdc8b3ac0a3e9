import type { Browser, Page } from "playwright-core";
import { openPhone } from "./browser.ts";
import { medianOf } from "./median.ts";
import { serveFolder } from "../src/cli/server.ts";

/** A change may take this long from the input to the next picture. */
const ALLOWED_MS = 50;

/** How long changes of settings take until they are painted. */
export interface WhatIfBench {
  readonly changes: number;
  /** Documents that speak: the core articles, then all. */
  readonly core_ms: number;
  readonly core_worst_ms: number;
  readonly all_ms: number;
  readonly all_worst_ms: number;
  /** The first change of a visit, at worst: nothing was computed before it. The worst of all changes count it too. */
  readonly first_ms: number;
  /** The same for a word that is changed on the page, by a script that does nothing else. */
  readonly word_ms: number;
  /** A change of a setting beside one of a word, all documents speaking. */
  readonly ratio: number;
  readonly allowed_ms: number;
  readonly passed: boolean;
}

/** What a reader may change, each kind in turn. */
const CONTROLS = [
  '.settings .speakers input[type="checkbox"]',
  '.settings input[type="radio"]:not(:checked)',
  '.settings input[type="date"]',
  '.settings input[type="number"]',
  ".settings fieldset select",
] as const;

/** What is changed on the same page where no setting is. */
const WORD = "h1";

const TURNS = 20;
const VISITS = 3;
/** How long a reader looks before the first change, so that loading is not timed. */
const READING_MS = 1000;

/** In the page: changes what a selector finds, and waits until that is painted. */
async function changeOnce([selector, turn]: readonly [string, number]): Promise<number> {
  const found = document.querySelectorAll<HTMLElement>(selector);
  const one = found[turn % Math.max(1, found.length)];
  if (one === undefined) throw new Error(`nothing on the page is ${selector}`);
  const before = location.search;
  const start = performance.now();
  if (one instanceof HTMLInputElement && (one.type === "checkbox" || one.type === "radio")) {
    one.click();
  } else if (one instanceof HTMLInputElement || one instanceof HTMLSelectElement) {
    if (one instanceof HTMLSelectElement)
      one.selectedIndex = (one.selectedIndex + 1) % one.options.length;
    else if (one.type === "date") one.value = `2024-0${String(1 + (turn % 9))}-15`;
    else one.value = String(10 + turn);
    one.dispatchEvent(new Event("change", { bubbles: true }));
  } else one.textContent = `What if? ${String(turn)}`;
  await new Promise<void>((resolve) => {
    // The frame is painted between its callback and the next task.
    requestAnimationFrame(() => {
      setTimeout(resolve);
    });
  });
  const taken = performance.now() - start;
  // The address holds the settings: where it stays, nothing was set, and its time says nothing.
  if (one.matches("input, select") && location.search === before)
    throw new Error(`a change of ${selector} set nothing`);
  return taken;
}

/**
 * Opens a page, and changes what the selectors find in turn.
 *
 * @returns Milliseconds until each change was painted, the first of the visit first.
 * @throws Where a selector finds nothing, or a change of a control leaves the address as it was.
 */
export async function timeVisit(
  browser: Browser,
  address: string,
  selectors: readonly string[],
  turns: number,
): Promise<readonly number[]> {
  const context = await openPhone(browser, { viewport: { width: 1280, height: 800 } });
  try {
    const page: Page = await context.newPage();
    await page.goto(address);
    await page.locator(".settings input").first().waitFor({ state: "attached" });
    await page.waitForTimeout(READING_MS);
    const times: number[] = [];
    for (let turn = 0; turn < turns; turn += 1) {
      const selector = selectors[turn % selectors.length] ?? WORD;
      times.push(await page.evaluate(changeOnce, [selector, turn] as const));
    }
    return times;
  } finally {
    await context.close();
  }
}

/**
 * Times changes of the settings of /what-if, and changes of a word on it.
 *
 * @param directory A built site.
 * @throws Where a control that a reader may change is missing, or a change of it sets nothing.
 */
export async function benchWhatIf(browser: Browser, directory: string): Promise<WhatIfBench> {
  const server = await serveFolder(directory);
  try {
    const visits = async (query: string, selectors: readonly string[]) => {
      const times: (readonly number[])[] = [];
      for (let visit = 0; visit < VISITS; visit += 1)
        times.push(await timeVisit(browser, `${server.origin}/what-if${query}`, selectors, TURNS));
      return times;
    };
    const core = await visits("?documents=core", CONTROLS);
    const all = await visits("", CONTROLS);
    const word_ms = medianOf((await visits("", [WORD])).flat());
    const [core_times, all_times] = [core.flat(), all.flat()];
    const [core_worst_ms, all_worst_ms] = [Math.max(...core_times), Math.max(...all_times)];
    const all_ms = medianOf(all_times);
    return {
      changes: core_times.length + all_times.length,
      ...{ core_ms: medianOf(core_times), core_worst_ms, all_ms, all_worst_ms },
      first_ms: Math.max(...[...core, ...all].flatMap((times) => times.slice(0, 1))),
      ...{ word_ms, ratio: all_ms / word_ms, allowed_ms: ALLOWED_MS },
      passed: Math.max(core_worst_ms, all_worst_ms) <= ALLOWED_MS,
    };
  } finally {
    await server.close();
  }
}
