import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Language } from "../../src/scan/figure.ts";
import { findFigures as find, findInPieces } from "../../src/scan/find.ts";
import { readPieces } from "../../src/scan/reading.ts";
import { readCorpus } from "./corpus.ts";
import { codePoint } from "../fixtures/code-point.ts";
import { isFull } from "../which.ts";

const known = new Map<string, ReturnType<typeof find>>();

/** Properties draw the same texts, and pairs hold the same halves: each is looked through once. */
function findFigures(original: string, code: Language): ReturnType<typeof find> {
  const key = `${code} ${original}`;
  const found = known.get(key) ?? find(original, code);
  known.set(key, found);
  return found;
}

const language = fc.constantFrom<Language>("de", "en");

const PIECES = [
  ...Array.from("0123456789.,:;-–/()[]%$€'’ \n\t\u00a0\u202f\u00ad\u0301~+−½§°"),
  ...[
    "etwa",
    "bis zu",
    "von",
    "zwischen",
    "und",
    "bis",
    "Million",
    "Millionen",
    "Uhr",
    "Mai",
    "2024",
  ],
  ...[
    "about",
    "between",
    "to",
    "and",
    "a",
    "half",
    "million",
    "dozen",
    "of",
    "per",
    "day",
    "first",
  ],
  ...[
    "Kh",
    "mm",
    "jährig",
    "zehn",
    "zwei",
    "Tausende",
    "Prozent",
    "pro Tag",
    "one",
    "ten",
    "😀",
    "ü",
  ],
];

/** Text as it comes, and text that is dense with what the rules look for. */
const text = fc.oneof(
  fc.string({ unit: codePoint, maxLength: 200 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((parts) => parts.join("")),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((parts) => parts.join(" ")),
);

/** The texts that one is put before: all with `FULL=1`, else the seven that follow, so that each is also put behind seven. */
const partnersOf = <Text>(texts: readonly Text[], at: number): readonly Text[] =>
  isFull
    ? texts
    : Array.from({ length: 7 }, (_, step) => texts[(at + step) % texts.length] as Text);

describe("findFigures(text, language)", () => {
  test("property: the offsets cut the figure's text out of the original", () => {
    fc.assert(
      fc.property(text, language, (original, code) => {
        const characters = Array.from(original);
        for (const { start, end, text: cut } of findFigures(original, code))
          expect(characters.slice(start, end).join("")).toBe(cut);
      }),
      { numRuns: 500 },
    );
  });

  test("property: figures are sorted, not empty, and do not overlap", () => {
    fc.assert(
      fc.property(text, language, (original, code) => {
        let end = 0;
        for (const figure of findFigures(original, code)) {
          expect(figure.start).toBeGreaterThanOrEqual(end);
          expect(figure.end).toBeGreaterThan(figure.start);
          end = figure.end;
        }
      }),
      { numRuns: 500 },
    );
  });

  test("property: ends are finite, in order, and as open as the bound says", () => {
    fc.assert(
      fc.property(text, language, (original, code) => {
        for (const { low, high, bound } of findFigures(original, code)) {
          for (const end of [low, high]) if (end !== null) expect(Number.isFinite(end)).toBe(true);
          if (low !== null && high !== null) expect(low).toBeLessThanOrEqual(high);
          if (bound === "at_least" || bound === "more_than") expect(high).toBeNull();
          if (bound === "at_most" || bound === "less_than") expect(low).toBeNull();
        }
      }),
      { numRuns: 500 },
    );
  });

  test("property: every ASCII digit lies inside a proposal", () => {
    fc.assert(
      fc.property(text, language, (original, code) => {
        const inside = new Set<number>();
        for (const { start, end } of findFigures(original, code))
          for (let at = start; at < end; at += 1) inside.add(at);
        const outside = Array.from(original).flatMap((character, at) =>
          /[0-9]/u.test(character) && !inside.has(at) ? [`${character} at ${at}`] : [],
        );
        expect(outside).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  test.each(["de", "en"] as const)(
    "any two %s texts with a paragraph between them have the figures of both",
    (code) => {
      const own = readCorpus(code, "development").map(({ text: original }) => ({
        original,
        length: Array.from(original).length,
        figures: findFigures(original, code),
      }));
      const separator = "\n\n";
      const changed: string[] = [];
      const pairs = own.flatMap((first, at) =>
        partnersOf(own, at).map((second) => [first, second] as const),
      );
      for (const [first, second] of pairs) {
        const both = first.original + separator + second.original;
        const shift = first.length + separator.length;
        const apart = [
          ...first.figures,
          ...second.figures.map((figure) => ({
            ...figure,
            start: figure.start + shift,
            end: figure.end + shift,
          })),
        ];
        if (!isDeepStrictEqual(findFigures(both, code), apart)) changed.push(both);
      }
      expect(changed).toEqual([]);
    },
  );

  test.each(["de", "en"] as const)("property: %s figures are the same decomposed (NFD)", (code) => {
    const bare = (original: string) =>
      findFigures(original, code).map(({ text: cut, kind, low, high, bound }) => [
        cut.normalize("NFC"),
        kind,
        low,
        high,
        bound,
      ]);
    for (const { text: original } of readCorpus(code, "development"))
      expect(bare(original.normalize("NFD"))).toEqual(bare(original));
  });

  test("property: a long text is cut into pieces without losing or moving a figure", () => {
    const paragraph = "Bis zu 300 Busse stehen bereit, sagte ein Sprecher 😀 am Montag.\n\n";
    const figures = findFigures(paragraph.repeat(500), "de");
    const length = Array.from(paragraph).length;
    expect(figures.map(({ start }) => start)).toEqual(
      Array.from({ length: 500 }, (_, at) => at * length),
    );
  });

  test.each(["de", "en"] as const)(
    "property: %s figures are the same wherever a long text is cut into pieces",
    (code) => {
      const lines = readCorpus(code, "development").map((entry) => entry.text);
      const part = fc.oneof(fc.constantFrom(...lines), fc.constantFrom(...PIECES));
      const long = fc
        .tuple(fc.array(part, { minLength: 100, maxLength: 800 }), fc.constantFrom(" ", " ", ""))
        .map(([parts, between]) => parts.join(between));
      fc.assert(
        fc.property(long, fc.integer({ min: 20, max: 400 }), (original, piece) => {
          const cut = findInPieces(original, code, readPieces(original, code, piece));
          expect(cut).toEqual(findInPieces(original, code, readPieces(original, code, 1e9)));
        }),
        { numRuns: isFull ? 60 : 20 },
      );
    },
    60_000,
  );

  test("a long line has the figures of its sentences, and no other", () => {
    const sentence = "Zwischen 3.400 und 3.500 Menschen leben dort, sagte er. ";
    // a megabyte with FULL=1
    const count = isFull ? 20_000 : 4_000;
    expect(findFigures(sentence.repeat(count), "de")).toHaveLength(count);
  });
});
