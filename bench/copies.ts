import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, sep } from "node:path";

/** What a copy leaves behind: made by tools, private, or not part of a build. */
const LEFT_OUT = new Set([
  ".ci",
  ".git",
  "bench",
  "coverage",
  "dist",
  "node_modules",
  "test",
  "data/articles",
]);
const CACHE = "src/.observablehq/cache";

/** Makes an empty folder, hands it on, and removes it whatever happens. */
export async function inTemporaryFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "contested-counts-"));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Copies what a build needs, so that it neither disturbs the working tree nor
 * sees its caches. Packages are linked, the pins of library versions kept.
 */
export function copyTree(root: string, target: string): void {
  cpSync(root, target, {
    recursive: true,
    filter: (path) => {
      const inside = relative(root, path).split(sep).join("/");
      if (inside.startsWith(`${CACHE}/`)) return inside.startsWith(`${CACHE}/_npm`);
      return !LEFT_OUT.has(inside);
    },
  });
  linkPackages(root, target);
}

/** Lets a folder elsewhere use the installed packages of this one. */
export function linkPackages(root: string, target: string): void {
  mkdirSync(target, { recursive: true });
  symlinkSync(join(root, "node_modules"), join(target, "node_modules"), "dir");
}

/** A build that failed, with all that it printed. */
export class BuildFault extends Error {}

/**
 * Runs `npm run build` in a folder.
 *
 * @returns Seconds that it took.
 * @throws BuildFault when the build fails.
 */
export async function buildIn(folder: string): Promise<number> {
  const start = performance.now();
  const printed: Buffer[] = [];
  const status = await new Promise<number | null>((resolve, reject) => {
    const build = spawn("npm", ["run", "--silent", "build"], {
      cwd: folder,
      env: { ...process.env, OBSERVABLE_TELEMETRY_DISABLE: "1" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    build.stdout.on("data", (chunk: Buffer) => printed.push(chunk));
    build.stderr.on("data", (chunk: Buffer) => printed.push(chunk));
    build.on("error", reject);
    build.on("close", resolve);
  });
  if (status !== 0) {
    throw new BuildFault(Buffer.concat(printed).toString().trim());
  }
  return (performance.now() - start) / 1000;
}
