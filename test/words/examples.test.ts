import { readFileSync, readdirSync } from "node:fs";
import { runInThisContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { partyOf } from "../../src/charts/draw/colours.ts";
import { marked } from "../../src/charts/draw/retold.ts";
import * as days from "../../src/words/days.ts";
import * as names from "../../src/words/names.ts";
import * as numbers from "../../src/words/numbers.ts";
import * as ranges from "../../src/words/ranges.ts";

const KNOWN: Readonly<Record<string, unknown>> = {
  ...{ ...days, ...names, ...numbers, ...ranges, partyOf, marked },
};

const files = ["src/words", "src/charts/draw"].flatMap((folder) =>
  readdirSync(folder).map((name) => `${folder}/${name}`),
);
const examples = files.flatMap((file) =>
  [...readFileSync(file, "utf8").matchAll(/@example (.+) \/\/ => (.+)/gu)].map(
    ([, expression = "", value = ""]) => ({ file, expression, value }),
  ),
);

/** Runs an example where arrays are the same as here; the text is our own documentation. */
function evaluate(text: string): unknown {
  const make = runInThisContext(`(${Object.keys(KNOWN).join(", ")}) => (${text})`) as (
    ...of: unknown[]
  ) => unknown;
  return make(...Object.values(KNOWN));
}

describe("examples in docstrings of words and charts are true", () => {
  test("there are some", () => {
    expect(examples.length).toBeGreaterThan(15);
  });

  test.each(examples)("$file: $expression is $value", ({ expression, value }) => {
    expect(JSON.parse(JSON.stringify(evaluate(expression)))).toEqual(
      JSON.parse(JSON.stringify(evaluate(value))),
    );
  });
});
