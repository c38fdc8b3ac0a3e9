import type MarkdownIt from "markdown-it";
import { type Fault, LedgerFaults } from "../ledger/faults.ts";
import { downloadPlugin } from "./downloads.ts";
import { notebookPlugin } from "./markdown.ts";
import { openPublication } from "./publication.ts";
import type { Publication } from "./publication-types.ts";

export { footer, head, header, TITLE } from "./frame.ts";
export { forgetLoaderOutputs } from "./loader-cache.ts";

/** What Framework's configuration takes from the notebooks. */
export interface Site {
  readonly markdownIt: (md: MarkdownIt) => MarkdownIt;
  /** Addresses that no file of the root stands for. */
  readonly dynamicPaths: () => Generator<string>;
}

/**
 * Connects the pages under `root` with what is published from the tables.
 *
 * The tables are read once for a site; who changes them opens another.
 */
export function openSite(root: string): Site {
  let publication: Publication | undefined;
  const open = () => (publication ??= openPublication());
  const faults = new Map<string, readonly Fault[]>();
  const report = (page: string, found: readonly Fault[]) => faults.set(page, found);
  const files = new Set<string>();
  return {
    markdownIt(md) {
      notebookPlugin(md, { root, open, report });
      downloadPlugin(md, (path) => files.add(path));
      return md;
    },
    // A build asks for these addresses last: from the second half on it has read all pages.
    *dynamicPaths() {
      yield* open().pages;
      const found = [...faults.values()].flat();
      if (found.length > 0) throw new LedgerFaults(found);
      // A file that a page offers is copied to an address with a hash; this one can be cited.
      yield* files;
    },
  };
}
