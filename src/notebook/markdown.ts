import type MarkdownIt from "markdown-it";
import type { StateCore, StateInline, Token } from "markdown-it";
import { type Fault, LedgerFaults, formatFault } from "../ledger/faults.ts";
import { findContentLine, findPageFile } from "./page-file.ts";
import { BLOCK_KINDS, type PageContext, type Publication } from "./publication-types.ts";
import { UnknownReference } from "./publication-types.ts";

export interface NotebookOptions {
  /** Folder of the pages, from the root of the project: "src". */
  readonly root: string;
  /** The publication as the tables are now; throws LedgerFaults. */
  readonly open: () => Publication;
  /** Takes all that is wrong with a page: an empty list when it is in order. */
  readonly report: (page: string, faults: readonly Fault[]) => void;
}

/** What Framework hands to markdown-it with each page. */
interface Environment {
  /** The page's address: "/sources/s_000". */
  readonly path: string;
  readonly params?: Readonly<Record<string, string>>;
}

/** Where an unresolved reference stands in its paragraph. */
interface Position {
  readonly line: number;
  readonly linked: boolean;
}

interface Resolving {
  readonly publication: Publication;
  readonly context: PageContext;
  readonly state: StateCore;
  readonly faults: Fault[];
  /** Line of the file on which its first line of Markdown stands. */
  readonly firstLine: number;
}

const REFERENCE = /\{\{\s*([^{}]*?)\s*\}\}/y;
const REFERENCE_IN_HTML = /\{\{[^{}]*\}\}/g;
const COMMENT = /<!--[\s\S]*?-->/g;
/** The type of tokens that hold the HTML of a block or chart. */
export const RAW = "notebook_html";

/**
 * Lets pages refer to what is published.
 *
 * `{{REFERENCE}}` in prose becomes a link with the value as its text, also in
 * headings and so in a page's title; in code it stays as typed. The fences
 * `chart NAME` and `block NAME ARGUMENTS` become HTML; all other fences are
 * Framework's own.
 *
 * What leads nowhere is shown on the page, with file and line, and reported
 * rather than thrown: so a build says everything at once, and a page in preview
 * keeps the connection through which it recovers.
 */
export function notebookPlugin(md: MarkdownIt, options: NotebookOptions): void {
  md.inline.ruler.push("reference", parseReference);
  md.core.ruler.after("inline", "notebook", (state) => {
    resolvePage(state, options);
  });
  // Not html_block: Framework would run what looks like ${…} in a chart's source code.
  md.renderer.rules[RAW] = (tokens, index) => tokens[index]?.content ?? "";
}

function parseReference(state: StateInline, silent: boolean): boolean {
  REFERENCE.lastIndex = state.pos;
  const found = REFERENCE.exec(state.src);
  if (!found || REFERENCE.lastIndex > state.posMax) return false;
  if (!silent) {
    const token = state.push("reference", "", 0);
    token.content = found[1] ?? "";
    const line = state.src.slice(0, state.pos).split("\n").length - 1;
    // Missing in the types: how deep inside of links the parser is.
    const { linkLevel } = state as StateInline & { readonly linkLevel: number };
    token.meta = { line, linked: linkLevel > 0 } satisfies Position;
  }
  state.pos = REFERENCE.lastIndex;
  return true;
}

function resolvePage(state: StateCore, { root, open, report }: NotebookOptions): void {
  const { path, params = {} } = state.env as Environment;
  const page = findPageFile(root, path, params);
  let publication;
  try {
    publication = open();
  } catch (error) {
    if (!(error instanceof LedgerFaults)) throw error;
    report(page, error.faults);
    state.tokens = [newRaw(state, showFault(error.message))];
    return;
  }
  const firstLine = findContentLine(page, state.src);
  const faults: Fault[] = [];
  const resolving = { publication, context: { page, params }, state, faults, firstLine };
  let line = 0;
  state.tokens = state.tokens.map((token) => {
    // The cells of a table have no place of their own, but their row has one.
    line = token.map?.[0] ?? line;
    if (token.children) token.children = resolveChildren(token.children, line, resolving);
    if (token.type === "html_block") return checkHtml(token, line, resolving);
    return token.type === "fence" ? resolveFence(token, line, resolving) : token;
  });
  report(page, faults);
}

function resolveChildren(tokens: readonly Token[], line: number, resolving: Resolving): Token[] {
  return tokens.flatMap((token) => {
    if (token.children) token.children = resolveChildren(token.children, line, resolving);
    if (token.type === "html_inline") return checkHtml(token, line, resolving);
    if (token.type !== "reference") return token;
    const position = token.meta as Position;
    const link = attempt(resolving, line + position.line, `{{${token.content}}}`, () =>
      newLink(token.content, position, resolving),
    );
    return link;
  });
}

/** A value as a link; as bare text inside of another link, as links cannot be nested. */
function newLink(reference: string, { linked }: Position, resolving: Resolving): Token[] {
  const { publication, context, state } = resolving;
  const value = publication.value(reference, context);
  const text = new state.Token("text", "", 0);
  text.content = value.text;
  if (linked || value.href === "") return [text];
  const open = new state.Token("link_open", "a", 1);
  open.attrs = [
    ["class", "value"],
    ["href", value.href],
    ["title", value.title],
  ];
  return [open, text, new state.Token("link_close", "a", -1)];
}

function resolveFence(token: Token, line: number, resolving: Resolving): Token {
  const [, word, argument = ""] = /^\s*(\S*)\s*(.*?)\s*$/s.exec(token.info) ?? [];
  const kind = BLOCK_KINDS.find((name) => name === word);
  if (kind === undefined) return token;
  const { publication, context, state } = resolving;
  const [raw = token] = attempt(resolving, line, `${kind} ${argument || "without a name"}`, () => [
    newRaw(state, publication.block(kind, argument, token.content, context)),
  ]);
  return raw;
}

/** HTML is passed on as typed, so a reference in it would be shown in its braces. */
function checkHtml(token: Token, line: number, resolving: Resolving): Token {
  const text = token.content.replace(COMMENT, (comment) => comment.replace(/[^\n]/g, " "));
  const [found] = text.matchAll(REFERENCE_IN_HTML);
  if (!found) return token;
  const within = text.slice(0, found.index).split("\n").length - 1;
  const [shown = token] = attempt(resolving, line + within, `${found[0]} inside of HTML`, () => {
    throw new UnknownReference(
      "references in Markdown only",
      "put an empty line before and after the text, so that it is read as Markdown",
    );
  });
  return shown;
}

/** Runs `resolve`; where that fails, the fault is kept and stands on the page instead. */
function attempt(
  { state, faults, firstLine, context }: Resolving,
  line: number,
  found: string,
  resolve: () => Token[],
): Token[] {
  try {
    return resolve();
  } catch (error) {
    const fault = {
      ...{ file: context.page, line: firstLine + line, column: null, field: null, found },
      ...explain(error),
    };
    faults.push(fault);
    return [newRaw(state, showFault(formatFault(fault)))];
  }
}

function explain(error: unknown): Pick<Fault, "expected" | "mend"> {
  if (error instanceof UnknownReference) return { expected: error.expected, mend: error.mend };
  // A fault of the program: whoever mends it needs to know where.
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { expected: "code that does not fail", mend: `correct the program: ${stack}` };
}

function newRaw(state: StateCore, html: string): Token {
  const token = new state.Token(RAW, "", 0);
  token.content = html;
  return token;
}

const showFault = (text: string): string =>
  `<code class="fault">${text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</code>\n`;
