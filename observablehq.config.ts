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
  // The program tsx that Framework would start is found only from npm's scripts.
  interpreters: { ".ts": [process.execPath, "--import", "tsx"] },
};

async function readSite() {
  const { TITLE, footer, head, header, openSite } = await import("./src/notebook/site.ts");
  return { title: TITLE, head, header, footer, ...openSite(root) };
}

/** Shows what is wrong with a module on every page: an error here would end the preview. */
function showError(error: unknown) {
  // Without this variable, which `npm run dev` sets, it is a build: that has to fail.
  if (!process.env.SITE_PREVIEW) throw error;
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
