import { readFileSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { runInThisContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { boundAt } from "../../src/arithmetic/interval.ts";

/** Folders of which every example is run. */
const FOLDERS = ["arithmetic", "amount", "reconcile", "ledger", "published"];

const files = FOLDERS.flatMap((folder) =>
  readdirSync(`src/${folder}`, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => `src/${folder}/${name}`),
);
const examples = files.flatMap((file) =>
  [...readFileSync(file, "utf8").matchAll(/@example (.+) \/\/ => (.+?)(?: \*\/)?$/gmu)].map(
    ([, expression = "", value = ""]) => ({ file, expression, value }),
  ),
);

/** What examples may name: what their module exports, and a few rows that need no explaining. */
async function namesOf(file: string): Promise<Readonly<Record<string, unknown>>> {
  const module = (await import(resolve(file))) as Readonly<Record<string, unknown>>;
  const point = (value: number) => ({ low: boundAt(value), high: boundAt(value) });
  const fault = {
    ...{ file: "data/claims.csv", line: 14, column: 8, field: "low", found: '"6.700"' },
    ...{ expected: "digits without a separator", mend: "type 6700" },
  };
  return { boundAt, pointAt: point, atLeast3: { low: boundAt(3), high: null }, fault, ...module };
}

/** Runs an example where arrays are the same as here; the text is our own documentation. */
function evaluate(text: string, names: Readonly<Record<string, unknown>>): unknown {
  const make = runInThisContext(`(${Object.keys(names).join(", ")}) => (${text})`) as (
    ...of: unknown[]
  ) => unknown;
  return make(...Object.values(names));
}

describe("examples in docstrings are true", () => {
  test("there are some", () => {
    expect(examples.length).toBeGreaterThan(10);
  });

  test.each(examples)("$file: $expression is $value", async ({ file, expression, value }) => {
    const names = await namesOf(file);
    expect(evaluate(expression, names)).toEqual(evaluate(value, names));
  });
});
