import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { inTemporaryFolder } from "../../bench/copies.ts";
import { medianOf } from "../../bench/median.ts";
import { findPages } from "../../bench/pages.ts";
import { type Server, findFile, serveFolder } from "../../src/cli/server.ts";
import { formatTable } from "../../bench/tables.ts";

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

const withServer = (use: (server: Server) => Promise<void>): Promise<void> =>
  withSite(async (directory) => {
    const server = await serveFolder(directory);
    try {
      await use(server);
    } finally {
      await server.close();
    }
  });

describe("serveFolder(directory, port)", () => {
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

  test("answers 400 to what is no address", async () => {
    await withServer(async ({ origin }) => {
      expect((await fetch(`${origin}/%ff`)).status).toBe(400);
      expect((await fetch(`${origin}//`)).status).toBe(400);
      expect((await fetch(`${origin}/%00`)).status).toBe(404);
      expect((await fetch(`${origin}/%C3%A4`)).status).toBe(404);
    });
  });

  test("leads from a page with a slash behind it to the page", async () => {
    await withServer(async ({ origin }) => {
      const page = await fetch(`${origin}/sources/s_000/?a=1`);
      expect(page.url).toBe(`${origin}/sources/s_000?a=1`);
      expect(await page.text()).toBe("<p>source");
      expect((await fetch(`${origin}/nowhere/`)).status).toBe(404);
    });
  });

  test("leads to no other host", async () => {
    await withServer(async ({ origin }) => {
      const page = await fetch(`${origin}/%2Fsources/s_000/`, { redirect: "manual" });
      expect(page.headers.get("location")).toBe("/%2Fsources/s_000");
    });
  });

  test("takes the port that it is given, and fails where that is taken", async () => {
    await withServer(async ({ origin }) => {
      const port = Number(new URL(origin).port);
      await withSite(async (directory) => {
        await expect(serveFolder(directory, port)).rejects.toThrow("EADDRINUSE");
      });
    });
  });
});
