const LINKS =
  /(?:<link rel="preload" as="style" href="[^"]*">\n)?<link rel="stylesheet" type="text\/css" href="(?:\.{0,2}\/)*_import\/(style\.\w+\.css)">/;

/**
 * Puts the site's stylesheet into the page, so that the first paint waits for
 * one answer of the server and not for two.
 *
 * @param styleOf The text of a stylesheet by its file's name.
 * @throws Error when the page links to no stylesheet of ours: is this another version of Framework?
 */
export function inlineStyle(html: string, styleOf: (name: string) => string): string {
  const [links, name] = LINKS.exec(html) ?? [];
  if (links === undefined || name === undefined)
    throw new Error("The page has no link to style.css: is this another version of Framework?");
  return html.replace(links, () => `<style>${styleOf(name).trim()}</style>`);
}
