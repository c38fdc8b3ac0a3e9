import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

/** Runs a tool of node_modules; what it prints is the finding. */
function run(program: string, ...parameters: string[]): { status: number | null; printed: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [`node_modules/${program}`, ...parameters],
    { encoding: "utf8" },
  );
  return { status, printed: stdout + stderr };
}

test("prettier finds every file formatted", () => {
  const { status, printed } = run("prettier/bin/prettier.cjs", "--check", ".");
  expect(status, printed).toBe(0);
});

test("eslint finds nothing, warnings included", () => {
  const { status, printed } = run("eslint/bin/eslint.js", "--max-warnings", "0", ".");
  expect(status, printed).toBe(0);
});

test("tsc finds every type in order", () => {
  const { status, printed } = run("typescript/bin/tsc", "--noEmit", "--pretty", "false");
  expect(status, printed).toBe(0);
});
