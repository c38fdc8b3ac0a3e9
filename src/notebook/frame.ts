export const TITLE = "Contested Counts";

/** The pages of the navigation, in order. */
const PAGES: readonly (readonly [path: string, label: string])[] = [
  ["/", "Overview"],
  ["/shell-counts", "Shells"],
  ["/fire-ratios", "Fire"],
  ["/production", "Output"],
  ["/exchange", "In return"],
  ["/disagreements", "In words"],
  ["/how-sure", "How sure?"],
  ["/retellings", "Retold"],
  ["/what-if", "What if?"],
  ["/explore", "Explore"],
  ["/ledger", "Ledger"],
  ["/sources", "Sources"],
  ["/methods", "Methods"],
  ["/reproduce", "Reproduce"],
  ["/workbench", "Workbench"],
];

/** The sign for "at least": drawn here, so that no browser asks for a file that is not there. */
const ICON =
  "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'>" +
  "<path d='M3 2l10 4.5L3 11M3 14h10' fill='none' stroke='rgb(47,111,222)' stroke-width='2.5'/></svg>";

/**
 * What the live page may do: load from this site alone, and compile Arquero's expressions.
 * The cells of Framework are inline scripts, and Plot sets styles on what it draws.
 */
const POLICY_OF_EXPLORE = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
].join("; ");

/**
 * What every page says to the browser, and the policy of the live one.
 *
 * The reader's choice of light or dark is followed in the browser's own controls too.
 */
export function head({ path }: { readonly path: string }): string {
  const policy =
    path === "/explore"
      ? `<meta http-equiv="Content-Security-Policy" content="${POLICY_OF_EXPLORE}">`
      : "";
  return `${policy}<meta name="color-scheme" content="light dark"><link rel="icon" href="data:image/svg+xml,${ICON}">`;
}

/**
 * The top of a page: a link past it, and the navigation.
 *
 * @param page Framework's page; `path` is "/index" for the first one.
 */
export function header({ path }: { readonly path: string }): string {
  const links = PAGES.map(([href, label]) => {
    const current = href === path.replace(/^\/index$/, "/") ? ' aria-current="page"' : "";
    return `<li><a href="${href}"${current}>${label}</a></li>`;
  });
  return [
    '<a class="skip" href="#content">Skip to the content</a>',
    `<nav aria-label="Pages"><a class="masthead" href="/">${TITLE}</a>`,
    `<ul>${links.join("")}</ul></nav>`,
    '<span id="content" tabindex="-1"></span>',
  ].join("");
}

/** The end of a page. No date: it would change with every build. */
export const footer = [
  "<p>Every published figure leads back to the article that it was read in.</p>",
  '<p><a href="/values">All values</a> · <a href="/methods">Methods</a></p>',
].join("");
