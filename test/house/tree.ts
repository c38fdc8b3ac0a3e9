import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

/** Lists the files that are committed, or would be: everything that is not ignored. */
export function listFiles(): string[] {
  return execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    encoding: "utf8",
  })
    .split("\0")
    .filter((file) => file !== "" && existsSync(file));
}

/** Reads a text file of the tree, from its root. */
export function readText(file: string): string {
  return readFileSync(file, "utf8");
}
