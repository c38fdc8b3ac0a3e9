import { expect, test } from "vitest";
import { between, html, raw } from "../../src/notebook/html.ts";

test("html`…` escapes what is put in", () => {
  const quote = '<img src=x onerror="alert(1)"> & more';
  expect(html`<p title="${quote}">${quote}</p>`.html).toBe(
    '<p title="&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; more">' +
      "&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; more</p>",
  );
});

test("html`…` keeps markup made by itself, joins lists, drops null", () => {
  const items = ["a", "b"].map((word) => html`<li>${word}</li>`);
  expect(html`<ul>${items}${null}${raw("<!-- x -->")}</ul>`.html).toBe(
    "<ul><li>a</li><li>b</li><!-- x --></ul>",
  );
});

test("between(items, separator) separates and does not end with one", () => {
  expect(html`${between([1, 2, 3], ", ")}`.html).toBe("1, 2, 3");
  expect(html`${between([], ", ")}`.html).toBe("");
});
