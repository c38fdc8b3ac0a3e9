import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Fault, LedgerFaults } from "../../src/ledger/faults.ts";
import { notebookPlugin } from "../../src/notebook/markdown.ts";
import {
  type PageContext,
  type Publication,
  UnknownReference,
} from "../../src/notebook/publication-types.ts";
import { createMarkdownIt, parseMarkdown } from "./framework.ts";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "pages-"));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

/** Knows the value `known` and the block `drawn`; a reference to `context` says where it stands. */
const stub: Publication = {
  value(reference, context) {
    if (reference === "context") return { text: describeContext(context), href: "/c", title: "" };
    if (reference !== "known") throw new UnknownReference("an id", "correct the id");
    return { text: "6,700 & more", href: "/values#known", title: 'so "many"' };
  },
  block(kind, argument, body) {
    if (argument === "broken") throw new TypeError("no rows");
    if (!argument.startsWith("drawn")) throw new UnknownReference("a name", "correct the name");
    return `<figure>${kind}|${argument}|${body}|\${1 + 1}</figure>`;
  },
  pages: [],
};

const describeContext = ({ page, params }: PageContext) =>
  `${page.slice(root.length + 1)} ${JSON.stringify(params)}`;

function render(
  markdown: string,
  { path = "/page", file = "page.md", params = {}, open = () => stub } = {},
) {
  const written = join(root, file);
  mkdirSync(dirname(written), { recursive: true });
  writeFileSync(written, markdown);
  const reports: (readonly Fault[])[] = [];
  const md = createMarkdownIt({
    markdownIt: (plain) => {
      notebookPlugin(plain, { root, open, report: (_page, faults) => reports.push(faults) });
      return plain;
    },
  });
  const page = parseMarkdown(markdown, { md, path, params });
  return { ...page, faults: reports.flat() };
}

const VALUE =
  '<a class="value" href="/values#known" title="so &quot;many&quot;">6,700 &amp; more</a>';

describe("{{reference}}", () => {
  test("becomes a link to the value's derivation", () => {
    expect(render("About {{known}} of them").body).toBe(`<p>About ${VALUE} of them</p>\n`);
    expect(render("**{{ known }}**, *{{known}}*").faults).toEqual([]);
  });

  test("in the heading is part of the page's title and of the heading's address", () => {
    const { title, body } = render("# Some {{known}}\n");
    expect(title).toBe("Some 6,700 & more");
    expect(body).toContain('<h1 id="some-6-700-and-more"');
  });

  test("inside of a link is text alone", () => {
    expect(render("[all {{known}}](/here) {{known}}").body).toBe(
      `<p><a href="/here">all 6,700 &amp; more</a> ${VALUE}</p>\n`,
    );
  });

  test("in a table is resolved", () => {
    expect(render("| a |\n|---|\n| {{known}} |\n").body).toContain(`<td>${VALUE}</td>`);
  });

  test("in code stays as typed", () => {
    expect(render("`{{known}}`").body).toContain("<code>{{known}}</code>");
    expect(render("```text\n{{known}}\n```").body).toContain("{{known}}");
  });

  test("look-alikes stay as typed", () => {
    expect(render("{known} \\{{known}} {{known}").body).toBe("<p>{known} {{known}} {{known}</p>\n");
  });

  test("beside a cell of Framework leaves it alone", () => {
    const { body, code } = render("${1 + 1} {{known}}");
    expect(code).toHaveLength(1);
    expect(body).toContain(VALUE);
  });

  test("knows its page and the page's parameters", () => {
    const parameterised = {
      path: "/sources/s_1",
      file: "sources/[source].md",
      params: { source: "s_1" },
    };
    expect(render("{{context}}").body).toContain(">page.md {}<");
    expect(render("{{context}}", parameterised).body).toContain(
      ">sources/[source].md {&quot;source&quot;:&quot;s_1&quot;}<",
    );
  });
});

describe("fences", () => {
  test("chart and block print HTML in which nothing is run", () => {
    const { body, code } = render("```chart drawn\n```\n\n```block drawn a b\nbody\n```\n");
    expect(body).toContain("<figure>chart|drawn||${1 + 1}</figure>");
    expect(body).toContain("<figure>block|drawn a b|body\n|${1 + 1}</figure>");
    expect(code).toEqual([]);
  });

  test("js stays a cell of Framework's, other languages stay code", () => {
    const { body, code } = render("```js\ndisplay(1)\n```\n\n```charts drawn\n```\n");
    expect(code.map(({ mode }) => mode)).toEqual(["block"]);
    expect(body).toContain('<code class="language-charts">');
  });
});

describe("faults", () => {
  const linesOf = (faults: readonly Fault[]) => faults.map(({ line, found }) => [line, found]);

  test("all of a page are reported with their line in the file", () => {
    const { faults } = render(
      [
        "---",
        "title: A page",
        "---",
        "",
        "# A {{one}}",
        "",
        "Two lines",
        "of text {{two}} and {{known}}",
        "",
        "> - {{three}}",
        "",
        "| a |",
        "|---|",
        "| {{four}} |",
        "",
        "```chart five",
        "```",
        "",
      ].join("\n"),
    );
    expect(linesOf(faults)).toEqual([
      [5, "{{one}}"],
      [8, "{{two}}"],
      [10, "{{three}}"],
      [14, "{{four}}"],
      [16, "chart five"],
    ]);
    expect(faults[0]).toMatchObject({
      file: join(root, "page.md"),
      expected: "an id",
      mend: "correct the id",
    });
  });

  test("lines are right in a file with CRLF and in one without front matter", () => {
    expect(linesOf(render("---\r\ntitle: x\r\n---\r\n\r\n{{one}}\r\n").faults)).toEqual([
      [5, "{{one}}"],
    ]);
    expect(linesOf(render("{{one}}").faults)).toEqual([[1, "{{one}}"]]);
  });

  test("stand on the page in place of the value, and nothing in them is HTML", () => {
    const { body } = render("{{<b>}}");
    expect(body).toContain(
      ":1: found {{&lt;b>}}\n  expected an id\n  to mend: correct the id</code>",
    );
  });

  test("a reference inside of HTML is one, inside of a comment it is none", () => {
    expect(linesOf(render("<div>\n{{known}}\n</div>\n").faults)).toEqual([
      [2, "{{known}} inside of HTML"],
    ]);
    expect(render('Some <b title="{{known}}">text</b>').faults).toHaveLength(1);
    expect(render("<!-- {{known}} -->\n").faults).toEqual([]);
    expect(render("<div>\n\n{{known}}\n\n</div>\n").faults).toEqual([]);
  });

  test("a block that fails is one, with the place in the program", () => {
    const [fault] = render("```chart broken\n```\n").faults;
    expect(fault?.mend).toMatch(
      /^correct the program: TypeError: no rows\n +at .*markdown\.test\.ts/,
    );
  });

  test("of the tables take the place of the whole page", () => {
    const fault = {
      ...{ file: "data/claims.csv", line: 2, column: 1, field: "id" },
      ...{ found: "x", expected: "y", mend: "z" },
    };
    const open = () => {
      throw new LedgerFaults([fault]);
    };
    const { body, faults } = render("# A page {{known}}\n", { open });
    expect(faults).toEqual([fault]);
    expect(body).toContain("data/claims.csv:2:1 id: found x");
  });
});
