import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkCell } from "../../src/entry/columns.ts";
import { slugOf, suggestId } from "../../src/entry/ids.ts";
import { languageOf } from "../../src/entry/language.ts";

describe("suggestId(prefix, words, taken)", () => {
  test("makes small letters of words, and counts up where the id is taken", () => {
    expect(slugOf("Süddeutsche Zeitung, 2024-10")).toBe("sueddeutsche_zeitung_2024_10");
    expect(slugOf("Łódź café")).toBe("lodz_cafe");
    expect(suggestId("a", "Yonhap", new Set())).toBe("a_yonhap");
    expect(suggestId("a", "Yonhap", new Set(["a_yonhap", "a_yonhap_2"]))).toBe("a_yonhap_3");
    expect(suggestId("a", "朝鮮", new Set())).toBe("a_x");
  });

  test("property: every id is one that the tables take", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (words) => {
        const id = suggestId("s", words, new Set());
        expect([id, checkCell("sources", "id", id)]).toEqual([id, null]);
        expect(id.length).toBeLessThanOrEqual(42);
      }),
    );
  });
});

describe("languageOf(text)", () => {
  const german = "Das Ministerium und die Armee werden mit dem Bericht nicht zufrieden sein. ";
  const english = "The ministry and the army have not been pleased with that report of theirs. ";
  const french =
    "Les conteneurs sont partis de la base vers le port, selon le ministère des armées. ";
  const dutch = "De minister zei dat het leger met de trein van en naar de haven is gereden. ";

  test("knows German and English by their function words", () => {
    expect(languageOf(german.repeat(3))).toBe("de");
    expect(languageOf(english.repeat(3))).toBe("en");
  });

  test.each([
    ["a short text", german],
    ["both in one", german.repeat(3) + english.repeat(3)],
    ["French", french.repeat(20)],
    ["Dutch", dutch.repeat(20)],
    ["figures only", "6.700 4.200 ".repeat(50)],
  ])("says nothing about %s", (_name, text) => {
    expect(languageOf(text)).toBeNull();
  });
});
