import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const start = promisify(execFile);

/** Runs a tool of node_modules; what it prints is what it found. */
async function runTool(program: string, ...parameters: string[]): Promise<string> {
  // Not the synchronous way: vitest takes a worker that is silent for a minute for lost.
  const tool = start(process.execPath, [`node_modules/${program}`, ...parameters], {
    maxBuffer: 2 ** 26,
  });
  return tool.then(
    () => "",
    ({ stdout, stderr }: { stdout: string; stderr: string }) => stdout + stderr || "failed",
  );
}

test("prettier finds every file formatted", async () => {
  expect(await runTool("prettier/bin/prettier.cjs", "--check", "--log-level", "warn", ".")).toBe("");
});

test("eslint finds nothing, warnings included", async () => {
  expect(await runTool("eslint/bin/eslint.js", "--max-warnings", "0", ".")).toBe("");
});

test("tsc finds every type in order", async () => {
  expect(await runTool("typescript/bin/tsc", "--noEmit", "--pretty", "false")).toBe("");
});
