import { spawn, spawnSync } from "node:child_process";
import { chmodSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readLedger } from "../../../src/ledger/read.ts";
import { tableNames } from "../../../src/ledger/tables.ts";
import { programOf } from "../program.ts";
import { ARTICLE, PARTICULARS } from "./article.ts";
import { add, environment, withSheet } from "./desk.ts";
import { fill, openSheet, saveSheet } from "./sheet.ts";

const ROOT = 0;
const program = programOf("src/cli/source-add.ts");
const variables = (path: string) => ({ ...process.env, ...environment(path) });

describe("npm run source:add changes all tables or none", () => {
  test("killed at any moment", async () => {
    const desk = await withSheet();
    const old = desk.tables();
    const seen = new Set<string>();
    const words = [program, desk.article, ...PARTICULARS, "--from", desk.sheet];
    const from = Date.now();
    spawnSync(process.execPath, [...words, "--dry-run"], { env: variables(desk.path) });
    const usual = Date.now() - from;
    for (let at = 0; at < 6; at += 1) {
      const child = spawn(process.execPath, words, {
        env: variables(desk.path),
        stdio: "ignore",
      });
      const gone = new Promise((resolve) => child.once("close", resolve));
      const kill = setTimeout(() => child.kill("SIGKILL"), usual * (0.35 + at * 0.16));
      await gone;
      clearTimeout(kill);
      const { ledger } = readLedger(desk.path, { articles: null });
      const counts = [ledger.sources.length, ledger.claims.length, ledger.dismissals.length];
      expect([[1, 2, 1].join(), [2, 3, 5].join()]).toContain(counts.join());
      seen.add(counts.join());
      // Back to the old tables for the next death, as git restore would.
      tableNames.forEach((name, index) => {
        desk.write(`${name}.csv`, old[index] ?? "");
      });
    }
    expect(seen.has("1,2,1")).toBe(true);
    expect((await add(desk)).status).toBe(0);
  });

  test("two runs at once do not mix: one waits for nobody and says so, or both succeed in turn", async () => {
    const desk = await withSheet();
    const second = join(desk.path, "second.txt");
    writeFileSync(second, `Weitere ${ARTICLE}`);
    const sheet = `${desk.sheet}.second`;
    expect((await desk.run(second, "--lang", "de", "--proposals", sheet)).status).toBe(0);
    saveSheet(sheet, openSheet(sheet).map(fill));
    const start = (file: string, from: string, id: string) =>
      new Promise<number | null>((resolve) => {
        const words = [program, file, ...PARTICULARS, "--from", from, "--id", id];
        spawn(process.execPath, words, { env: variables(desk.path), stdio: "ignore" }).once(
          "close",
          resolve,
        );
      });
    const outcomes = await Promise.all([
      start(desk.article, desk.sheet, "s_first"),
      start(second, sheet, "s_second"),
    ]);
    const { ledger } = readLedger(desk.path, { articles: null });
    const added = outcomes.filter((status) => status === 0).length;
    expect(added).toBeGreaterThan(0);
    expect(outcomes.every((status) => status === 0 || status === 1)).toBe(true);
    expect(ledger.sources).toHaveLength(1 + added);
    expect(ledger.dismissals).toHaveLength(1 + 4 * added);
  });

  test("a lock that another run holds is a fault", async () => {
    const desk = await withSheet();
    const old = desk.tables();
    desk.write(".lock", JSON.stringify({ pid: process.pid, host: "elsewhere", nonce: "x" }));
    const { status, stderr } = await add(desk);
    expect(status).toBe(1);
    expect(stderr).toContain("found another run that adds a source");
    expect(desk.tables()).toEqual(old);
  });

  // The superuser may write everywhere, and a person is none: the command runs as nobody then.
  test("a folder that cannot be written is a fault, and stays as it is", async () => {
    const desk = await withSheet();
    const old = desk.tables();
    const list = () => readdirSync(desk.path);
    const before = list();
    chmodSync(desk.path, 0o555);
    const { status, stderr } = spawnSync(
      process.execPath,
      [program, desk.article, ...PARTICULARS, "--from", desk.sheet],
      {
        encoding: "utf8",
        env: variables(desk.path),
        ...(process.getuid?.() === ROOT ? { uid: 65_534, gid: 65_534 } : {}),
      },
    );
    chmodSync(desk.path, 0o755);
    expect(stderr).toContain("found no permission to write");
    expect(status).toBe(1);
    expect(desk.tables()).toEqual(old);
    expect(list()).toEqual(before);
  });

  test("a disk that takes no more is a fault, and the tables stay as they are", async () => {
    const desk = await withSheet();
    // Some rows of ballast, so that the new table is above the limit and the small files below.
    desk.edit("dismissals", (text) => {
      const [, row = ""] = text.split("\n");
      const more = Array.from({ length: 4000 }, (_one, at) =>
        row.replace(",50,62,", `,${String(at * 100 + 1000)},${String(at * 100 + 1012)},`),
      );
      return `${text}${more.join("\n")}\n`;
    });
    const old = desk.tables();
    const words = [program, desk.article, ...PARTICULARS, "--from", desk.sheet];
    const { status, stderr } = spawnSync(
      "sh",
      ["-c", 'ulimit -f 200; exec "$@"', "sh", process.execPath, ...words],
      { encoding: "utf8", env: variables(desk.path) },
    );
    expect(stderr).toContain("found something that cannot be written (EFBIG)");
    expect(status).toBe(1);
    expect(desk.tables()).toEqual(old);
    expect(readdirSync(desk.path).filter((name) => name.startsWith("."))).toEqual([]);
  });
});
