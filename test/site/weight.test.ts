import { describe, expect, inject, test } from "vitest";
import { findPages } from "../../bench/pages.ts";
import { formatPages } from "../../bench/tables.ts";
import { type PageWeight, measurePage } from "../../bench/weight.ts";
import { samplePages } from "./sample.ts";
import { openSite } from "./browser.ts";

const site = openSite();
const pages = samplePages(findPages(inject("site")));
const weights: PageWeight[] = [];

/** What a page may cost a reader: requests, and kilobytes over the wire. */
interface Limit {
  readonly requests: number;
  readonly kilobytes: number;
}

// What people read comes in 70 kB.
const READING: Limit = { requests: 10, kilobytes: 70 };

const LIMITS: Readonly<Record<string, Limit>> = {
  // A tool: the words of two languages, the rules of the tables and the rows to pick from come
  // along, so that it works without a network.
  "/workbench": { requests: 10, kilobytes: 100 },
  // A live notebook, as Framework serves one: its client, and Plot with all of d3, a file each
  // module; Arquero; and the tables that its cells read.
  "/explore": { requests: 60, kilobytes: 400 },
};

// Two at a time: most of a visit is waiting for silence on the line.
describe.concurrent("measurePage(browser, origin, page)", () => {
  test.each(pages)(
    "%s: 10 requests and 70 kB unless it is no page to read, charts in the first paint",
    async (path) => {
      const weight = await measurePage(site().browser, site().server.origin, path);
      weights.push(weight);
      const limit = LIMITS[path] ?? READING;
      expect(weight.requests).toBeLessThanOrEqual(limit.requests);
      expect(weight.kilobytes).toBeLessThanOrEqual(limit.kilobytes);
      expect(weight.charts_in_first_paint).toBe(weight.charts);
    },
  );
});

// Behind the others and not beside the last of them.
test("the table is printed", () => {
  process.stdout.write(`\n${formatPages(weights)}\n`);
  expect(weights).toHaveLength(pages.length);
});
