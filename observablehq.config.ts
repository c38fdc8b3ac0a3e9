import { tsImport } from "tsx/esm/api";
import type * as Notebooks from "./src/notebook/site.ts";

const root = "src";

/**
 * Preview reads this file again whenever it is touched, but keeps all modules
 * that it imported before; imported like this they are read again as well.
 */
const { TITLE, footer, head, header, openSite } = (await tsImport(
  "./src/notebook/site.ts",
  import.meta.url,
)) as typeof Notebooks;

export default {
  root,
  title: TITLE,
  head,
  header,
  footer,
  style: "style.css",
  // Framework's own font would be asked for at another host.
  globalStylesheets: [],
  pages: [],
  sidebar: false,
  toc: false,
  pager: false,
  search: false,
  output: process.env.SITE_OUTPUT ?? "dist",
  // The program tsx that Framework would start is found only from npm's scripts.
  interpreters: { ".ts": [process.execPath, "--import", "tsx"] },
  ...openSite(root),
};
