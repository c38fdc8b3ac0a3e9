// @vitest-environment jsdom
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Stretch, markedText } from "../../../src/browser/workbench/marked-text.ts";

const stretch = (start: number, end: number): Stretch => ({ key: start, start, end, claim: true });

const show = (text: string, stretches: readonly Stretch[]) =>
  markedText(text, stretches, "de").element;

const marksOf = (element: HTMLElement) =>
  [...element.querySelectorAll("mark")].map(({ textContent }) => textContent);

describe("markedText(text, stretches, language)", () => {
  test("marks by code points", () => {
    // Two characters outside of the basic plane, then a space: the 7 is the fourth code point.
    expect(marksOf(show("😀😀 7 Schiffe", [stretch(3, 12)]))).toEqual(["7 Schiffe"]);
  });

  test("shows markup as the text that it is", () => {
    const text = "<img src=x onerror=alert(1)> 12 </script><b>13</b>&amp;";
    const element = show(text, [stretch(29, 31)]);
    expect(element.textContent).toBe(text);
    expect([...element.querySelectorAll("*")].map(({ tagName }) => tagName)).toEqual([
      "DIV",
      "MARK",
    ]);
  });

  test("ends blocks behind line ends only, as long as lines end", () => {
    const line = `${"wort ".repeat(100)}\n`;
    const blocks = [...show(line.repeat(30), []).children].map(({ textContent }) => textContent);
    expect(blocks.length).toBeGreaterThan(3);
    expect(blocks.slice(0, -1).filter((block) => !block.endsWith("\n"))).toEqual([]);
  });

  test("cuts a line without end, never through a character", () => {
    const element = show("😀".repeat(40_000), []);
    expect(element.children.length).toBeGreaterThan(1);
    expect(
      [...element.children].filter(({ textContent }) => /\p{Surrogate}/u.test(textContent)),
    ).toEqual([]);
  });

  test("begins a mark behind the one that it overlaps", () => {
    expect(marksOf(show("12345", [stretch(0, 3), stretch(2, 5), stretch(3, 4)]))).toEqual([
      "123",
      "45",
    ]);
  });

  test("property: the text is all there, and each mark holds its code points", () => {
    const alphabet = fc.constantFrom("a", "7", " ", "\n", "<", "&", "😀", "e\u0301", "\u202e", "ü");
    const texts = fc.array(alphabet, { maxLength: 400 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(texts, fc.array(fc.nat({ max: 400 })), (text, cuts) => {
        const points = Array.from(text);
        const places = [...new Set(cuts.filter((cut) => cut < points.length))].sort(
          (a, b) => a - b,
        );
        const stretches = places.map((start, at) =>
          stretch(start, Math.min(start + 3, places[at + 1] ?? points.length)),
        );
        const element = show(text, stretches);
        expect(element.textContent).toBe(text);
        expect(marksOf(element)).toEqual(
          stretches.map(({ start, end }) => points.slice(start, end).join("")),
        );
      }),
    );
  });

  test("findSelection() counts code points, across marks too", () => {
    const marked = markedText("😀 vor 12 Tagen", [stretch(6, 8)], "de");
    document.body.replaceChildren(marked.element);
    const [before, after] = [...marked.element.querySelectorAll("div, mark")].map(
      (element) => element.firstChild,
    );
    expect(marked.findSelection()).toBeNull();
    getSelection()?.setBaseAndExtent(before as Node, 3, after as Node, 2);
    // The emoji is two units of the text and one code point.
    expect(marked.findSelection()).toEqual({ start: 2, end: 8 });
  });
});
