import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { inTemporaryFolder } from "../../src/cli/bench/copies.ts";
import { medianOf } from "../../src/cli/bench/median.ts";
import { findPages } from "../../src/cli/bench/pages.ts";
import { findFile, serveFolder } from "../../src/cli/bench/server.ts";
import { formatTable } from "../../src/cli/bench/tables.ts";

describe("medianOf(values)", () => {
  test("takes the middle, or the mean of two", () => {
    expect(medianOf([3, 1, 2])).toBe(2);
    expect(medianOf([4, 1, 2, 3])).toBe(2.5);
    expect(medianOf([7])).toBe(7);
  });

  test("refuses an empty list", () => {
    expect(() => medianOf([])).toThrow(RangeError);
  });
});

describe("formatTable(head, rows)", () => {
  test("aligns the first column to the left and numbers to the right", () => {
    expect(
      formatTable(
        ["page", "kB"],
        [
          ["/", "6.5"],
          ["/ledger", "41.0"],
        ],
      ),
    ).toBe("page       kB\n/         6.5\n/ledger  41.0");
  });
});

/** A folder like a built site: two pages, a table, and a secret beside it. */
function withSite<T>(use: (directory: string) => Promise<T>): Promise<T> {
  return inTemporaryFolder((folder) => {
    const directory = join(folder, "dist");
    mkdirSync(join(directory, "sources"), { recursive: true });
    writeFileSync(join(folder, "secret.txt"), "secret");
    writeFileSync(join(directory, "index.html"), "<p>home");
    writeFileSync(join(directory, "sources", "s_000.html"), "<p>source");
    writeFileSync(join(directory, "claims.csv"), "claim\n");
    return use(directory);
  });
}

describe("findPages(directory)", () => {
  test("lists addresses as readers type them", async () => {
    expect(await withSite((directory) => Promise.resolve(findPages(directory)))).toEqual([
      "/",
      "/sources/s_000",
    ]);
  });
});

describe("findFile(directory, path)", () => {
  test("finds a page without its extension, and no folder", async () => {
    await withSite(async (directory) => {
      expect(await findFile(directory, "/sources/s_000")).toBe(
        join(directory, "sources", "s_000.html"),
      );
      expect(await findFile(directory, "/sources")).toBeNull();
    });
  });

  test("finds nothing outside of the folder", async () => {
    await withSite(async (directory) => {
      expect(await findFile(directory, "/../secret.txt")).toBeNull();
      expect(await findFile(directory, "../secret.txt")).toBeNull();
    });
  });
});

describe("serveFolder(directory)", () => {
  test("sends text as gzip, and 404 for what is missing", async () => {
    await withSite(async (directory) => {
      const server = await serveFolder(directory);
      try {
        const page = await fetch(`${server.origin}/`);
        expect(page.headers.get("content-encoding")).toBe("gzip");
        expect(await page.text()).toBe("<p>home");
        const table = await fetch(`${server.origin}/claims.csv`);
        expect(table.headers.get("content-type")).toBe("text/csv; charset=utf-8");
        expect((await fetch(`${server.origin}/nowhere`)).status).toBe(404);
      } finally {
        await server.close();
      }
    });
  });
});
