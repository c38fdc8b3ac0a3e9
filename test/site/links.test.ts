import { readFileSync } from "node:fs";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import { describe, expect, inject, test } from "vitest";
import { readLedger } from "../../src/ledger/read.ts";
import { findPages } from "../../bench/pages.ts";
import { findFile } from "../../src/cli/server.ts";

const directory = inject("site");
const HOST = "http://site.invalid";

/** A built page: the addresses it points to, and the names one can point to on it. */
interface Linked {
  readonly links: readonly URL[];
  readonly targets: ReadonlySet<string>;
}

function readLinks(page: string, base: string): Linked {
  const { document } = new JSDOM(readFileSync(page, "utf8")).window;
  const addresses = [...document.querySelectorAll("[href], [src]")].flatMap((element) =>
    ["href", "xlink:href", "src"].flatMap((name) => element.getAttribute(name) ?? []),
  );
  return {
    links: addresses.map((address) => new URL(address, HOST + base)),
    targets: new Set(
      [...document.querySelectorAll("[id], a[name]")].map(
        (element) => element.id || (element.getAttribute("name") ?? ""),
      ),
    ),
  };
}

const linked = new Map<string, Linked>();
for (const page of findPages(directory)) {
  const file = await findFile(directory, page);
  if (file) linked.set(file, readLinks(file, page));
}

async function findBrokenLinks({ links }: Linked): Promise<string[]> {
  const broken: string[] = [];
  for (const link of links.filter((url) => url.origin === HOST)) {
    const address = link.href.slice(HOST.length);
    const file = await findFile(directory, decodeURIComponent(link.pathname));
    const fragment = decodeURIComponent(link.hash.slice(1));
    if (file === null) broken.push(`${address}: no such file`);
    else if (
      fragment !== "" &&
      fragment !== "top" &&
      linked.get(file)?.targets.has(fragment) === false
    ) {
      broken.push(`${address}: no such place on that page`);
    }
  }
  return [...new Set(broken)];
}

describe("findBrokenLinks(page)", () => {
  test.each([...linked])("%s", async (file, page) => {
    expect(page.links.length, join(file)).toBeGreaterThan(0);
    expect(await findBrokenLinks(page)).toEqual([]);
  });

  test("links to other hosts are counted, not followed", () => {
    const elsewhere = [...linked.values()]
      .flatMap((page) => page.links)
      .filter((url) => url.protocol.startsWith("http") && url.origin !== HOST);
    const hosts = new Set(elsewhere.map((url) => url.host));
    process.stdout.write(`\n${elsewhere.length} links to ${hosts.size} other hosts\n`);
    // the address of a document is as its row has it
    const { sources } = readLedger("data", { articles: null }).ledger;
    const known = new Set(
      sources.flatMap(({ url }) => (url === null ? [] : [String(new URL(url))])),
    );
    const plain = elsewhere.filter((url) => url.protocol !== "https:").map(String);
    expect(plain.filter((url) => !known.has(url))).toEqual([]);
  });
});
