import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, inject } from "vitest";
import { launchChromium } from "../../bench/browser.ts";
import { type Server, serveFolder } from "../../src/cli/server.ts";

/** How a reader comes to a page. */
export interface Reader {
  readonly width: 360 | 1280;
  readonly scheme: "light" | "dark";
  readonly script: boolean;
}

/** A page as one reader sees it, and what went wrong on the way. */
export interface Visit {
  readonly page: Page;
  /** Console errors and warnings, failed requests, requests elsewhere, cookies. */
  readonly findTrouble: () => Promise<string[]>;
}

export interface Site {
  readonly browser: Browser;
  readonly server: Server;
  readonly visit: <T>(
    path: string,
    reader: Reader,
    look: (visit: Visit) => Promise<T>,
  ) => Promise<T>;
}

/** Starts one browser and one server for a test file; call it at the top of the file. */
export function openSite(): () => Site {
  let site: Site | undefined;
  beforeAll(async () => {
    const server = await serveFolder(inject("site"));
    const browser = await launchChromium({ prefersShell: true });
    site = { browser, server, visit: (...visit) => visitPage(browser, server.origin, ...visit) };
  });
  afterAll(async () => {
    await site?.browser.close();
    await site?.server.close();
  });
  return () => {
    if (!site) throw new Error("The site is open only inside of tests.");
    return site;
  };
}

async function visitPage<T>(
  browser: Browser,
  origin: string,
  path: string,
  reader: Reader,
  look: (visit: Visit) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({
    // Device metrics: a window of 360 px would have an inner width of 500.
    viewport: { width: reader.width, height: 800 },
    colorScheme: reader.scheme,
    javaScriptEnabled: reader.script,
  });
  // for what hangs: a busy machine takes many times as long as a quiet one
  context.setDefaultTimeout(120_000);
  try {
    const page = await context.newPage();
    const trouble: string[] = [];
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) {
        trouble.push(`console ${message.type()}: ${message.text()}`);
      }
    });
    page.on("pageerror", (error) => trouble.push(`uncaught: ${error.message}`));
    page.on("requestfailed", (request) => {
      // Preloaded modules are refused, as they should be, where scripts are switched off.
      if (!reader.script && request.url().endsWith(".js")) return;
      trouble.push(`failed: ${request.url()} ${request.failure()?.errorText ?? ""}`);
    });
    page.on("request", (request) => {
      const url = request.url();
      if (!url.startsWith(`${origin}/`) && !url.startsWith("data:"))
        trouble.push(`elsewhere: ${url}`);
    });
    page.on("response", (response) => {
      if (response.status() >= 400) {
        trouble.push(`status ${response.status()}: ${response.url()}`);
      }
    });
    await page.goto(origin + path);
    // Without scripts a page is finished when it is loaded; waiting for silence takes half a second.
    if (reader.script && (await page.locator("script").count()) > 0)
      await page.waitForLoadState("networkidle");
    const findTrouble = async () => {
      const cookies = await context.cookies();
      return [...trouble, ...cookies.map((cookie) => `cookie: ${cookie.name}`)];
    };
    return await look({ page, findTrouble });
  } finally {
    await context.close();
  }
}
