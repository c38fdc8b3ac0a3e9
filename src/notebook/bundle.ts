import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

/**
 * Bundles the module of an interactive page with all that it imports into one script.
 *
 * Framework would serve each module as a file of its own, and cannot resolve what our
 * modules import under Node. The bytes depend on the sources alone: no path, no time.
 *
 * @throws Error with file and line when a module cannot be read.
 * @source docs/decisions/0024-interactive-bundles.md
 */
export function bundleModule(name: string): string {
  const entry = fileURLToPath(new URL(`../browser/${name}.ts`, import.meta.url));
  const { outputFiles } = buildSync({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: "esm",
    platform: "browser",
    target: "es2022",
    minify: true,
    // Words of a lexicon stay readable, and are shorter than their escapes.
    charset: "utf8",
    legalComments: "none",
    logLevel: "silent",
  });
  return outputFiles.map(({ text }) => text).join("");
}
