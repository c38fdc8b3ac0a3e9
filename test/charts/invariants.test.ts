import { describe, expect, test } from "vitest";
import { readLedger } from "../../src/ledger/read.ts";
import { publish } from "../../src/reconcile/publish.ts";
import { crowdedLedger, furtherLedger } from "../fixtures/further-ledger.ts";
import { ledger } from "../fixtures/ledger.ts";
import { WIDTHS, document, names, openChart, parseSvg, published } from "./drawing.ts";

const real = publish(readLedger("data", { articles: null }).ledger);
const empty = publish(ledger({})).core;
const further = publish(furtherLedger).all;
const crowded = publish(crowdedLedger(50)).all;

const sets = [
  ["the fixture", published],
  ["the real ledger", real.core],
  ["the real ledger with further reports", real.all],
  ["the fixture with further reports", further],
  ["fifty counts of one quantity", crowded],
  ["an empty ledger", empty],
] as const;

/** How far a text reaches to the right of its drawing, estimated by narrow letters. */
function findCutText(svg: Element, width: number): readonly string[] {
  const shift = (element: Element | null): number => {
    if (element === null || element === svg.parentElement) return 0;
    const [, x = "0"] = /translate\(([-\d.]+)/u.exec(element.getAttribute("transform") ?? "") ?? [];
    return Number(x) + shift(element.parentElement);
  };
  const anchorOf = (element: Element | null): string =>
    element === null
      ? "start"
      : (element.getAttribute("text-anchor") ?? anchorOf(element.parentElement));
  return [...svg.querySelectorAll("text")].flatMap((text) => {
    const size = text.textContent.length * 6;
    const at = Number(text.getAttribute("x") ?? 0) + shift(text);
    const share = { start: 0, middle: 0.5, end: 1 }[anchorOf(text)] ?? 0;
    const [left, right] = [at - share * size, at + (1 - share) * size];
    return left < -4 || right > width + 8 ? [`${text.textContent} (${left}–${right})`] : [];
  });
}

describe.each(sets)("every chart over %s", (_set, data) => {
  describe.each(names)("%s", (name) => {
    const chart = openChart(name, data);

    test("title(rows) has at most 15 words and no blank", () => {
      expect(chart.title.split(/\s+/u).length).toBeLessThanOrEqual(15);
      for (const text of [chart.title, chart.subtitle, chart.note, chart.description])
        expect(text).not.toMatch(/NaN|undefined|Infinity|null|^\s*$/u);
    });

    test.each(WIDTHS)("draw(rows, canvas) at %d px is whole", (width) => {
      const drawing = chart.render({ document, width, id: "x" });
      expect(drawing).not.toMatch(/NaN|undefined|Infinity/u);
      expect(drawing).not.toMatch(/ (?:d|x|y|transform|cx|x1|y1)="[^"]*\d\.\d{3,}/u);
      expect(drawing).toBe(openChart(name, data).render({ document, width, id: "x" }));
      const svg = parseSvg(drawing);
      expect(svg.getAttribute("width")).toBe(String(width));
      expect(findCutText(svg, width)).toEqual([]);
      const sizes = [...svg.querySelectorAll("[font-size]")].map((part) =>
        part.getAttribute("font-size"),
      );
      expect(sizes.map(Number).filter((size) => size < 12)).toEqual([]);
      expect(svg.querySelectorAll("[aria-label], style").length).toBe(0);
    });

    test("the words of every row say what its ends are", () => {
      const wordsFor = ({ low_end, high_end, low, high, kind }: (typeof chart.rows)[number]) => {
        if (high === null && low !== null)
          return low_end === "excluded" ? /more than/u : /at least/u;
        if (low === null && high !== null) return high_end === "excluded" ? /less than/u : /up to/u;
        return kind === "about" ? /about/u : /./u;
      };
      const wrong = chart.rows
        .filter((row) => "low_end" in row && "words" in row)
        .filter((row) => !wordsFor(row).test(String(row["words"])));
      expect(wrong).toEqual([]);
    });

    test("every row leads to what it shows, and to nothing else", () => {
      const svg = parseSvg(chart.render({ document, width: 660, id: "x" }));
      const links = [...svg.querySelectorAll("a")];
      expect(links.filter((link) => link.getAttribute("tabindex") !== "-1")).toEqual([]);
      expect(links.filter((link) => link.querySelector("title") === null)).toEqual([]);
      // a row's place on a page, or a page of its own
      const ids = new Set(links.map((link) => link.getAttribute("href")?.split(/#|sources\//u)[1]));
      const known = new Set<string | undefined>([
        ...data.claims.flatMap(({ claim, source }) => [claim, source]),
        ...data.crosschecks.map(({ crosscheck }) => crosscheck),
        ...data.statements.map(({ statement }) => statement),
      ]);
      expect([...ids].filter((id) => !known.has(id))).toEqual([]);
      const shown = chart.rows
        .filter((row) => row["part"] !== "closure")
        .map((row) => row["statement"] ?? String(row["claims"]).split("|")[0])
        .filter((id) => id !== "");
      if (name === "fire-against-output") return;
      expect(shown.filter((id) => !ids.has(String(id)))).toEqual([]);
    });

    test("standalone(frame) needs no stylesheet of a page", () => {
      const file = chart.standalone({
        ...{ document, width: 660, source: "A source", licence: "A licence", base: "../" },
      });
      expect(file).not.toMatch(/var\(|currentColor|&nbsp;|href="\.\/|tabindex="0"/u);
      expect(file).toContain(">A source<");
      expect(file).toContain(">A licence<");
      const parsed = new (document.defaultView ?? window).DOMParser().parseFromString(
        file,
        "image/svg+xml",
      );
      expect(parsed.querySelector("parsererror")).toBeNull();
    });
  });
});
