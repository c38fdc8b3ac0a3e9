import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { listFiles, readText } from "./tree.ts";

const articles = [process.env.ARTICLES_DIR, "data/articles", "../shared/articles"].find(
  (folder): folder is string => folder !== undefined && existsSync(folder),
);

/** A short figure phrase may be quoted; a run this long is a sentence of the article. */
const RUN = 60;

const flatten = (text: string) => text.replace(/\s+/g, " ");

/** Cuts a text into all its runs of {@link RUN} characters. */
function cutRuns(text: string): string[] {
  const flat = flatten(text);
  return Array.from({ length: Math.max(0, flat.length - RUN + 1) }, (_, at) =>
    flat.slice(at, at + RUN),
  );
}

describe.skipIf(articles === undefined)("articles at hand", () => {
  test("no sentence of an article stands in the tree", () => {
    const folder = articles ?? "";
    const runs = new Set(
      readdirSync(folder)
        .filter((file) => file.endsWith(".txt"))
        .flatMap((file) => cutRuns(readText(join(folder, file)))),
    );
    expect(runs.size).toBeGreaterThan(0);
    const copied = listFiles()
      .filter((file) => file !== "package-lock.json")
      .flatMap((file) => {
        const run = cutRuns(readText(file)).find((part) => runs.has(part));
        return run === undefined ? [] : [`${file}: "${run}"`];
      });
    expect(copied).toEqual([]);
  });
});
