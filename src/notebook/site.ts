import type MarkdownIt from "markdown-it";
import { type Fault, LedgerFaults } from "../ledger/faults.ts";
import { writeLoaderOutputs } from "./loader-outputs.ts";
import { notebookPlugin } from "./markdown.ts";
import { openPublication } from "./publication.ts";
import type { Publication } from "./publication-types.ts";

export { footer, head, header, TITLE } from "./frame.ts";

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
  return {
    markdownIt(md) {
      notebookPlugin(md, { root, open, report });
      return md;
    },
    *dynamicPaths() {
      const publication = open();
      yield* publication.pages;
      // A build asks for these addresses last, and only here has it read all pages.
      const found = [...faults.values()].flat();
      if (found.length > 0) throw new LedgerFaults(found);
      writeLoaderOutputs(root, publication);
      for (const file of publication.facts.keys()) yield `/facts/${file}`;
      for (const name of publication.tables.keys()) yield `/data/${name}.csv`;
      for (const path of publication.parquet.keys()) yield `/${path}`;
      for (const name of publication.figures.keys()) {
        yield `/figures/${name}.svg`;
        yield `/figures/${name}.csv`;
      }
    },
  };
}
