/**
 * Finds the Chromium that the page tests and the bench drive, or installs one.
 *
 * Plain JavaScript without dependencies: it runs before TypeScript can.
 * On Debian as root the distribution's package is installed, without questions.
 */
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

const APPLICATIONS = [
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/**
 * Finds an installed Chromium: the one that `CHROMIUM` names, else one on the PATH.
 *
 * @param {Readonly<Record<string, string | undefined>>} environment Usually `process.env`.
 * @returns {string | null} Path of a program; null when there is none.
 */
export function findChromium(environment) {
  if (environment.CHROMIUM) return isProgram(environment.CHROMIUM) ? environment.CHROMIUM : null;
  const folders = (environment.PATH ?? "").split(delimiter).filter(Boolean);
  const candidates = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...candidates, ...APPLICATIONS].find(isProgram) ?? null;
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Installs Debian's Chromium.
 *
 * @returns {string | null} What went wrong; null when it is installed.
 */
function installChromium() {
  if (!existsSync("/etc/debian_version")) return "this is not a Debian system";
  if (process.getuid?.() !== 0) return "only root may install packages";
  process.stderr.write(
    "No Chromium found: installing Debian's package chromium (a minute or two)\n",
  );
  // A failing update is not final: the lists at hand may still name a package that can be had.
  runApt(["update", "-qq"]);
  const install = runApt([
    "install",
    "-y",
    "-qq",
    "--no-install-recommends",
    "-o",
    "DPkg::Lock::Timeout=300",
    "chromium",
  ]);
  return install.status === 0 ? null : `apt-get install chromium failed:\n${install.output}`;
}

/** @param {string[]} parameters */
function runApt(parameters) {
  const run = spawnSync("apt-get", parameters, {
    stdio: ["ignore", "pipe", "pipe"],
    encoding: "utf8",
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
  return { status: run.status, output: run.error?.message ?? (run.stdout + run.stderr).trim() };
}

function main() {
  if (findChromium(process.env)) return 0;
  const named = process.env.CHROMIUM;
  const problem = named ? "that is not a program" : installChromium();
  if (!problem && findChromium(process.env)) return 0;
  process.stderr.write(
    [
      named ? `CHROMIUM: found "${named}", but ${problem}` : `Chromium: not found, and ${problem}`,
      `  expected a Chromium or Chrome: one of ${NAMES.join(", ")} on the PATH`,
      "  to mend: install one, or set CHROMIUM to the path of the program\n",
    ].join("\n"),
  );
  return 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) process.exitCode = main();
