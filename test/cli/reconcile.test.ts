import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { tableFolder } from "../fixtures/folder.ts";
import { programOf } from "./program.ts";

const TSX = pathToFileURL(resolve("node_modules/tsx/dist/loader.mjs")).href;
const COMMAND = resolve("src/cli/reconcile.ts");
const program = programOf(COMMAND);

describe("npm run reconcile, as a process", () => {
  test("reads data/ of the project wherever it is run", () => {
    const words = ["--import", TSX, COMMAND, "--metric", "m_", "--as-of", "2024-10-03"];
    const { status, stderr } = spawnSync(process.execPath, words, {
      cwd: tmpdir(),
      encoding: "utf8",
      env: { ...process.env, DATA_DIR: "" },
    });
    expect(status).toBe(2);
    expect(stderr).toContain("expected an id of metrics.csv");
  });

  test("ends quietly when its reader has seen enough", () => {
    const pipe = `"${process.execPath}" "${program}" --metric m_count --as-of 2001-06-01 | true`;
    const { stderr } = spawnSync("sh", ["-c", pipe], {
      encoding: "utf8",
      env: { ...process.env, DATA_DIR: tableFolder().path },
    });
    expect(stderr).toBe("");
  });
});
