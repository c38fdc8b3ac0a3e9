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
  /** The first change of a visit, no charts being fetched: until it is painted at worst, and until the charts show it. */
  readonly first_ms: number;
  readonly first_charts_ms: number;
  /** The same for a word that is changed on the page, by a script that does nothing else. */
  readonly word_ms: number;
  readonly ratio: number;
  readonly allowed_ms: number;
  readonly passed: boolean;
}

/** In the page: moves a slider or turns a switch, and waits until that is painted. */
function changeOnce([selector, at, turn]: readonly [string, number, number]): Promise<number> {
  const input = document.querySelectorAll<HTMLInputElement>(selector)[at];
  const word = document.querySelector("h1");
  const painted = (start: number): Promise<number> =>
    new Promise((resolve) => {
      // The frame is painted between its callback and the next task.
      requestAnimationFrame(() => {
        setTimeout(() => {
          resolve(performance.now() - start);
        });
      });
    });
  const start = performance.now();
  if (!input) {
    if (word) word.textContent = `What if? ${String(turn)}`;
  } else if (input.type === "range") {
    const [low, high] = [Number(input.min), Number(input.max)];
    input.valueAsNumber = low + ((high - low) * (1 + (turn % 9))) / 10;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  } else input.click();
  return painted(start);
}

/** In the page: how long until a chart is drawn anew, and painted. */
function waitForChart(): Promise<number> {
  const start = performance.now();
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      observer.disconnect();
      requestAnimationFrame(() => {
        setTimeout(() => {
          resolve(performance.now() - start);
        });
      });
    });
    for (const place of document.querySelectorAll("[data-chart] .drawing"))
      observer.observe(place, { childList: true });
  });
}

const SLIDERS = '.settings input[type="range"]';
const SWITCHES = '.settings .group input[type="radio"]';
const ORIGINS = '.settings .origins label:not([hidden]) input[type="checkbox"]';
const TURNS = 60;
/** How long a reader looks before the first change. */
const READING_MS = 2000;
/** Visits of which only the first change is timed. */
const VISITS = 5;

async function timeChanges(page: Page, selectors: readonly string[]): Promise<readonly number[]> {
  const times: number[] = [];
  for (let turn = 0; turn < TURNS; turn += 1) {
    const selector = selectors[turn % selectors.length] ?? "";
    const count = await page.locator(selector).count();
    const at = count === 0 ? 0 : Math.floor(turn / selectors.length) % count;
    times.push(await page.evaluate(changeOnce, [selector, at, turn] as const));
  }
  return times;
}

async function openAt(browser: Browser, address: string): Promise<Page> {
  const context = await openPhone(browser, { viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto(address);
  return page;
}

async function timeFirst(browser: Browser, address: string): Promise<readonly [number, number]> {
  const page = await openAt(browser, address);
  await page.locator(ORIGINS).first().waitFor({ state: "attached" });
  await page.waitForTimeout(READING_MS);
  const drawn = page.evaluate(waitForChart);
  const painted = await page.evaluate(changeOnce, [ORIGINS, 0, 0] as const);
  const times = [painted, await drawn] as const;
  await page.context().close();
  return times;
}

async function openWith(browser: Browser, address: string): Promise<Page> {
  const page = await openAt(browser, address);
  // Whoever comes near a setting has the charts fetched; the first change is timed like all.
  await page.locator(SLIDERS).first().focus();
  await page.locator("#shells-over-time-now-title").waitFor({ state: "attached" });
  await page.waitForTimeout(READING_MS);
  return page;
}

/** Times changes of the settings of /what-if: sliders, switches and origins in turn. */
export async function benchWhatIf(browser: Browser, directory: string): Promise<WhatIfBench> {
  const server = await serveFolder(directory);
  try {
    const timesOf = async (query: string, selectors: readonly string[]) => {
      const page = await openWith(browser, `${server.origin}/what-if${query}`);
      const times = await timeChanges(page, selectors);
      await page.context().close();
      return times;
    };
    const every = [SLIDERS, SWITCHES, ORIGINS];
    const core = await timesOf("", every);
    const all = await timesOf("?documents=all", every);
    const first: (readonly [number, number])[] = [];
    for (let visit = 0; visit < VISITS; visit += 1)
      for (const query of ["", "?documents=all"])
        first.push(await timeFirst(browser, `${server.origin}/what-if${query}`));
    const word = medianOf(await timesOf("", ["#no-such-input"]));
    const first_ms = Math.max(...first.map(([painted]) => painted));
    const worst = Math.max(...core, ...all, first_ms);
    return {
      changes: core.length + all.length,
      core_ms: medianOf(core),
      core_worst_ms: Math.max(...core),
      all_ms: medianOf(all),
      all_worst_ms: Math.max(...all),
      first_ms,
      first_charts_ms: medianOf(first.map(([, drawn]) => drawn)),
      word_ms: word,
      ratio: medianOf(core) / word,
      allowed_ms: ALLOWED_MS,
      passed: worst <= ALLOWED_MS,
    };
  } finally {
    await server.close();
  }
}
