import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { afterAll } from "vitest";

// What a bundle needs of packages that call `require`.
const REQUIRE =
  'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);';

/**
 * Bundles a module into one script for Node, which starts in a quarter of the time that tsx
 * takes: for tests that start it often because the process is what they are about. The
 * script lies in a folder of its own, so that it has to be told where tables are.
 *
 * @param module From the root: "src/cli/source-add.ts".
 * @returns Path of the script, gone after the tests of the file.
 */
export function programOf(module: string): string {
  const folder = mkdtempSync(join(tmpdir(), "program-"));
  // somebody without rights may be meant to run it
  chmodSync(folder, 0o755);
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const outfile = join(folder, "program.mjs");
  const node = { platform: "node", format: "esm", target: "node20" } as const;
  const banner = { js: REQUIRE };
  buildSync({ entryPoints: [module], outfile, bundle: true, banner, logLevel: "error", ...node });
  return outfile;
}
