import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { commandFor } from "../../../src/browser/workbench/command.ts";

describe("commandFor(source)", () => {
  test("has a flag for each cell that is filled in, and none for what the text gives", () => {
    const measured = { sha256: `sha256:${"0".repeat(64)}`, characters: "127" };
    const source = {
      id: "s_a",
      language: "de",
      title: "Boxes",
      note: "",
      published_on: "2024-05-03",
    };
    expect(commandFor({ ...source, ...measured })).toBe(
      "npm run source:add -- data/articles/s_a.txt --lang de --from data/articles/s_a.csv --id s_a --title Boxes --published-on 2024-05-03",
    );
  });

  test("hands words over to a shell as they are", () => {
    const title = 'It\'s $HOME `date` "\\" !1; * ü';
    const command = commandFor({ id: "s_a", language: "de", title });
    const printed = execFileSync("sh", ["-c", `npm() { printf '%s\\n' "$@"; }; ${command}`]);
    expect(printed.toString().split("\n").at(-2)).toBe(title);
  });
});
