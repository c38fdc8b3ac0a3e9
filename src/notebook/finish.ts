/**
 * Finishes a page that Framework has built.
 *
 * Framework leaves no other way to say the language, to let readers enlarge the
 * page, to keep the time of a build out of it, and to spare readers scripts
 * that a page without cells does not use.
 *
 * @throws Error when the page is not as this version of Framework makes it: an
 * update must not undo one of these quietly.
 * @example finishPage(html).includes('<html lang="en">') // => true
 */
export function finishPage(html: string): string {
  const steps = [
    sayLanguage,
    allowZoom,
    keepTimeOut,
    unwrapHeadings,
    focusCode,
    citeDownloads,
    dropClient,
    dropBase,
  ];
  return steps.reduce((page, step) => step(page), html);
}

const sayLanguage = (html: string): string => replaceTimes(html, /<html>/g, '<html lang="en">', 1);

const allowZoom = (html: string): string => replaceTimes(html, /, maximum-scale=1"/g, '"', 1);

/** Every attached file is registered with the time at which its loader ran. */
const keepTimeOut = (html: string): string =>
  replaceTimes(
    html,
    /^(registerFile\(.*?),"lastModified":[\d.]+/gm,
    "$1",
    html.split("\nregisterFile(").length - 1,
  );

/** Framework makes a heading one link; a value in it is a link too, and links cannot be nested. */
const unwrapHeadings = (html: string): string =>
  replaceTimes(
    html,
    /(<(h[1-4])\b[^>]*>)<a class="observablehq-header-anchor"[^>]*>([\s\S]*?)<\/a>(<\/\2>)/g,
    "$1$3$4",
    html.split("observablehq-header-anchor").length - 1,
  );

/** Code may be wider than the page; what scrolls can be reached by the keyboard. */
const focusCode = (html: string): string =>
  html.replace(/<pre data-language=/g, '<pre tabindex="0" data-language=');

/** Framework names the hash of a file that a page offers; readers cite the address that stays. */
const citeDownloads = (html: string): string =>
  html.replace(/_file\/([^"]*)\.[\da-f]{8}(\.\w+" download=")/g, "$1$2");

const CLIENT_ALONE =
  /<script type="module">\s*import "[./]*\/_observablehq\/client\.\w+\.js";\s*<\/script>\n?/;

const CLIENT_PRELOADS = /<link rel="modulepreload" href="[./]*\/_(?!file\/)[^"]*">\n?/g;

/** A page without cells needs none of the scripts that serve cells; a module of ours stays. */
const dropClient = (html: string): string =>
  CLIENT_ALONE.test(html) ? html.replace(CLIENT_ALONE, "").replace(CLIENT_PRELOADS, "") : html;

/**
 * The page for missing addresses is served at any depth, so Framework gives it
 * a base; but with a base, a link to a place on the page itself leads elsewhere.
 */
const dropBase = (html: string): string =>
  html.includes('<base href="/">')
    ? html.replace('<base href="/">\n', "").replace(/ (href|src)="\.\//g, ' $1="/')
    : html;

function replaceTimes(html: string, part: RegExp, replacement: string, times: number): string {
  const found = [...html.matchAll(part)].length;
  if (found !== times) {
    throw new Error(
      `The page has ${found} times ${String(part)}, expected ${times}: is this another version of Framework?`,
    );
  }
  return html.replace(part, replacement);
}
