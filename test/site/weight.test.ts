import { describe, expect, inject, test } from "vitest";
import { findPages } from "../../bench/pages.ts";
import { formatPages } from "../../bench/tables.ts";
import { type PageWeight, measurePage } from "../../bench/weight.ts";
import { samplePages } from "./sample.ts";
import { openSite } from "./browser.ts";

const site = openSite();
const pages = samplePages(findPages(inject("site")));
const weights: PageWeight[] = [];

// What people read comes in 70 kB. The workbench is a tool: the words of two languages, the
// rules of the tables and the rows to pick from come along, so that it works without a network.
const MOST_KILOBYTES = 70;
const MOST_KILOBYTES_OF_TOOLS: Readonly<Record<string, number>> = { "/workbench": 100 };

// Two at a time: most of a visit is waiting for silence on the line.
describe.concurrent("measurePage(browser, origin, page)", () => {
  test.each(pages)(
    "%s: 10 requests, 70 kB (a tool 100), charts in the first paint",
    async (path) => {
      const weight = await measurePage(site().browser, site().server.origin, path);
      weights.push(weight);
      expect(weight.requests).toBeLessThanOrEqual(10);
      expect(weight.kilobytes).toBeLessThanOrEqual(MOST_KILOBYTES_OF_TOOLS[path] ?? MOST_KILOBYTES);
      expect(weight.charts_in_first_paint).toBe(weight.charts);
    },
  );
});

// Behind the others and not beside the last of them.
test("the table is printed", () => {
  process.stdout.write(`\n${formatPages(weights)}\n`);
  expect(weights).toHaveLength(pages.length);
});
