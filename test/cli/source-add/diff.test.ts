import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { appendDiff } from "../../../src/cli/source-add/diff.ts";

const folder = mkdtempSync(join(tmpdir(), "diff-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** The same by `diff -u`, whose headers have times in them. */
function byDiff(old: string, appendix: string): readonly string[] {
  const [before, after] = [join(folder, "before"), join(folder, "after")];
  writeFileSync(before, old);
  writeFileSync(after, old + appendix);
  const { stdout } = spawnSync("diff", ["-u", before, after], { encoding: "utf8" });
  return stdout.split("\n").slice(2);
}

/** `diff` leaves a count of 1 out. */
const short = (line: string): string => line.replaceAll(/(?<=^@@.*[-+]\d+),1(?=\s)/gu, "");

describe("appendDiff(file, old, appendix) is what diff -u says", () => {
  test.each([
    ["many rows", "h\na\nb\nc\nd\n", "e\nf\n"],
    ["few rows", "h\n", "e\n"],
    ["no line end behind the last row", "h\na\nb\nc\nd", "\ne\nf"],
    ["a header without a line end", "h", "\ne"],
    ["CRLF", "h\r\na\r\n", "e\r\n"],
    ["a cell of two lines", "h\n", '"e\nf"\n'],
  ])("%s", (_name, old, appendix) => {
    const [before, after, ...lines] = appendDiff("t.csv", old, appendix).split("\n");
    expect([before, after]).toEqual(["--- t.csv", "+++ t.csv"]);
    expect(lines.map(short)).toEqual(byDiff(old, appendix));
  });

  test("nothing for no change", () => {
    expect(appendDiff("t.csv", "h\n", "")).toBe("");
  });
});
