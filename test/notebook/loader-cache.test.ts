import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { forgetLoaderOutputs } from "../../src/notebook/loader-cache.ts";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "cache-"));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

test("forgetLoaderOutputs(root) forgets what loaders printed, and keeps pinned libraries", () => {
  const cache = join(root, ".observablehq/cache");
  for (const folder of ["data", "_npm/htl@0.3.1"])
    mkdirSync(join(cache, folder), { recursive: true });
  writeFileSync(join(cache, "data.zip"), "");
  forgetLoaderOutputs(root);
  const left = ["data", "data.zip", "_npm/htl@0.3.1"].filter((name) =>
    existsSync(join(cache, name)),
  );
  expect(left).toEqual(["_npm/htl@0.3.1"]);
});

test("forgetLoaderOutputs(root) has nothing to do where nothing was built", () => {
  forgetLoaderOutputs(root);
  expect(existsSync(join(root, ".observablehq"))).toBe(false);
});
