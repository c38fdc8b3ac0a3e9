import type { Browser } from "playwright-core";
import { openPhone } from "./browser.ts";

/**
 * A phone of the cheaper sort on a slow line: Lighthouse's "slow 4G", a round
 * trip of 150 ms and 1.6 Mbit/s. Chromium delays whole requests, not round
 * trips; Lighthouse counts 3.75 of them for each request.
 *
 * @source lighthouse/core/config/constants.js
 */
const SLOWER_PROCESSOR = 4;
const LINE = {
  offline: false,
  latency: 150 * 3.75,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
};

/** Milliseconds from the start of a visit. */
export interface Wait {
  /** Until anything is on the screen: Chromium's first contentful paint. */
  readonly paint: number;
  /** Until a chart is: the first frame after the one in which its drawing has marks and a box. */
  readonly chart: number;
}

/** Visits a page on a slow phone and waits for its first chart. */
export async function measureFirstChart(browser: Browser, address: string): Promise<Wait> {
  const context = await openPhone(browser);
  try {
    const tab = await context.newPage();
    const session = await context.newCDPSession(tab);
    await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER_PROCESSOR });
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions", LINE);
    await tab.addInitScript(watchForChart);
    await tab.goto(address, { waitUntil: "commit" });
    const seen = await tab.waitForFunction(readSeen, null, { polling: 100, timeout: 60_000 });
    const wait = await seen.jsonValue();
    if (wait === false) throw new Error("Chromium stopped waiting without a chart.");
    return wait;
  } finally {
    await context.close();
  }
}

interface Watched {
  chartSeen?: number;
}

// The two functions below run in the page.

function watchForChart(): void {
  requestAnimationFrame(function look() {
    const drawn = [...document.querySelectorAll("main svg")].some((svg) => {
      const box = svg.getBoundingClientRect();
      return box.width > 200 && box.height > 50 && svg.querySelector("path, line, rect, circle");
    });
    requestAnimationFrame(() => {
      if (drawn) (globalThis as Watched).chartSeen ??= performance.now();
      else look();
    });
  });
}

/** What was seen; false, so that the question is put again, as long as there is no chart. */
function readSeen(): Wait | false {
  const chart = (globalThis as Watched).chartSeen;
  const paint = performance.getEntriesByName("first-contentful-paint")[0]?.startTime;
  return chart !== undefined && paint !== undefined && { paint, chart };
}
