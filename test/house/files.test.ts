import { homedir } from "node:os";
import { describe, expect, test } from "vitest";
import { listFiles, readText } from "./tree.ts";

const files = listFiles();

/** Modules that are data: the description of every table and column. */
const DATA = /^(src\/(ledger\/tables|published\/tables)|test\/charts\/made-up)\.ts$/;

describe("files of the tree", () => {
  test("none names a place on somebody's machine", () => {
    // Written as patterns, so that this file does not name one itself.
    const places = [/[/]home[/]\w+/, /[/]Users[/]\w+/, /[A-Z]:\\Users\\/, /[/]root[/]/];
    const here = [process.cwd(), homedir()].filter((place) => place.length > 5);
    const naming = files.filter((file) => {
      const text = readText(file);
      return (
        places.some((place) => place.test(text)) || here.some((place) => text.includes(`${place}/`))
      );
    });
    expect(naming).toEqual([]);
  });

  test("the lock file names no registry", () => {
    expect(readText("package-lock.json")).not.toMatch(/"resolved": "https?:/);
  });

  // npm install leaves out what other systems need when a registry does not hold it all,
  // and npm ci then refuses the whole file: https://github.com/npm/cli/issues/4828
  test("the lock file holds the packages of every system", () => {
    const { packages } = JSON.parse(readText("package-lock.json")) as {
      packages: Record<string, { optionalDependencies?: Record<string, string> }>;
    };
    const wanted = Object.values(packages).flatMap((one) =>
      Object.keys(one.optionalDependencies ?? {}),
    );
    const held = new Set(Object.keys(packages).map((path) => path.split("node_modules/").at(-1)));
    expect(wanted.filter((name) => !held.has(name))).toEqual([]);
  });

  test("a module has at most 300 lines, unless it is data", () => {
    const long = files
      .filter((file) => /\.(ts|mjs|js|css)$/.test(file) && !DATA.test(file))
      .map((file) => ({ file, lines: readText(file).split("\n").length - 1 }))
      .filter(({ lines }) => lines > 300);
    expect(long).toEqual([]);
  });

  test("no module exports a default, but for what tools ask for", () => {
    const asked = /^(\w+\.config\.[tm]?[jt]s|test\/site\/setup\.ts)$/;
    const naming = files
      .filter((file) => /\.(ts|mjs)$/.test(file) && !asked.test(file))
      .filter((file) => /^export default\b/m.test(readText(file)));
    expect(naming).toEqual([]);
  });
});
