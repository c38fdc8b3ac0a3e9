import { execFile } from "node:child_process";
import { expect, test } from "vitest";

/**
 * Runs a tool of node_modules; what it prints is what it found.
 *
 * Not synchronously: vitest takes a worker that is silent for a minute for lost.
 */
function runTool(program: string, ...parameters: string[]): Promise<string> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [`node_modules/${program}`, ...parameters],
      { maxBuffer: 2 ** 26 },
      (error, stdout, stderr) => {
        resolve(error === null ? "" : stdout + stderr || error.message);
      },
    );
  });
}

test("prettier finds every file formatted", async () => {
  expect(await runTool("prettier/bin/prettier.cjs", "--check", "--log-level", "warn", ".")).toBe(
    "",
  );
});

test("eslint finds nothing, warnings included", async () => {
  expect(await runTool("eslint/bin/eslint.js", "--max-warnings", "0", ".")).toBe("");
});

test("tsc finds every type in order", async () => {
  expect(await runTool("typescript/bin/tsc", "--noEmit", "--pretty", "false")).toBe("");
});
