import { type SpawnSyncReturns, spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { copyTree } from "../../bench/copies.ts";
import { tableNames } from "../../src/ledger/tables.ts";
import { formatTable } from "../../src/ledger/write.ts";
import { smallLedger } from "../fixtures/folder.ts";
import { source } from "../fixtures/ledger.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "another folder, "));
  copyTree(process.cwd(), folder);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** The other side of the world, another language, files that others may not read. */
const ELSEWHERE = { TZ: "Pacific/Kiritimati", LC_ALL: "de_DE.UTF-8", LANG: "de_DE.UTF-8" };

const hasNamespaces = spawnSync("unshare", ["-rn", "true"]).status === 0;
const REFUSE = join(import.meta.dirname, "refuse-network.mjs");

/** Runs `npm run build` in the folder, without a network. */
function build(): SpawnSyncReturns<string> {
  const command = ["npm", "run", "--silent", "build"];
  const shell = `umask 077; exec ${hasNamespaces ? "unshare -rn " : ""}${command.join(" ")}`;
  return spawnSync("sh", ["-c", shell], {
    cwd: folder,
    encoding: "utf8",
    env: {
      ...process.env,
      ...ELSEWHERE,
      ...(hasNamespaces ? {} : { NODE_OPTIONS: `--import=${REFUSE}` }),
    },
  });
}

/** Every file of a built site with the hash of its bytes. */
function hashFiles(site: string): string[] {
  return readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => {
      const hash = createHash("sha256").update(readFileSync(file)).digest("hex");
      return `${relative(site, file)} ${hash}`;
    })
    .sort();
}

const dist = () => join(folder, "dist");

/** What a build says besides the step that it is at. */
const warnings = (stderr: string): string =>
  stderr.replaceAll(/^(?:Reading|Running|Bundling|Writing|Finishing) [\w ,]+\n/gm, "");

/** The same of a small site, whose navigation leads to pages that are left out. */
const warningsOfSmall = (stderr: string): string =>
  warnings(stderr).replace(/^Warning: \d+ broken links .*\n/m, "");

describe("npm run build", () => {
  test(`needs no network, and makes the same bytes in another folder, time zone and language (${hasNamespaces ? "in a network namespace" : "with connections refused"})`, () => {
    const { status, stderr, stdout } = build();
    expect(warnings(stderr)).toBe("");
    expect(stderr).toMatch(/^Reading tables\n(?:[\w ,]+\n)+Finishing pages\n$/);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Built \d+ pages into dist\/\n$/);
    expect(hashFiles(dist())).toEqual(hashFiles(inject("site")));
  });
});

/**
 * Leaves two pages without a figure, and the pages of the two documents of a small ledger.
 *
 * How a build fails and how a site is replaced do not depend on what is published: that many
 * pages and tables are right is shown above, and would take six times as long each time here.
 */
function makeSmall(): void {
  for (const name of readdirSync(join(folder, "src")))
    if (name.endsWith(".md")) rmSync(join(folder, "src", name));
  for (const name of ["index", "methods"])
    writeFileSync(
      join(folder, "src", `${name}.md`),
      `# The page ${name}\n\n[Claims](/data/claims.csv)\n`,
    );
  const rows = { ...smallLedger, sources: [...smallLedger.sources, source("s_two")] };
  for (const name of tableNames)
    writeFileSync(join(folder, "data", `${name}.csv`), formatTable(name, rows[name]));
}

// Each test starts from the site that stands when the one before it has ended.
describe("npm run build, of a small site", () => {
  beforeAll(() => {
    makeSmall();
    const { stderr, ...built } = build();
    expect(warningsOfSmall(stderr)).toBe("");
    expect(built).toMatchObject({ stdout: "Built 4 pages into dist/\n", status: 0 });
  });

  test("says all unknown references with file and line, and leaves the site as it was", () => {
    const before = hashFiles(dist());
    const pages = ["src/methods.md", "src/sources/[source].md"].map((page) => join(folder, page));
    const texts = pages.map((page) => readFileSync(page, "utf8"));
    const lines = texts.map((text) => text.split("\n").length + 1);
    for (const page of pages) appendFileSync(page, "\nAbout {{c_unheard_of}} shells.\n");
    const { status, stderr } = build();
    pages.forEach((page, index) => {
      writeFileSync(page, texts[index] ?? "");
    });
    expect(stderr).toContain(
      `src/methods.md:${lines[0] ?? 0}: found {{c_unheard_of}}\n  expected `,
    );
    expect(stderr).toContain(`src/sources/[source].md:${lines[1] ?? 0}: found {{c_unheard_of}}\n`);
    expect(stderr).toMatch(/\n {2}to mend: .*\n2 faults\n$/);
    expect(stderr).not.toMatch(/^ +at /m);
    expect(status).toBe(1);
    expect(hashFiles(dist())).toEqual(before);
    expect(existsSync(join(folder, ".dist-new"))).toBe(false);
  });

  test("says what is wrong with the tables, and leaves the site as it was", () => {
    const before = hashFiles(dist());
    const table = join(folder, "data/claims.csv");
    const text = readFileSync(table, "utf8");
    writeFileSync(table, text.replace(/^id,/, "name,"));
    const { status, stderr } = build();
    writeFileSync(table, text);
    expect(warningsOfSmall(stderr)).toMatch(/^data\/claims\.csv:1/);
    expect(stderr).not.toMatch(/^ +at /m);
    expect(status).toBe(1);
    expect(hashFiles(dist())).toEqual(before);
  });

  test("killed half-way leaves the site as it was, and the next one goes through", async () => {
    const before = hashFiles(dist());
    const child = spawn("npm", ["run", "--silent", "build"], {
      cwd: folder,
      stdio: "ignore",
      detached: true,
    });
    const killed = new Promise((resolve) => child.on("close", resolve));
    const half = join(folder, ".dist-new/data/claims.csv");
    while (!existsSync(half) && child.exitCode === null) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    process.kill(-(child.pid ?? 0), "SIGKILL");
    await killed;
    expect(existsSync(join(folder, ".dist-new"))).toBe(true);
    expect(hashFiles(dist())).toEqual(before);
    expect(warningsOfSmall(build().stderr)).toBe("");
    expect(hashFiles(dist())).toEqual(before);
    expect(existsSync(join(folder, ".dist-new"))).toBe(false);
  });
});
