/** Markup that needs no escaping any more. */
export interface Html {
  readonly html: string;
}

type Part = Html | string | number | null | undefined | readonly Part[];

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

/** Text as HTML: nothing in it is read as markup. */
function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"]/gu, (sign) => ENTITIES[sign] ?? sign);
}

function partToHtml(part: Part): string {
  if (part === null || part === undefined) return "";
  if (typeof part === "object") return "html" in part ? part.html : part.map(partToHtml).join("");
  return escapeHtml(String(part));
}

/** Builds markup; everything put in is escaped unless it is markup itself. Lists are joined, null is nothing. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const text = strings.map((piece, at) => piece + (at < parts.length ? partToHtml(parts[at]) : ""));
  return { html: text.join("") };
}

/** Markup made elsewhere, a drawn chart for example. */
export function raw(markup: string): Html {
  return { html: markup };
}

/** Items side by side with a separator between them. */
export function between(items: readonly Part[], separator: Part): Part {
  return items.flatMap((item, at) => (at === 0 ? [item] : [separator, item]));
}
