import { readdirSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { startFramework } from "./framework.ts";

const CONFIGURATION = "observablehq.config.ts";

/**
 * Looking is cheaper than it seems (some hundred files), and sees what Node's
 * watchers of folders miss: files that an editor or git puts in place of others.
 */
const LOOK_EVERY_MS = 150;

/** How long a page may take to ask again before it is told once more; doubled each time. */
const PATIENCE_MS = 700;

process.chdir(join(import.meta.dirname, "../.."));
const preview = startFramework(["preview", "--no-open", ...process.argv.slice(2)], {
  stdio: ["ignore", "pipe", "inherit"],
  node: ["--import", new URL("fresh-modules.mjs", import.meta.url).href],
});

/**
 * Makes the running preview read the tables and modules again.
 *
 * Framework watches its pages and its configuration, not what they are made
 * from. A touched configuration is read again with all modules, and every open
 * page then reloads itself.
 */
function refreshPreview(): void {
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

/**
 * What is known of the open page, from what the preview prints. Its connections are
 * counted: when it reloads, the new one may open before the old one is said to be closed.
 */
const page = { connections: 0, isWatched: false, lacksChange: false, lacksUpdate: false };
let patience = PATIENCE_MS;
let toldAt = 0;

function look(): void {
  const now = { pages: listFiles(/\.md$/), rest: listFiles(/\.(csv|ts)$/) };
  // Framework follows the file of a page by itself, but not before it has welcomed the page.
  const isPageNew = now.pages !== seen.pages;
  const isMissed = now.rest !== seen.rest || (isPageNew && !page.isWatched);
  Object.assign(seen, now);
  if (isMissed) {
    page.lacksChange = true;
    patience = PATIENCE_MS;
    tellPage();
  } else if (isPageNew) {
    // Framework tells the page. On a busy machine it has been seen not to.
    page.lacksUpdate = true;
    patience = PATIENCE_MS;
    toldAt = Date.now();
  } else if (
    (page.lacksChange || page.lacksUpdate) &&
    page.connections > 0 &&
    Date.now() - toldAt > patience
  ) {
    // The page was not watched yet when it was told, or was not told at all.
    patience *= 2;
    tellPage();
  }
}

function tellPage(): void {
  toldAt = Date.now();
  refreshPreview();
}

function followPage(printed: string): void {
  if (/^GET \/(?!_)/.test(printed))
    Object.assign(page, { isWatched: false, lacksChange: false, lacksUpdate: false });
  if (printed.includes("type: 'update'")) page.lacksUpdate = false;
  if (printed.startsWith("socket open")) page.connections += 1;
  if (printed.startsWith("socket close")) page.connections -= 1;
  if (printed.includes("type: 'welcome'")) page.isWatched = true;
}

const watch = setInterval(look, LOOK_EVERY_MS);
if (preview.stdout)
  createInterface({ input: preview.stdout }).on("line", (line) => {
    process.stdout.write(`${line}\n`);
    followPage(line);
  });
preview.on("close", (status) => {
  clearInterval(watch);
  process.exitCode = status ?? 1;
});
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => preview.kill(signal));
