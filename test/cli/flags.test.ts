import { describe, expect, test } from "vitest";
import { type FlagKind, parseFlags } from "../../src/cli/flags.ts";
import { WrongUse } from "../../src/cli/wrong-use.ts";

const KINDS: Readonly<Record<string, FlagKind>> = {
  metric: "once",
  without: "many",
  json: "switch",
  help: "switch",
};

const read = (...words: readonly string[]) => Object.fromEntries(parseFlags(words, KINDS));

describe("parseFlags(words, kinds)", () => {
  test("reads values behind a space and behind =", () => {
    expect(read("--metric", "m_a", "--json")).toEqual({ metric: ["m_a"], json: [] });
    expect(read("--metric=m_a")).toEqual({ metric: ["m_a"] });
  });

  test("gathers a flag that may be repeated", () => {
    expect(read("--without", "o_a", "--without=o_b")).toEqual({ without: ["o_a", "o_b"] });
  });

  test("takes -h for --help", () => {
    expect(read("-h")).toEqual({ help: [] });
  });

  test("takes a value that looks like a flag only behind =", () => {
    expect(read("--metric=--json")).toEqual({ metric: ["--json"] });
  });

  test.each<[readonly string[], string]>([
    [
      ["--metrik", "x"],
      "--metrik: found a flag that the command does not know\n  expected --metric, --without, --json, --help\n  to mend: write --metric",
    ],
    [
      ["--metric", "a", "--metric", "b"],
      "--metric: found it a second time\n  expected it once\n  to mend: delete one of the two",
    ],
    [
      ["--json", "--json"],
      "--json: found it a second time\n  expected it once\n  to mend: delete one of the two",
    ],
    [
      ["--metric", "--json"],
      "--metric: found no value\n  expected a value behind it\n  to mend: write --metric and then the value",
    ],
    [
      ["--metric="],
      "--metric: found no value\n  expected a value behind it\n  to mend: write --metric and then the value",
    ],
    [["--json=yes"], '--json: found "yes"\n  expected no value\n  to mend: delete the value'],
    [
      ["m_a"],
      '"m_a": found a word that belongs to no flag\n  expected only --metric, --without, --json, --help\n  to mend: put a flag before it, or quote a value with spaces',
    ],
    [
      ["--constructor"],
      "--constructor: found a flag that the command does not know\n  expected --metric, --without, --json, --help\n  to mend: delete it, or see --help",
    ],
  ])("refuses %j", (words, told) => {
    expect(() => parseFlags(words, KINDS)).toThrow(WrongUse);
    expect(() => parseFlags(words, KINDS)).toThrow(told);
  });
});
