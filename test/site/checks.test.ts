import { expect, test } from "vitest";
import { type Reader, openSite } from "./browser.ts";
import {
  findHiddenCharts,
  findOverprintedChartText,
  findTabStops,
  findUnreadableChartText,
} from "./charts.ts";
import {
  findAxeViolations,
  findPrintFaults,
  findScrollingTables,
  findSidewaysScroll,
  findSmallTargets,
} from "./layout.ts";

// The checks of looks.ts on planted faults: a check that finds nothing anywhere is no check.

const site = openSite();

type Check = typeof findTabStops;

async function check(find: Check, body: string): Promise<string[]> {
  const reader: Reader = { width: 360, scheme: "light", script: true };
  return site().visit("/404", reader, async ({ page }) => {
    await page.setContent(
      `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>Planted</title><style>body { background: #fbfaf7; margin: 0 }</style><main><h1>Planted</h1>${body}</main></html>`,
    );
    return find(page);
  });
}

const drawing = (content: string, attributes = "") =>
  `<figure class="chart" id="planted" style="margin: 0"><svg ${attributes} width="200" height="100">${content}</svg></figure>`;

test.each<[string, Check, string, string[]]>([
  [
    "findHiddenCharts(page) finds a chart without a box",
    findHiddenCharts,
    drawing("", 'style="display: none"'),
    ["not visible: planted"],
  ],
  ["findHiddenCharts(page) passes over a visible one", findHiddenCharts, drawing(""), []],
  [
    "findUnreadableChartText(page) finds pale text",
    findUnreadableChartText,
    drawing('<text x="20" y="50" fill="#999999">pale</text>'),
    ['"pale": contrast 2.73, at least 4.5 wanted'],
  ],
  [
    "findUnreadableChartText(page) counts opacity",
    findUnreadableChartText,
    drawing('<g opacity="0.4"><text x="20" y="50" fill="black">veiled</text></g>'),
    ['"veiled": contrast 2.83, at least 4.5 wanted'],
  ],
  [
    "findUnreadableChartText(page) measures the size as drawn",
    findUnreadableChartText,
    drawing('<text x="40" y="80" font-size="14">small</text>', 'viewBox="0 0 400 200"'),
    ['"small": 7.0 px as drawn, at least 12 wanted'],
  ],
  [
    "findUnreadableChartText(page) finds what is cut off",
    findUnreadableChartText,
    drawing('<text x="195" y="50" font-family="monospace" font-size="20">cut</text>'),
    ['"cut": 31 px outside of the drawing'],
  ],
  [
    "findUnreadableChartText(page) passes over plain text and hidden text",
    findUnreadableChartText,
    drawing(
      '<text x="20" y="50" font-size="13">plain</text><text display="none" fill="#eee">no</text>',
    ),
    [],
  ],
  [
    "findOverprintedChartText(page) finds one text on another",
    findOverprintedChartText,
    drawing('<text x="20" y="50">one</text><text x="25" y="52">two</text>'),
    ['"one" and "two" overlap'],
  ],
  [
    "findOverprintedChartText(page) passes over neighbours",
    findOverprintedChartText,
    drawing('<text x="20" y="50">one</text><text x="20" y="68">two</text>'),
    [],
  ],
  [
    "findTabStops(page) finds a stop at every mark",
    findTabStops,
    drawing('<a href="#a"><circle r="9"/></a><a href="#b"><circle r="9"/></a>'),
    ["planted: 2 tab stops in one drawing"],
  ],
  [
    "findTabStops(page) passes over links that a keyboard skips",
    findTabStops,
    drawing(
      '<a href="#a" tabindex="-1"><circle r="9"/></a><a href="#b" tabindex="-1"><circle r="9"/></a>',
    ),
    [],
  ],
  [
    "findSidewaysScroll(page) finds a line that does not fit",
    findSidewaysScroll,
    '<div id="line" style="width: 500px">wide</div>',
    ["scrollWidth 500, clientWidth 360 on a screen of 360 px: div#line"],
  ],
  [
    "findSidewaysScroll(page) passes over what scrolls by itself",
    findSidewaysScroll,
    '<div style="overflow-x: auto"><div style="width: 500px">wide</div></div>',
    [],
  ],
  [
    "findScrollingTables(page) finds a table that is wider than its place",
    findScrollingTables,
    '<div class="table" aria-label="Wide" style="overflow-x: auto"><div style="width: 500px">wide</div></div>',
    ["Wide: 500 px wide on 360"],
  ],
  [
    "findScrollingTables(page) passes over one that fits, and over one of a chart",
    findScrollingTables,
    '<div class="table" style="overflow-x: auto">fits</div><figure style="margin: 0"><div class="table" style="overflow-x: auto"><div style="width: 500px">data</div></div></figure>',
    [],
  ],
  [
    "findSmallTargets(page) finds a small button",
    findSmallTargets,
    '<button style="width: 20px; height: 20px; padding: 0">x</button>',
    ['"x": 20 × 20 px, 24 wanted'],
  ],
  [
    "findSmallTargets(page) passes over a link in running text",
    findSmallTargets,
    '<p>See <a href="#top">there</a>.</p>',
    [],
  ],
  [
    "findAxeViolations(page) finds a picture without a text",
    findAxeViolations,
    '<img src="data:,">',
    ["axe image-alt: img: Images must have alternative text"],
  ],
  ["findAxeViolations(page) passes over a plain page", findAxeViolations, "<p>Plain</p>", []],
  [
    "findAxeViolations(page, within) asks of a part alone",
    (page) => findAxeViolations(page, ".part"),
    '<img src="data:,"><div class="part"><p style="color: #999">pale</p></div>',
    ["axe color-contrast: p: Elements must meet minimum color contrast ratio thresholds"],
  ],
  [
    "findPrintFaults(page) finds what stays folded, and navigation",
    findPrintFaults,
    '<nav aria-label="Pages">Home</nav><details><summary>More</summary><p>folded</p></details>',
    ["folded in print: folded", "navigation in print: Pages"],
  ],
  [
    "findPrintFaults(page) finds what is wider than paper",
    findPrintFaults,
    '<div id="line" style="width: 900px">wide</div>',
    ["shrunk in print: scrollWidth 900, clientWidth 718 on a screen of 718 px: div#line"],
  ],
  [
    "findPrintFaults(page) passes over the source code of a figure",
    findPrintFaults,
    "<figure><details><summary>Source code</summary><pre>code</pre></details></figure>",
    [],
  ],
])("%s", async (_, find, body, expected) => {
  expect(await check(find, body)).toEqual(expected);
});
