/**
 * Finds the Chromium that the page tests and the bench drive, or installs one.
 * With `--shell` one without windows is installed even where there is a whole one:
 * the page tests take half the time in it.
 *
 * Plain JavaScript without dependencies: it runs before TypeScript can.
 * On Debian as root the distribution's package is installed, without questions.
 */
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { basename, delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

/** Chromium without windows: the same engine, of which a page of the tests costs half the time. */
const SHELLS = ["chromium-headless-shell", "chrome-headless-shell"];

const APPLICATIONS = [
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/**
 * Finds an installed Chromium: the one that `CHROMIUM` names, else one on the PATH.
 *
 * @param {Readonly<Record<string, string | undefined>>} environment Usually `process.env`.
 * @param {{readonly prefersShell?: boolean}} [wish] Whether one without windows is looked for
 *   first, and not last.
 * @returns {string | null} Path of a program; null when there is none.
 */
export function findChromium(environment, { prefersShell = false } = {}) {
  if (environment.CHROMIUM) return isProgram(environment.CHROMIUM) ? environment.CHROMIUM : null;
  const folders = (environment.PATH ?? "").split(delimiter).filter(Boolean);
  const onPath = (/** @type {readonly string[]} */ names) =>
    names.flatMap((name) => folders.map((folder) => join(folder, name)));
  const whole = [...onPath(NAMES), ...APPLICATIONS];
  const shells = onPath(SHELLS);
  return (prefersShell ? [...shells, ...whole] : [...whole, ...shells]).find(isProgram) ?? null;
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
 * Installs a Chromium of Debian.
 *
 * @param {string} name Name of the package.
 * @returns {string | null} What went wrong; null when it is installed.
 */
function installPackage(name) {
  if (!existsSync("/etc/debian_version")) return "this is not a Debian system";
  if (process.getuid?.() !== 0) return "only root may install packages";
  process.stderr.write(`Installing Debian's package ${name} (a minute or two)\n`);
  // A failing update is not final: the lists at hand may still name a package that can be had.
  runApt(["update", "-qq"]);
  const install = runApt([
    "install",
    "-y",
    "-qq",
    "--no-install-recommends",
    "-o",
    "DPkg::Lock::Timeout=300",
    name,
  ]);
  return install.status === 0 ? null : `apt-get install ${name} failed:\n${install.output}`;
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

/** Installs one without windows, or where Debian has none, a whole Chromium; says what went wrong. */
function installAny() {
  const problem = installPackage("chromium-headless-shell");
  if (problem === null || findChromium(process.env)) return null;
  return installPackage("chromium");
}

/**
 * @param {boolean} prefersShell Whether one without windows is tried for where there is a whole
 *   one already (`--shell`).
 */
function main(prefersShell) {
  const named = process.env.CHROMIUM;
  const found = findChromium(process.env, { prefersShell });
  if (found !== null && (!prefersShell || named || SHELLS.includes(basename(found)))) return 0;
  const problem = named ? "that is not a program" : installAny();
  if (!problem && findChromium(process.env)) return 0;
  process.stderr.write(
    [
      named ? `CHROMIUM: found "${named}", but ${problem}` : `Chromium: not found, and ${problem}`,
      `  expected a Chromium or Chrome: one of ${[...NAMES, ...SHELLS].join(", ")} on the PATH`,
      "  to mend: install one, or set CHROMIUM to the path of the program\n",
    ].join("\n"),
  );
  return 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href)
  process.exitCode = main(process.argv.includes("--shell"));
