import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";

const CACHE = "src/.observablehq/cache";

/**
 * Forgets what loaders printed, and keeps the libraries.
 *
 * Framework runs a loader only where its output is missing: without this, a
 * changed table would be published with its old numbers.
 */
export function clearLoaderOutputs(): void {
  for (const name of readdirSync(CACHE)) {
    if (!name.startsWith("_")) rmSync(join(CACHE, name), { recursive: true, force: true });
  }
}
