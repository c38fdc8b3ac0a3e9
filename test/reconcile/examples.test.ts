import { readFileSync, readdirSync } from "node:fs";
import { runInThisContext } from "node:vm";
import { describe, expect, test } from "vitest";
import * as arithmetic from "../../src/reconcile/arithmetic.ts";
import * as interval from "../../src/reconcile/interval.ts";
import * as retellings from "../../src/reconcile/retellings.ts";
import * as root from "../../src/reconcile/root.ts";
import * as statement from "../../src/reconcile/statement.ts";
import * as stretches from "../../src/reconcile/stretches.ts";
import * as union from "../../src/reconcile/union.ts";
import * as words from "../../src/charts/words.ts";
import { origin } from "../fixtures/ledger.ts";

/** What examples may name: our functions, and a few rows that need no explaining. */
const NAMES: Readonly<Record<string, unknown>> = {
  ...arithmetic,
  ...stretches,
  ...interval,
  ...retellings,
  ...root,
  ...statement,
  ...union,
  ...words,
  atLeast3: { low: interval.boundAt(3), high: null },
  origins: new Map([
    ["o_first", origin("o_first")],
    ["o_retold", origin("o_retold", { based_on: ["o_first"] })],
  ]),
};

const files = [
  ...readdirSync("src/reconcile", { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => `src/reconcile/${name}`),
  "src/charts/words.ts",
];
const examples = files.flatMap((file) =>
  [...readFileSync(file, "utf8").matchAll(/@example (.+) \/\/ => (.+)/gu)].map(
    ([, expression = "", value = ""]) => ({ file, expression, value }),
  ),
);

/** Runs an example where arrays are the same as here; the text is our own documentation. */
function evaluate(text: string): unknown {
  const names = Object.keys(NAMES).join(", ");
  const make = runInThisContext(`(${names}) => (${text})`) as (...of: unknown[]) => unknown;
  return make(...Object.values(NAMES));
}

describe("examples in docstrings are true", () => {
  test("there are some", () => {
    expect(examples.length).toBeGreaterThan(5);
  });

  test.each(examples)("$file: $expression is $value", ({ expression, value }) => {
    expect(evaluate(expression)).toEqual(evaluate(value));
  });
});
