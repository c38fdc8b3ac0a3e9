import type { Browser } from "playwright-core";
import { openPhone } from "./browser.ts";
import { findPages } from "./pages.ts";
import { serveFolder } from "../src/cli/server.ts";

/** What one page costs a reader who comes for the first time. */
export interface PageWeight {
  readonly page: string;
  readonly requests: number;
  /** Bytes over the wire, headers and gzip bodies, in thousands. */
  readonly kilobytes: number;
  readonly charts: number;
  /** Charts that need no script. */
  readonly charts_in_first_paint: number;
}

/** Visits a page twice on a phone's screen, each time for the first time: for its weight, and for its charts. */
export async function measurePage(
  browser: Browser,
  origin: string,
  page: string,
): Promise<PageWeight> {
  return {
    page,
    ...(await countRequests(browser, origin + page)),
    ...(await countCharts(browser, origin + page)),
  };
}

async function countRequests(browser: Browser, address: string) {
  const context = await openPhone(browser);
  try {
    const tab = await context.newPage();
    const sizes: Promise<number>[] = [];
    tab.on("requestfinished", (request) => {
      sizes.push(request.sizes().then((size) => size.responseHeadersSize + size.responseBodySize));
    });
    await tab.goto(address, { waitUntil: "networkidle" });
    const bytes = await Promise.all(sizes);
    const total = bytes.reduce((sum, size) => sum + size, 0);
    return { requests: bytes.length, kilobytes: Math.round(total / 100) / 10 };
  } finally {
    await context.close();
  }
}

/**
 * Counts the charts, and those among them that are drawn as soon as the page
 * is painted. Scripts are off: what stands then needs no more than the page and
 * its styles. (Asking at Chromium's first contentful paint instead would also
 * count how far the parser of a long page had come by then.)
 */
async function countCharts(browser: Browser, address: string) {
  const context = await openPhone(browser, { javaScriptEnabled: false });
  try {
    const tab = await context.newPage();
    await tab.goto(address, { waitUntil: "load" });
    return await tab.evaluate(() => {
      const charts = [...document.querySelectorAll("figure.chart")];
      const drawn = charts.filter((chart) =>
        [...chart.querySelectorAll("svg")].some((svg) => svg.getBoundingClientRect().height > 0),
      );
      return { charts: charts.length, charts_in_first_paint: drawn.length };
    });
  } finally {
    await context.close();
  }
}

/** Weighs every page of a built site, one after the other. */
export async function measureSite(browser: Browser, directory: string): Promise<PageWeight[]> {
  const server = await serveFolder(directory);
  try {
    const weights: PageWeight[] = [];
    for (const page of findPages(directory))
      weights.push(await measurePage(browser, server.origin, page));
    return weights;
  } finally {
    await server.close();
  }
}
