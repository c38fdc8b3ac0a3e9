import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { findUses } from "../../src/notebook/uses.ts";

const root = mkdtempSync(join(tmpdir(), "uses-"));
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

test("findUses(root) finds references in prose, each with its pages, none in code", () => {
  mkdirSync(join(root, "sources"), { recursive: true });
  writeFileSync(
    join(root, "index.md"),
    "# {{c_one}}\n\n```js\n{{c_code}}\n```\n\n{{ c_two.low }}\n",
  );
  writeFileSync(join(root, "other.md"), "{{c_one}} and {{c_one}}\n");
  writeFileSync(join(root, "sources", "[source].md"), "# {{source.title}}\n");
  expect([...findUses(root)]).toEqual([
    ["c_one", ["/", "/other"]],
    ["c_two.low", ["/"]],
  ]);
});
