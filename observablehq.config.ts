import type MarkdownIt from "markdown-it";

const root = "src";

const settings = {
  root,
  style: "style.css",
  // Framework's own font would be asked for at another host.
  globalStylesheets: [],
  pages: [],
  sidebar: false,
  toc: false,
  pager: false,
  search: false,
  typographer: true,
  output: process.env.SITE_OUTPUT ?? "dist",
  // Half a second less for each loader than by the program tsx.
  interpreters: { ".ts": [process.execPath, "--import", "tsx"] },
};

// Nothing is reported to Framework's makers, however a command is started.
process.env.OBSERVABLE_TELEMETRY_DISABLE ??= "1";

async function readSite() {
  const { TITLE, footer, forgetLoaderOutputs, head, header, openSite } =
    await import("./src/notebook/site.ts");
  forgetLoaderOutputs(root);
  return { title: TITLE, head, header, footer, ...openSite(root) };
}

/** Shows what is wrong with a module on every page: an error here would end the preview. */
function showError(error: unknown) {
  if (!process.argv.includes("preview")) throw error;
  const markdownIt = (md: MarkdownIt) => {
    md.core.ruler.push("error", (state) => {
      const token = new state.Token("html_block", "", 0);
      token.content = `<pre>${md.utils.escapeHtml(String(error))}</pre>`;
      state.tokens = [token];
    });
    return md;
  };
  return { markdownIt };
}

export default { ...settings, ...(await readSite().catch(showError)) };
