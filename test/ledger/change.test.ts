import { type ChildProcess, spawn } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { type Steps, changeSteps, changeTables, finishChange } from "../../src/ledger/change.ts";
import { readLedger } from "../../src/ledger/read.ts";
import { type TableName, tableNames } from "../../src/ledger/tables.ts";
import { programOf } from "../cli/program.ts";
import { tableFolder } from "../fixtures/folder.ts";

const read = (path: string, name: TableName): string =>
  readFileSync(join(path, `${name}.csv`), "utf8");
const all = (path: string): readonly string[] => tableNames.map((name) => read(path, name));
const listHidden = (path: string): readonly string[] =>
  readdirSync(path).filter((name) => name.startsWith("."));

/** Three tables with a byte-order mark, which no reader minds and every byte after it shows. */
const changed = (path: string) =>
  (["sources", "claims", "dismissals"] as const).map((name) => ({
    name,
    bytes: Buffer.from(`\ufeff${read(path, name)}`),
  }));

const inOrder = ({ before, commit, after }: Steps): readonly (() => void)[] => [
  ...before,
  commit,
  ...after,
];

describe("changeTables(path, tables)", () => {
  test("puts the new tables in place, keeps the others, and leaves nothing beside them", () => {
    const { path } = tableFolder();
    const metrics = read(path, "metrics");
    const tables = changed(path);
    chmodSync(join(path, "claims.csv"), 0o640);
    changeTables(path, tables);
    for (const { name, bytes } of tables) expect(read(path, name)).toBe(bytes.toString());
    expect(read(path, "metrics")).toBe(metrics);
    expect(statSync(join(path, "claims.csv")).mode & 0o777).toBe(0o640);
    expect(listHidden(path)).toEqual([]);
  });

  test("interrupted behind any step, leaves the old tables before the commit and the new ones behind it", () => {
    const { path: model } = tableFolder();
    const count = inOrder(changeSteps(model, changed(model))).length;
    expect(count).toBeGreaterThan(10);
    for (let done = 0; done <= count; done += 1) {
      const { path } = tableFolder();
      const old = all(path);
      const tables = changed(path);
      const steps = changeSteps(path, tables);
      for (const step of inOrder(steps).slice(0, done)) step();
      // What the next command does first.
      readLedger(path, { articles: null });
      const isCommitted = done > steps.before.length;
      const after = new Map(tables.map(({ name, bytes }) => [name, bytes.toString()]));
      expect([done, all(path)]).toEqual([
        done,
        isCommitted ? tableNames.map((name, at) => after.get(name as "claims") ?? old[at]) : old,
      ]);
      // And whatever was left lying about does not hinder the next change.
      changeTables(path, changed(path));
      expect(listHidden(path)).toEqual([]);
    }
  });

  test("two processes that finish the same change do not hinder each other", () => {
    const { path } = tableFolder();
    const tables = changed(path);
    const { before, commit, after } = changeSteps(path, tables);
    for (const step of [...before, commit]) step();
    finishChange(path);
    for (const step of after) step();
    for (const { name, bytes } of tables) expect(read(path, name)).toBe(bytes.toString());
  });

  test("a change that fails before its commit leaves the old tables and no litter", () => {
    const { path } = tableFolder();
    const old = all(path);
    // A folder that is in the way of the commit, as a full or broken disk would be.
    mkdirSync(join(path, ".change"));
    writeFileSync(join(path, ".change", "strange.txt"), "");
    expect(() => {
      changeTables(path, changed(path));
    }).toThrow();
    expect(all(path)).toEqual(old);
    expect(existsSync(join(path, ".change-new"))).toBe(false);
  });
});

// The child changes three tables to and fro until it is killed: at some point of a change.
const CHILD = `
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { changeTables } from ${JSON.stringify(pathToFileURL(programOf("src/ledger/change.ts")).href)};
const path = process.argv.at(-1);
const names = ["sources", "claims", "dismissals"];
const old = names.map((name) => readFileSync(join(path, name + ".csv"), "utf8").replace("\\ufeff", ""));
process.stdout.write("ready");
for (let round = 0; ; round += 1)
  changeTables(path, names.map((name, at) => ({ name, bytes: Buffer.from("\\ufeff".repeat(round % 2) + old[at]) })));
`;

async function killAfter(child: ChildProcess, delay: number): Promise<void> {
  await new Promise((resolve) => child.stdout?.once("data", resolve));
  await new Promise((resolve) => setTimeout(resolve, delay));
  const gone = new Promise((resolve) => child.once("close", resolve));
  child.kill("SIGKILL");
  await gone;
}

test("a process killed while it changes tables leaves all of them old or all new", async () => {
  const { path } = tableFolder();
  const script = join(path, "change.mjs");
  writeFileSync(script, CHILD);
  const left = new Set<string>();
  for (let run = 0; run < 16; run += 1) {
    const child = spawn(process.execPath, [script, path], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    await killAfter(child, 1 + run * 2.3);
    left.add(listHidden(path).join(" "));
    readLedger(path, { articles: null });
    const marks = (["sources", "claims", "dismissals"] as const).map((name) =>
      read(path, name).startsWith("\ufeff"),
    );
    expect(new Set(marks).size).toBe(1);
  }
  // Some of the deaths were in the middle of a change, or this test would show nothing.
  expect(left.size).toBeGreaterThan(1);
});
