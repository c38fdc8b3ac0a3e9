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
import { copyTree } from "../../src/cli/bench/copies.ts";

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

/** Runs `npm run build` without a network. */
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

// Each test starts from what the one before it has built.
describe("npm run build", () => {
  test(`needs no network, and makes the same bytes in another folder, time zone and language (${hasNamespaces ? "in a network namespace" : "with connections refused"})`, () => {
    const { status, stderr, stdout } = build();
    expect(stderr).toBe("");
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Built \d+ pages into dist\/\n$/);
    expect(hashFiles(dist())).toEqual(hashFiles(inject("site")));
  });

  test("publishes what the loaders print", () => {
    const print = (loader: string, parameter: string) => {
      const { stdout, stderr } = spawnSync(
        process.execPath,
        ["--import", "tsx", loader, parameter],
        { cwd: folder },
      );
      expect(stderr.toString()).toBe("");
      return stdout.toString("base64");
    };
    const [figure = ""] = readdirSync(join(dist(), "figures")).map((name) => name.split(".")[0]);
    const published = (path: string) => readFileSync(join(dist(), path), "base64");
    expect(print("src/data/[table].csv.ts", "--table=claims")).toBe(published("data/claims.csv"));
    for (const kind of ["data", "facts"]) {
      const printed = print(`src/${kind}/[table].parquet.ts`, "--table=claims");
      expect(printed).toBe(published(`${kind}/claims.parquet`));
    }
    for (const type of ["svg", "csv"]) {
      const printed = print(`src/figures/[figure].${type}.ts`, `--figure=${figure}`);
      expect(printed).toBe(published(`figures/${figure}.${type}`));
    }
    const [script = ""] = readdirSync(join(dist(), "_file/interactive"));
    const [module] = script.split(".");
    expect(print("src/interactive/[module].js.ts", `--module=${module}`)).toBe(
      published(`_file/interactive/${script}`),
    );
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
    expect(stderr).toMatch(/\n {2}to mend: .*\n\d faults\n$/);
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
    expect(stderr).toMatch(/^data\/claims\.csv:1/);
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
    const half = join(folder, ".dist-new/index.html");
    while (!existsSync(half) && child.exitCode === null) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    process.kill(-(child.pid ?? 0), "SIGKILL");
    await killed;
    expect(existsSync(join(folder, ".dist-new"))).toBe(true);
    expect(hashFiles(dist())).toEqual(before);
    expect(build().stderr).toBe("");
    expect(hashFiles(dist())).toEqual(before);
    expect(existsSync(join(folder, ".dist-new"))).toBe(false);
  });
});
