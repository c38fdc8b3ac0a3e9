/**
 * Makes a clone ready to run: checks Node, and installs what package-lock.json
 * names unless it is installed already.
 *
 * Plain JavaScript without dependencies: it runs before anything is installed.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** The oldest Node that runs all of this; package.json says the same. */
const OLDEST = [20, 19];

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Says what is wrong with a version of Node.
 *
 * @param {string} version "v18.2.0"
 * @returns {string | null} A fault in three lines; null when it is new enough.
 */
export function findNodeFault(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, "").split(".").map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return null;
  return [
    `Node: found ${version}`,
    `  expected ${OLDEST.join(".")} or newer`,
    "  to mend: install a current Node from https://nodejs.org, then run the command again\n",
  ].join("\n");
}

/**
 * Whether what is installed is what the lock file names.
 *
 * npm writes the lock of an installation into node_modules; what differs between
 * systems (optional packages that were left out) is no difference.
 *
 * @param {string} root Folder of the project.
 */
export function isInstalled(root) {
  const wanted = readPackages(join(root, "package-lock.json"));
  const installed = readPackages(join(root, "node_modules/.package-lock.json"));
  if (!wanted || !installed) return false;
  return Object.entries(wanted).every(([path, { version, integrity, optional }]) => {
    const found = installed[path];
    if (path === "" || (optional && !found)) return true;
    return found?.version === version && found?.integrity === integrity;
  });
}

/**
 * @typedef {{version?: string, integrity?: string, optional?: boolean}} Package
 * @param {string} file
 * @returns {Record<string, Package> | null}
 */
function readPackages(file) {
  if (!existsSync(file)) return null;
  const lock = /** @type {{packages: Record<string, Package>}} */ (
    JSON.parse(readFileSync(file, "utf8"))
  );
  return lock.packages;
}

function main() {
  const fault = findNodeFault(process.version);
  if (fault) {
    process.stderr.write(fault);
    return 1;
  }
  if (isInstalled(ROOT)) return 0;
  process.stdout.write("Installing packages (npm ci)\n");
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  return spawnSync(npm, ["ci"], { cwd: ROOT, stdio: "inherit", shell: npm !== "npm" }).status ?? 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) process.exitCode = main();
