import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { buildIn, copyTree } from "../../bench/copies.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The folder with the built site that all tests of one run share. */
    site: string;
  }
}

/**
 * Builds the site once for all tests of `test/site`, in a copy of the tree.
 *
 * `SITE` names a folder that is built already: handy while editing a test.
 */
export default async function setup(project: TestProject): Promise<() => void> {
  const built = process.env.SITE;
  if (built) {
    project.provide("site", built);
    return () => undefined;
  }
  const copy = mkdtempSync(join(tmpdir(), "contested-counts-"));
  const remove = () => {
    rmSync(copy, { recursive: true, force: true });
  };
  try {
    copyTree(process.cwd(), copy);
    await buildIn(copy);
  } catch (error) {
    remove();
    throw error;
  }
  project.provide("site", join(copy, "dist"));
  return remove;
}
