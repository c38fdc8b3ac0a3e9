import { chmodSync, mkdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { source } from "../fixtures/ledger.ts";
import { tableFolder } from "../fixtures/folder.ts";
import { run } from "./run.ts";

/** Runs the command on a folder of tables, for somebody who is in the folder `from`. */
const check = (
  directory: string,
  parameters: readonly string[] = [],
  articles = "",
  from = process.cwd(),
) => run("check", parameters, { DATA_DIR: directory, ARTICLES_DIR: articles, INIT_CWD: from });

describe("npm run check", () => {
  test("counts rows and quotes of sound tables, and exits 0", async () => {
    expect(await check(tableFolder().path)).toEqual({
      status: 0,
      stdout: `sources         1 rows
claimants       1 rows
origins         1 rows
metrics         1 rows
claims          2 rows
dismissals      1 rows
propositions    0 rows
statements      0 rows
assumptions     0 rows
corrections     0 rows
crosschecks     0 rows
mutation_kinds  0 rows
mutations       0 rows
0 of 3 quotes verified against 0 texts
`,
      stderr: "",
    });
  });

  test("prints notices behind the counts", async () => {
    const { path } = tableFolder({
      sources: [source("s_one", { sha256: `sha256:${"0".repeat(64)}`, characters: 99 })],
    });
    const { status, stdout } = await check(path);
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /texts\nnotice: no article texts at hand: the quotes of 1 sources are unverified\n$/u,
    );
  });

  test("prints every fault and nothing else, and exits 1", async () => {
    const folder = tableFolder();
    folder.edit("claims", (text) => text.replace(",77,", ",7.700,"));
    folder.edit("sources", () => "");
    const { status, stdout, stderr } = await check(folder.path);
    expect(status).toBe(1);
    expect(stdout).toBe("");
    expect(stderr.replaceAll(folder.path, "data")).toBe(`data/sources.csv: found an empty file
  expected a comma-separated table in UTF-8 with one header row
  to mend: restore the file from git, or write the header row
data/claims.csv:2:9 best: found "7.700"
  expected digits without a separator
  to mend: type 7700 (7.7 if the source means a decimal)
2 faults
`);
  });

  test.each([
    ["a folder that is not there", "nowhere", "found nothing under this name"],
    ["a file in place of the folder", "claims.csv", "found a file where a folder should be"],
  ])("says so for %s", async (_name, entry, found) => {
    const { path } = tableFolder();
    const { status, stderr } = await check(join(path, entry));
    expect(status).toBe(1);
    expect(stderr.split("\n")[0]).toBe(`${join(path, entry)}: ${found}`);
    expect(stderr).not.toMatch(/^\s+at /mu);
  });

  test("finds tables and texts from where npm was run, and names them as given", async () => {
    const folder = tableFolder();
    const [from, name] = [dirname(folder.path), basename(folder.path)];
    expect((await check(`${name}/`, [], "", from)).status).toBe(0);
    folder.edit("claims", (text) => text.replace(",77,", ",7.700,"));
    expect((await check(name, [], "", from)).stderr).toMatch(
      new RegExp(String.raw`^${name}/claims\.csv:2:9 best: found "7\.700"\n`, "u"),
    );
    expect((await check(`./${name}`, [], "", from)).stderr).toContain(`./${name}/claims.csv:2:9`);
    expect((await check(folder.path, [], `${name}/claims.csv`, from)).stderr).toContain(
      `${name}/claims.csv: found a file where a folder should be`,
    );
  });

  test("says so for a folder in place of a table", async () => {
    const folder = tableFolder();
    folder.remove("metrics.csv");
    mkdirSync(join(folder.path, "metrics.csv"));
    const { status, stderr } = await check(folder.path);
    expect(status).toBe(1);
    expect(stderr.replaceAll(folder.path, "data")).toBe(
      "data/metrics.csv: found a folder\n  expected a table\n  to mend: put the file in its place\n1 fault\n",
    );
  });

  // The superuser may read everything, so that there is nothing to see as one.
  test.skipIf(process.getuid?.() === 0)("says so for a table that may not be read", async () => {
    const { path } = tableFolder();
    chmodSync(join(path, "metrics.csv"), 0);
    expect((await check(path)).stderr).toContain("metrics.csv: found no permission to read it");
  });

  test("says so for a named folder of texts that is not there", async () => {
    const { status, stderr } = await check(tableFolder().path, [], "no-such-folder");
    expect(status).toBe(1);
    expect(stderr).toBe(
      "no-such-folder: found nothing under this name\n  expected a folder of article texts (*.txt)\n  to mend: restore it from git, or correct the name\n1 fault\n",
    );
  });

  test("exits 2 on wrong use, and helps on --help", async () => {
    const wrong = await check("data", ["--bogus"]);
    expect(wrong.status).toBe(2);
    expect(wrong.stderr).toContain("--bogus: found a flag that the command does not know");
    const extra = await check("data", ["claims"]);
    expect(extra.status).toBe(2);
    const help = await check("data", ["--help"]);
    expect(help).toMatchObject({ status: 0, stderr: "" });
    expect(help.stdout).toContain("DATA_DIR");
  });
});
