import { describe, expect, test } from "vitest";
import { downloadPlugin } from "../../src/notebook/downloads.ts";
import { createMarkdownIt, parseMarkdown } from "./framework.ts";

function render(markdown: string) {
  const offered: string[] = [];
  const md = createMarkdownIt({
    markdownIt: (plain) => {
      downloadPlugin(plain, (path) => offered.push(path));
      return plain;
    },
  });
  return { ...parseMarkdown(markdown, { md, path: "/sources/s_one" }), offered };
}

describe("downloadPlugin(md, offer)", () => {
  test("a link in Markdown to a published file is a download of its name", () => {
    const { body, offered } = render("See [the claims](/data/claims.csv), again.");
    expect(body).toContain('<a href="/data/claims.csv" download="claims.csv">the claims</a>');
    expect(offered).toEqual(["/data/claims.csv"]);
  });

  test("so is one in HTML, between paragraphs and inside of one", () => {
    const block = '<p>\n<a href="/facts/datapackage.json" class="x">a</a>\n</p>\n\n';
    const { body, offered } = render(`${block}In <a href="/figures/a-b.svg">a</a> line.`);
    expect(body).toContain('download="datapackage.json" class="x">');
    expect(body).toContain('download="a-b.svg">');
    expect(offered).toEqual(["/facts/datapackage.json", "/figures/a-b.svg"]);
  });

  test.each(["/sources/s_two", "/data", "/ledger#data", "https://a.invalid/data/claims.csv"])(
    "a link to %s stays a link",
    (href) => {
      const { body, offered } = render(`[one](${href}) and <a href="${href}">one</a>`);
      expect(body).not.toContain("download");
      expect(offered).toEqual([]);
    },
  );

  test("code that shows a link stays as typed", () => {
    const { body, offered } = render(
      '`<a href="/data/claims.csv">`\n\n```html\n<a href="/data/claims.csv">\n```',
    );
    expect(body).not.toContain("download");
    expect(offered).toEqual([]);
  });
});
