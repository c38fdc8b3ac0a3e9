import { describe, expect, inject, test } from "vitest";
import { findPages } from "../../src/cli/bench/pages.ts";
import { formatPages } from "../../src/cli/bench/tables.ts";
import { type PageWeight, measurePage } from "../../src/cli/bench/weight.ts";
import { samplePages } from "./sample.ts";
import { openSite } from "./browser.ts";

const site = openSite();
const weights: PageWeight[] = [];

describe("measurePage(browser, origin, page)", () => {
  test.each(samplePages(findPages(inject("site"))))(
    "%s: 10 requests, 70 kB, charts in the first paint",
    async (path) => {
      const weight = await measurePage(site().browser, site().server.origin, path);
      weights.push(weight);
      expect(weight.requests).toBeLessThanOrEqual(10);
      expect(weight.kilobytes).toBeLessThanOrEqual(70);
      expect(weight.charts_in_first_paint).toBe(weight.charts);
    },
  );

  test("the table is printed", () => {
    process.stdout.write(`\n${formatPages(weights)}\n`);
    expect(weights).not.toEqual([]);
  });
});
