import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
} from "playwright-core";
import { findChromium } from "../src/cli/setup-browser.mjs";

/**
 * A Chromium that asks nothing of the network by itself: without these flags
 * it looks for updates and resolves hosts of its maker at every start. The
 * resolver rule makes sure that a page cannot reach any other host either.
 */
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];

/**
 * Starts a headless Chromium with an empty profile.
 *
 * @param wish Whether one without windows will do: for what is looked at, not for what is timed.
 */
export async function launchChromium(wish: { readonly prefersShell: boolean }): Promise<Browser> {
  const executablePath = findChromium(process.env, wish);
  if (executablePath === null) {
    throw new Error("No Chromium found: run node src/cli/setup-browser.mjs, or set CHROMIUM.");
  }
  return chromium.launch({ executablePath, args: FLAGS });
}

/**
 * Opens an empty profile with a phone's screen, 390 px wide.
 *
 * tsx wraps named functions in a helper `__name`, also those that are sent to
 * a page; the page gets a stand-in.
 */
export async function openPhone(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, ...options });
  await context.addInitScript({ content: "globalThis.__name = (named) => named" });
  return context;
}
