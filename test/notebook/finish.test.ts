import { describe, expect, test } from "vitest";
import { finishPage } from "../../src/notebook/finish.ts";

const CLIENT = 'import "./_observablehq/client.8793c1d2.js";';

/** A page in the form that Framework 1.13.4 gives it. */
function newPage({ head = "", script = CLIENT, body = "" } = {}): string {
  return [
    "<!DOCTYPE html>",
    "<html>",
    "<head>",
    `<meta charset="utf-8">${head}`,
    '<meta name="viewport" content="width=device-width, initial-scale=1, maximum-scale=1">',
    '<link rel="stylesheet" type="text/css" href="./_import/style.0036427a.css">',
    '<link rel="modulepreload" href="./_observablehq/client.8793c1d2.js">',
    '<script type="module">',
    "",
    script,
    "",
    "</script>",
    "</head>",
    `<body>${body}</body>`,
    "</html>",
    "",
  ].join("\n");
}

describe("finishPage(html)", () => {
  test("says the language and lets readers enlarge the page", () => {
    const page = finishPage(newPage());
    expect(page).toContain('<html lang="en">');
    expect(page).toContain('content="width=device-width, initial-scale=1">');
  });

  test("drops all scripts of a page without cells", () => {
    expect(finishPage(newPage())).not.toMatch(/script|modulepreload/);
  });

  test("keeps the scripts of a page with cells", () => {
    const script = 'import {define} from "./_observablehq/client.8793c1d2.js";\ndefine({});';
    const page = finishPage(newPage({ script }));
    expect(page).toContain("define({});");
    expect(page).toContain("modulepreload");
  });

  test("keeps the time of the build out of attached files", () => {
    const script = `${CLIENT}\n\nregisterFile("./a.csv", {"name":"./a.csv","lastModified":1732252800000,"size":9});`;
    const page = finishPage(newPage({ script }));
    expect(page).toContain('registerFile("./a.csv", {"name":"./a.csv","size":9});');
  });

  test("leaves a heading's own links, and no link around them", () => {
    const body =
      '<h2 id="a" tabindex="-1"><a class="observablehq-header-anchor" href="#a">A <a class="value" href="./v">4</a></a></h2>';
    expect(finishPage(newPage({ body }))).toContain(
      '<h2 id="a" tabindex="-1">A <a class="value" href="./v">4</a></h2>',
    );
  });

  test("leaves a page without cells the module of its own that it loads", () => {
    const module = '<link rel="modulepreload" href="./_file/browser/a.0036427a.js" id="a">';
    expect(finishPage(newPage({ body: module }))).toContain(module);
  });

  test("leads downloads to the address that stays, and leaves other files alone", () => {
    const link = '<a href="../_file/data/claims.0036427a.csv" download="claims.csv">claims</a>';
    const style = '<link rel="stylesheet" href="../_file/style/what-if.0036427a.css">';
    const page = finishPage(newPage({ body: link + style }));
    expect(page).toContain('<a href="../data/claims.csv" download="claims.csv">claims</a>');
    expect(page).toContain(style);
  });

  test("lets links to a place on the page for missing addresses stay there", () => {
    const page = finishPage(
      newPage({ head: '\n<base href="/">', body: '<a href="#content"></a>' }),
    );
    expect(page).not.toContain("<base");
    expect(page).toContain('href="/_import/style.0036427a.css"');
    expect(page).toContain('href="#content"');
  });

  test.each([
    ["a language", newPage().replace("<html>", '<html lang="de">')],
    ["another viewport", newPage().replace(", maximum-scale=1", "")],
    ["another registration", newPage({ script: "\nregisterFile('a')" })],
    ["a page that is finished", finishPage(newPage())],
  ])("fails on %s: Framework is no longer the one that it knows", (_what, html) => {
    expect(() => finishPage(html)).toThrow("another version of Framework");
  });
});
