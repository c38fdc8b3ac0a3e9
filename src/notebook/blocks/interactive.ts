import { type Html, html, raw } from "../html.ts";

/** JSON that cannot end the element it stands in, nor start a comment there. */
const jsonInHtml = (facts: unknown): string => JSON.stringify(facts).replaceAll("<", "\\u003c");

/**
 * What starts the module of an interactive page, and the facts that it works on.
 *
 * The page's own link carries the module's hashed address: Framework resolves what
 * links name. A reader without JavaScript
 * reads what stands in the element that the module would fill.
 *
 * @param name Module of src/browser, and its styles in src/style; its element is #NAME-part,
 * its facts are #NAME-facts.
 * @param facts Handed to the module; plain JSON.
 * @param fallback What stands on the page until the module fills it.
 */
export function interactivePart(name: string, facts: unknown, fallback: Html): Html {
  return html`<link rel="stylesheet" href="/style/interactive.css" />
    <link rel="stylesheet" href="/style/${name}.css" />
    <link rel="modulepreload" href="/browser/${name}.js" id="${name}-module" />
    <div class="interactive" id="${name}-part">${fallback}</div>
    <script type="application/json" id="${name}-facts">
      ${raw(jsonInHtml(facts))}
    </script>
    <script type="module">
      import(document.getElementById("${raw(name)}-module").href);
    </script>`;
}
