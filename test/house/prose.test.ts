import { describe, expect, test } from "vitest";
import { findTypedNumbers } from "./prose.ts";
import { listFiles, readText } from "./tree.ts";

describe("findTypedNumbers(markdown)", () => {
  const find = (markdown: string) => findTypedNumbers(markdown).map(({ text }) => text);

  test("finds numerals and figure words", () => {
    expect(find("About 11,000 containers, 3.75 times as many.")).toEqual(["11,000", "3.75"]);
    expect(find("Half a million shells")).toEqual(["million"]);
  });

  test("says the line", () => {
    expect(findTypedNumbers("---\ntitle: 5\n---\n\nSome 7 ships")).toEqual([
      { line: 5, text: "7" },
    ]);
  });

  test("passes over dates", () => {
    expect(find("On 26 February 2024, in October 2024, since 2022, as of 2024-10-03")).toEqual([]);
  });

  test("passes over names with a number", () => {
    expect(find("152-mm shells, KN-23 missiles, Kh-59, T72")).toEqual([]);
  });

  test("passes over references, code, fences, link targets and tags", () => {
    expect(find("{{c_000_containers}} `a 1` [here](/b#c2) <b id='x3'>b</b>")).toEqual([]);
    expect(find("```block sure m@2024-10-03\n12 of 13\n```\n")).toEqual([]);
    expect(find("1. first\n2. second")).toEqual([]);
  });

  test("finds a numeral beside a reference", () => {
    expect(find("{{a}} of 12 reports")).toEqual(["12"]);
  });
});

describe("pages", () => {
  const pages = listFiles().filter((file) => /^src\/.*\.md$/.test(file));

  test.each(pages)("%s has no number typed into its prose", (file) => {
    const typed = findTypedNumbers(readText(file));
    expect(typed.map(({ line, text }) => `${file}:${line} ${text}`)).toEqual([]);
  });
});
