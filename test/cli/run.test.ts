import { describe, expect, test } from "vitest";
import { tableFolder } from "../fixtures/folder.ts";
import { run } from "./run.ts";

describe("run(command, words, environment)", () => {
  test("gives what is printed and the exit status, each time anew, and leaves no trace", async () => {
    const before = { argv: process.argv, env: { ...process.env }, exitCode: process.exitCode };
    const listeners = process.stdout.listenerCount("error");
    const { path } = tableFolder();
    for (let time = 0; time < 2; time += 1) {
      const ended = await run("check", [], { DATA_DIR: path, ARTICLES_DIR: "" });
      expect(ended).toMatchObject({ status: 0, stderr: "" });
      expect(ended.stdout).toContain("0 of 3 quotes verified against 0 texts\n");
    }
    expect(await run("check", ["--bogus"])).toMatchObject({ status: 2, stdout: "" });
    expect({ argv: process.argv, env: { ...process.env }, exitCode: process.exitCode }).toEqual(
      before,
    );
    expect(process.stdout.listenerCount("error")).toBe(listeners);
  });
});
