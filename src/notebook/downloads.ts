import { basename } from "node:path/posix";
import type MarkdownIt from "markdown-it";
import type { Token } from "markdown-it";
import { RAW } from "./markdown.ts";

/** What the archives src/data.zip.ts, src/facts.zip.ts and src/figures.zip.ts hold. */
const FILE = /^\/(?:data|facts|figures)\/[\w.-]+$/;
const HTML = ["html_block", "html_inline", RAW];
const LINK = /<a href="(\/[^"#?]+)"(?=[\s>])/g;

/**
 * Makes links to published files downloads, wherever on a page they stand.
 *
 * Of a link that says `download` Framework knows that it leads to a file: it runs the
 * loader, in a preview too, and fails a build where there is none. Any other it takes for
 * a page, and warns that there is none.
 *
 * @param offer Takes the address of each file: "/data/claims.csv".
 */
export function downloadPlugin(md: MarkdownIt, offer: (path: string) => void): void {
  const mark = (token: Token): void => {
    const href = token.attrGet("href") ?? "";
    if (token.type === "link_open" && FILE.test(href)) {
      token.attrSet("download", basename(href));
      offer(href);
    }
    if (HTML.includes(token.type))
      token.content = token.content.replace(LINK, (link, path: string) => {
        if (!FILE.test(path)) return link;
        offer(path);
        return `${link} download="${basename(path)}"`;
      });
    token.children?.forEach(mark);
  };
  md.core.ruler.push("downloads", ({ tokens }) => {
    tokens.forEach(mark);
  });
}
