import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";

/**
 * Forgets what loaders printed, and keeps the libraries.
 *
 * Framework runs a loader again only when the loader's own file has changed, in a build
 * not even then. Ours read the tables and other modules: without this, a changed table
 * would be published with its old numbers.
 *
 * @param root Folder of the pages: "src".
 */
export function forgetLoaderOutputs(root: string): void {
  const cache = join(root, ".observablehq/cache");
  if (!existsSync(cache)) return;
  for (const name of readdirSync(cache))
    if (!name.startsWith("_")) rmSync(join(cache, name), { recursive: true, force: true });
}
