import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { inTemporaryFolder } from "../../bench/copies.ts";
import { findChromium } from "../../src/cli/setup-browser.mjs";

/** A folder with one program that calls itself a browser. */
function withProgram(
  name: string,
  use: (folder: string, program: string) => void | Promise<void>,
): Promise<void> {
  return inTemporaryFolder(async (folder) => {
    const program = join(folder, name);
    writeFileSync(program, "#!/bin/sh\n");
    chmodSync(program, 0o755);
    await use(folder, program);
  });
}

describe("findChromium(environment)", () => {
  test("takes the program that CHROMIUM names before one on the PATH", async () => {
    await withProgram("my-browser", (folder, program) => {
      expect(findChromium({ CHROMIUM: program, PATH: folder })).toBe(program);
    });
  });

  test("does not look elsewhere when CHROMIUM names nothing that runs", async () => {
    await withProgram("chromium", (folder) => {
      expect(findChromium({ CHROMIUM: join(folder, "absent"), PATH: folder })).toBeNull();
    });
  });

  test("takes one without windows last, or first where that is wished", async () => {
    await withProgram("chromium-headless-shell", async (folder, shell) => {
      expect(findChromium({ PATH: folder })).toBe(shell);
      await withProgram("chromium", (other, whole) => {
        const PATH = `${folder}:${other}`;
        expect(findChromium({ PATH })).toBe(whole);
        expect(findChromium({ PATH }, { prefersShell: true })).toBe(shell);
      });
    });
  });

  test("finds Chrome under its Debian name on the PATH", async () => {
    await withProgram("google-chrome-stable", (folder, program) => {
      expect(findChromium({ PATH: `/nonexistent:${folder}` })).toBe(program);
    });
  });
});
