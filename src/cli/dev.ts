import { type FSWatcher, utimesSync, watch } from "node:fs";
import { join } from "node:path";
import { startFramework } from "./framework.ts";
import { clearLoaderOutputs } from "./loader-cache.ts";

const CONFIGURATION = "observablehq.config.ts";

/** Editors write a file in several steps; the last one counts. */
const SETTLED_MS = 60;

/**
 * Makes a running preview read the tables and modules again.
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

/** Calls `refreshPreview` after the last of several changes below a folder. */
function follow(folder: string, concerns: (file: string) => boolean): FSWatcher {
  let timer: NodeJS.Timeout | undefined;
  return watch(folder, { recursive: true }, (_event, file) => {
    if (file === null || !concerns(file)) return;
    clearTimeout(timer);
    timer = setTimeout(refreshPreview, SETTLED_MS);
  });
}

process.chdir(join(import.meta.dirname, "../.."));
clearLoaderOutputs();
const watchers = [
  follow("data", (file) => file.endsWith(".csv")),
  follow("src", (file) => file.endsWith(".ts") && !file.startsWith(".observablehq")),
];
const preview = startFramework(["preview", "--no-open", ...process.argv.slice(2)], "inherit", {
  SITE_PREVIEW: "yes",
});
preview.on("close", (status) => {
  for (const watcher of watchers) watcher.close();
  process.exitCode = status ?? 1;
});
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => preview.kill(signal));
