import type { Browser } from "playwright-core";
import { openPhone } from "./browser.ts";

/** What one page costs a reader who comes for the first time. */
export interface PageWeight {
  readonly page: string;
  readonly requests: number;
  /** Bytes over the wire, headers and gzip bodies, in thousands. */
  readonly kilobytes: number;
  readonly charts: number;
  readonly charts_in_first_paint: number;
}

/**
 * Loads a page with an empty cache on a phone's screen and counts.
 *
 * A chart is in the first paint when it had a box in the last frame before
 * Chromium's "first-contentful-paint".
 */
export async function measurePage(browser: Browser, origin: string, page: string): Promise<PageWeight> {
  const context = await openPhone(browser);
  try {
    const tab = await context.newPage();
    const sizes: Promise<number>[] = [];
    tab.on("requestfinished", (request) => {
      sizes.push(request.sizes().then((size) => size.responseHeadersSize + size.responseBodySize));
    });
    await tab.addInitScript(watchFrames);
    await tab.goto(origin + page, { waitUntil: "networkidle" });
    const charts = await tab.evaluate(readFrames);
    const bytes = await Promise.all(sizes);
    const total = bytes.reduce((sum, size) => sum + size, 0);
    return { page, requests: bytes.length, kilobytes: Math.round(total / 100) / 10, ...charts };
  } finally {
    await context.close();
  }
}

interface Watched {
  frames?: { time: number; charts: number }[];
}

// The two functions below run in the page.

function watchFrames(): void {
  const frames: { time: number; charts: number }[] = [];
  (globalThis as Watched).frames = frames;
  requestAnimationFrame(function look(time) {
    const drawn = [...document.querySelectorAll("figure.chart")].filter((figure) =>
      [...figure.querySelectorAll("svg")].some((svg) => svg.getBoundingClientRect().height > 0),
    );
    frames.push({ time, charts: drawn.length });
    if (frames.length < 600) requestAnimationFrame(look);
  });
}

function readFrames() {
  const paint = performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0;
  const before = ((globalThis as Watched).frames ?? []).filter((frame) => frame.time <= paint);
  return {
    charts: document.querySelectorAll("figure.chart").length,
    charts_in_first_paint: before.at(-1)?.charts ?? 0,
  };
}
