import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { withLock } from "../../../src/cli/source-add/lock.ts";

const folder = mkdtempSync(join(tmpdir(), "lock-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
let number = 0;
const newLock = (): string => {
  number += 1;
  return join(mkdtempSync(join(folder, `${String(number)}-`)), ".lock");
};
const besides = (lock: string): readonly string[] => readdirSync(join(lock, ".."));

const refuse = ({ pid }: { readonly pid: number }): never => {
  throw new Error(`held by ${String(pid)}`);
};

/** The number of a process that has ended. */
const deadPid = (): number => {
  const { pid } = spawnSync(process.execPath, ["--version"]);
  return pid;
};

const held = (pid: number, host = hostname()): string =>
  JSON.stringify({ pid, host, nonce: "someone" });

describe("withLock(path, work, busy)", () => {
  test("gives what the work gives, and leaves nothing", async () => {
    const lock = newLock();
    expect(await withLock(lock, () => 7, refuse)).toBe(7);
    expect(besides(lock)).toEqual([]);
  });

  test("refuses a second, and lets a third in when the first has ended", async () => {
    const lock = newLock();
    await withLock(
      lock,
      () =>
        expect(withLock(lock, () => 1, refuse)).rejects.toThrow(`held by ${String(process.pid)}`),
      refuse,
    );
    expect(await withLock(lock, () => 3, refuse)).toBe(3);
  });

  test("is free again after work that throws", async () => {
    const lock = newLock();
    const fail = () => Promise.reject(new Error("no"));
    await expect(withLock(lock, fail, refuse)).rejects.toThrow("no");
    expect(besides(lock)).toEqual([]);
  });

  test("takes over from a process that has died, once of several that want to", async () => {
    const lock = newLock();
    writeFileSync(lock, held(deadPid()));
    const outcomes = await Promise.allSettled(
      [1, 2, 3].map((one) => withLock(lock, () => Promise.resolve(one), refuse)),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(besides(lock)).toEqual([]);
  });

  test.each([
    ["a living process", held(process.pid)],
    ["a process of another machine", held(deadPid(), "elsewhere")],
    ["a file that is no lock of ours", "?"],
  ])("leaves the lock of %s alone", async (_name, content) => {
    const lock = newLock();
    writeFileSync(lock, content);
    await expect(withLock(lock, () => 1, refuse)).rejects.toThrow("held by");
    expect(readFileSync(lock, "utf8")).toBe(content);
    expect(besides(lock)).toEqual([".lock"]);
  });
});
