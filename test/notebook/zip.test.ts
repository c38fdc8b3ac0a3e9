import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
// @ts-expect-error -- Framework has no types; what is used of it is typed below.
import * as untyped from "@observablehq/framework/dist/loader.js";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { zipOf } from "../../src/notebook/zip.ts";
import type { Files } from "../../src/published/files.ts";

interface Loader {
  load(options: object, effects: object): Promise<string>;
}
interface Framework {
  readonly LoaderResolver: new (options: { root: string }) => { find(path: string): Loader };
}
const { LoaderResolver } = untyped as Framework;

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "archive-"));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

const quiet = { logger: { log: () => undefined }, output: { write: () => true } };

/** What Framework unpacks from an archive in place of data/PATH. */
async function unpack(files: Files, path: string): Promise<Buffer> {
  writeFileSync(join(root, "data.zip"), zipOf(files));
  const loader = new LoaderResolver({ root }).find(`/data/${path}`);
  return readFileSync(join(root, await loader.load({}, quiet)));
}

describe("zipOf(files)", () => {
  const files: Files = new Map<string, string | Uint8Array>([
    ["claims.csv", 'id,quote\nc_one,"etwa 6.700 Container – „genau“"\n'],
    ["claims.parquet", Uint8Array.from({ length: 70_000 }, (_, at) => at % 251)],
    ["empty.csv", ""],
    ["datapackage.json", "{}\n"],
  ]);

  test.each([...files])("gives Framework %s as it was", async (path, content) => {
    expect(await unpack(files, path)).toEqual(Buffer.from(content));
  });

  test("has nothing under another name", async () => {
    await expect(unpack(files, "claim.csv")).rejects.toThrow("claim.csv");
  });

  test("an archive without files is one", async () => {
    await expect(unpack(new Map(), "claims.csv")).rejects.toThrow("claims.csv");
  });

  test("gives the same bytes again", () => {
    expect(zipOf(files)).toEqual(zipOf(new Map(files)));
  });
});
