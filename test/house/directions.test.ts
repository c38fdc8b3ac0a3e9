import { ESLint } from "eslint";
import tseslint from "typescript-eslint";
import { describe, expect, test } from "vitest";
import { type Import, findImports } from "./imports.ts";
import { listFiles, readText } from "./tree.ts";

const modules = listFiles().filter((file) => /^src\/.*\.(ts|mjs)$/.test(file));
const imports = modules.flatMap((file) => findImports(file, readText(file)));

/** What each folder of src may import from the others; docs/architecture.md says why. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  words: [],
  ledger: ["words"],
  // the second engine knows nothing of the first
  duckdb: [],
  scan: [],
  entry: ["ledger", "scan"],
  // what is reconciled: arithmetic on intervals, one amount by itself, tables of all of them
  arithmetic: ["ledger", "words"],
  amount: ["ledger", "arithmetic"],
  reconcile: ["ledger", "arithmetic", "amount"],
  sensitivity: ["ledger", "arithmetic", "amount", "reconcile"],
  published: ["ledger", "words", "arithmetic", "amount", "reconcile", "sensitivity"],
  charts: ["words"],
  notebook: ["ledger", "words", "arithmetic", "amount", "sensitivity", "published", "charts"],
  browser: ["ledger", "words", "arithmetic", "amount", "scan", "entry", "charts", "notebook"],
  loaders: ["ledger", "published", "notebook"],
  cli: [
    ...["ledger", "words", "duckdb", "scan", "entry", "arithmetic", "amount", "reconcile"],
    ...["sensitivity", "published", "notebook"],
  ],
};

/** Folders whose types all may take: of facts, and of published rows. */
const TYPES = ["ledger", "published"];

/** Folders that compute, and touch nothing else. */
const PURE = [
  ...["words", "scan", "entry", "arithmetic", "amount", "reconcile", "sensitivity", "charts"],
];

/** Every module that imports a module of Node, by way of others too. */
function findNodeUsers(all: readonly Import[]): ReadonlySet<string> {
  const users = new Set<string>();
  for (let before = -1; before < users.size;) {
    before = users.size;
    for (const { from, to, typeOnly } of all)
      if (!typeOnly && (to.startsWith("node:") || users.has(to))) users.add(from);
  }
  return users;
}

const TOUCHES_FILES = findNodeUsers(imports);

/** The folder of src that a file lies in; loaders lie beside the pages. */
function folderOf(file: string): string {
  const [, folder = "", ...rest] = file.split("/");
  return rest.length > 0 ? folder : "loaders";
}

function isAllowed({ from, to, typeOnly }: Import): boolean {
  const [own, other] = [folderOf(from), folderOf(to)];
  if (own === other || (typeOnly && own !== "duckdb" && TYPES.includes(other))) return true;
  return (ALLOWED[own]?.includes(other) ?? false) && !(PURE.includes(own) && TOUCHES_FILES.has(to));
}

describe("directions between the folders of src", () => {
  test("every folder with modules has its directions", () => {
    const folders = new Set(modules.map(folderOf));
    expect([...folders].filter((folder) => !(folder in ALLOWED))).toEqual([]);
  });

  test("imports go one way", () => {
    const wrong = imports.filter((one) => one.ours && !isAllowed(one));
    expect(wrong.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
  });

  test("no module imports itself by way of others, not even for types", () => {
    const clear = new Set<string>();
    const findCycle = (file: string, path: readonly string[]): readonly string[] => {
      if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
      if (clear.has(file)) return [];
      for (const { to } of imports.filter((one) => one.from === file && one.ours)) {
        const cycle = findCycle(to, [...path, file]);
        if (cycle.length > 0) return cycle;
      }
      clear.add(file);
      return [];
    };
    for (const file of modules) expect(findCycle(file, [])).toEqual([]);
  });

  test("what computes touches no file, clock, environment, network, chance or page", async () => {
    const builtin = imports.filter(
      ({ from, to }) => PURE.includes(folderOf(from)) && to.startsWith("node:"),
    );
    expect(builtin).toEqual([]);
    const eslint = new ESLint({
      overrideConfigFile: true,
      overrideConfig: {
        files: ["**/*.ts"],
        languageOptions: { parser: tseslint.parser },
        linterOptions: { reportUnusedDisableDirectives: "off" },
        rules: {
          "no-restricted-globals": [
            "error",
            "document",
            "window",
            "globalThis",
            "process",
            "fetch",
            "performance",
            "navigator",
            "location",
          ],
          "no-restricted-properties": [
            "error",
            { object: "Date", property: "now" },
            { object: "Math", property: "random" },
          ],
          "no-restricted-syntax": [
            "error",
            "NewExpression[callee.name='Date'][arguments.length=0]",
          ],
        },
      },
    });
    const pure = modules.filter((file) => PURE.includes(folderOf(file)));
    const results = pure.length > 0 ? await eslint.lintFiles(pure) : [];
    const faults = results.flatMap(({ filePath, messages }) =>
      messages.map(({ line, message }) => `${filePath}:${line} ${message}`),
    );
    expect(faults).toEqual([]);
  });
});

test("findNodeUsers(imports) follows values to modules of Node, and no types", () => {
  const link = (from: string, to: string, typeOnly = false) => ({ from, to, typeOnly, ours: true });
  const users = findNodeUsers([
    link("c", "b"),
    link("b", "a"),
    link("a", "node:fs"),
    link("d", "a", true),
    link("e", "zod"),
  ]);
  expect([...users].sort()).toEqual(["a", "b", "c"]);
});

describe("findImports(file, text)", () => {
  const find = (text: string) => findImports("src/charts/range.ts", text);

  test("tells types from values", () => {
    expect(find('import type { Claim } from "../ledger/tables.ts";')).toEqual([
      { from: "src/charts/range.ts", to: "src/ledger/tables.ts", ours: true, typeOnly: true },
    ]);
    expect(find('import { type Claim, readLedger } from "../ledger/read.ts";')[0]?.typeOnly).toBe(
      false,
    );
    expect(find('import { type Claim } from "../ledger/read.ts";')[0]?.typeOnly).toBe(true);
  });

  test("sees what is exported again and what is loaded later", () => {
    expect(find('export { a } from "./a.ts"; await import("./b.ts");').map(({ to }) => to)).toEqual(
      ["src/charts/a.ts", "src/charts/b.ts"],
    );
  });

  test("passes over text that looks like an import", () => {
    expect(find("const text = \"import { a } from './a.ts'\";")).toEqual([]);
  });
});
