import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { trimError } from "../../src/cli/framework.ts";
import { findNodeFault, isInstalled } from "../../src/cli/setup.mjs";

describe("findNodeFault(version)", () => {
  test.each(["v20.19.0", "v20.20.2", "v22.0.0", "v100.1.0"])("takes %s", (version) => {
    expect(findNodeFault(version)).toBeNull();
  });

  test.each(["v20.18.3", "v18.20.0", "v6.0.0"])("says how to mend %s", (version) => {
    expect(findNodeFault(version)).toBe(
      `Node: found ${version}\n  expected 20.19 or newer\n  to mend: install a current Node from https://nodejs.org, then run the command again\n`,
    );
  });
});

describe("isInstalled(root)", () => {
  let root = "";
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "installed-"));
    mkdirSync(join(root, "node_modules"));
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  const write = (file: string, packages: object) => {
    writeFileSync(join(root, file), JSON.stringify({ packages }));
  };
  const wanted = {
    "": { version: "0.1.0" },
    "node_modules/a": { version: "1.0.0", integrity: "sha512-a" },
    "node_modules/for-another-system": { version: "1.0.0", optional: true },
  };
  const a = wanted["node_modules/a"];

  test.each([
    ["what is named and no optional package", { "node_modules/a": a }, true],
    ["another version", { "node_modules/a": { ...a, version: "1.0.1" } }, false],
    ["other bytes", { "node_modules/a": { ...a, integrity: "sha512-b" } }, false],
    ["less", {}, false],
  ])("with %s", (_what, installed, expected) => {
    write("package-lock.json", wanted);
    write("node_modules/.package-lock.json", installed);
    expect(isInstalled(root)).toBe(expected);
  });

  test("is false where nothing is installed", () => {
    write("package-lock.json", wanted);
    expect(isInstalled(root)).toBe(false);
  });
});

describe("trimError(printed)", () => {
  test("keeps the message, and not the advice to report it", () => {
    const printed =
      "\nUnexpected error: src/a.md:3: found x\n  expected y\n\nTip: To see the full stack trace, run with the --debug flag.\n\nIf you think";
    expect(trimError(printed)).toBe("src/a.md:3: found x\n  expected y");
  });

  test("keeps everything that it does not know", () => {
    expect(trimError("node: bad option\n")).toBe("node: bad option");
  });
});
