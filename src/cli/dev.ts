import { readdirSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { startFramework } from "./framework.ts";
import { clearLoaderOutputs } from "./loader-cache.ts";

const CONFIGURATION = "observablehq.config.ts";

/**
 * Looking is cheaper than it seems (some hundred files), and sees what Node's
 * watchers of folders miss: files that an editor or git puts in place of others.
 */
const LOOK_EVERY_MS = 150;

/** By then Framework watches the files of a page that it has welcomed. */
const WATCHED_AFTER_MS = 300;

process.chdir(join(import.meta.dirname, "../.."));
clearLoaderOutputs();
const preview = startFramework(["preview", "--no-open", ...process.argv.slice(2)], {
  stdio: ["ignore", "pipe", "inherit"],
  environment: { SITE_PREVIEW: "yes" },
  node: ["--import", new URL("fresh-modules.mjs", import.meta.url).href],
});

/** Whether anything changed since a page last connected. */
let hasChanged = false;

/**
 * Makes the running preview read the tables and modules again.
 *
 * Framework watches its pages and its configuration, not what they are made
 * from. A touched configuration is read again with all modules, and every open
 * page then reloads itself.
 */
function refreshPreview(): void {
  clearLoaderOutputs();
  const now = new Date();
  utimesSync(CONFIGURATION, now, now);
}

/** The files of one kind below data/ and src/, each with its size and the time of its last change. */
function listFiles(kind: RegExp): string {
  const lines = ["data", "src"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => kind.test(file) && !file.startsWith(".observablehq"))
      .map((file) => {
        const found = statSync(join(folder, file), { throwIfNoEntry: false });
        return `${file} ${found?.size ?? 0} ${found?.mtimeMs ?? 0}`;
      }),
  );
  return lines.join("\n");
}

const seen = { pages: listFiles(/\.md$/), rest: listFiles(/\.(csv|ts)$/) };

function look(): void {
  const now = { pages: listFiles(/\.md$/), rest: listFiles(/\.(csv|ts)$/) };
  hasChanged ||= now.pages !== seen.pages || now.rest !== seen.rest;
  if (now.rest !== seen.rest) refreshPreview();
  Object.assign(seen, now);
}

/**
 * Framework reads a page, welcomes it, and watches its files only then: a change
 * in between would be lost, so it is made known once more.
 */
function followPages(printed: string): void {
  if (printed.includes("socket open")) hasChanged = false;
  if (!printed.includes("type: 'welcome'")) return;
  setTimeout(() => {
    if (hasChanged) refreshPreview();
  }, WATCHED_AFTER_MS);
}

const watch = setInterval(look, LOOK_EVERY_MS);
preview.stdout?.setEncoding("utf8").on("data", (printed: string) => {
  process.stdout.write(printed);
  followPages(printed);
});
preview.on("close", (status) => {
  clearInterval(watch);
  process.exitCode = status ?? 1;
});
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => preview.kill(signal));
