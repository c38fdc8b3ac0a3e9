import type MarkdownIt from "markdown-it";
// @ts-expect-error -- Framework has no types; what is used of it is typed below.
import * as untyped from "@observablehq/framework/dist/markdown.js";

interface Page {
  readonly title: string | null;
  readonly body: string;
  /** The cells, one for each fence that runs. */
  readonly code: readonly { readonly mode: string }[];
}

interface Framework {
  readonly createMarkdownIt: (options: {
    markdownIt: (md: MarkdownIt) => MarkdownIt;
  }) => MarkdownIt;
  readonly parseMarkdown: (
    input: string,
    options: { md: MarkdownIt; path: string; params?: Record<string, string> },
  ) => Page;
}

/** Framework's own reading of a page: what tests of a plugin have to hold against. */
export const { createMarkdownIt, parseMarkdown } = untyped as Framework;
