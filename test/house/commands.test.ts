import { describe, expect, test } from "vitest";
import { listFiles, readText } from "./tree.ts";

const scripts = Object.keys(
  (JSON.parse(readText("package.json")) as { scripts: Record<string, string> }).scripts,
);

/** Scripts that npm runs without the word "run". */
const SHORT = new Set(["start", "test"]);

/** Finds the scripts that a text tells readers to run. */
function findCommands(text: string): string[] {
  const found = [...text.matchAll(/\bnpm (?:(run)(?: --silent| -s)* )?([a-z][\w:-]*)/g)];
  return found.flatMap(([, run, name = ""]) => (run || SHORT.has(name) ? [name] : []));
}

describe("commands", () => {
  const documents = listFiles().filter((file) => /^(README|CONTRIBUTING|docs\/.*)\.md$/.test(file));

  test("the README names every script of package.json", () => {
    const named = new Set(findCommands(readText("README.md")));
    expect(scripts.filter((script) => !named.has(script))).toEqual([]);
  });

  test.each(documents)("%s names only scripts that exist", (file) => {
    expect(findCommands(readText(file)).filter((name) => !scripts.includes(name))).toEqual([]);
  });

  test("findCommands(text) knows both ways to run a script", () => {
    expect(
      findCommands(
        "`npm test`, npm run --silent check -- --help, `npm ci`, installed from npm by hand",
      ),
    ).toEqual(["test", "check"]);
  });
});
