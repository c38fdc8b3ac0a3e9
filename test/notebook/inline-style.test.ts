import { describe, expect, test } from "vitest";
import { inlineStyle } from "../../src/notebook/inline-style.ts";

const page = (href: string) =>
  `<head>\n<link rel="preload" as="style" href="${href}">\n<link rel="stylesheet" type="text/css" href="${href}">\n</head>`;

describe("inlineStyle(html, styleOf)", () => {
  test.each(["./_import/style.28c6b490.css", "../_import/style.28c6b490.css"])(
    "puts the text of %s in the place of its links",
    (href) => {
      const names: string[] = [];
      const styleOf = (name: string) => {
        names.push(name);
        return "p { content: '$&' }\n";
      };
      expect(inlineStyle(page(href), styleOf)).toBe(
        "<head>\n<style>p { content: '$&' }</style>\n</head>",
      );
      expect(names).toEqual(["style.28c6b490.css"]);
    },
  );

  test("fails for a page without a stylesheet of ours", () => {
    expect(() => inlineStyle(page("./other.css"), () => "")).toThrow("another version");
  });
});
