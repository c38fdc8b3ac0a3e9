import { existsSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { finishPage } from "../notebook/finish.ts";
import { inlineStyle } from "../notebook/inline-style.ts";
import { startFramework, trimError } from "./framework.ts";
import { type Progress, openProgress } from "./progress.ts";

const TARGET = "dist";
const NEW = ".dist-new";
const OLD = ".dist-old";

/** What Framework is at, in its order, and the words with which lines then begin. */
const STEPS = [
  { step: "Reading pages", words: ["load"] },
  { step: "Running loaders, copying files", words: ["copy"] },
  { step: "Bundling scripts and styles", words: ["bundle", "build"] },
  { step: "Writing pages", words: ["render"] },
] as const;

/** Builds the site into dist/, which changes only when all of it is there. */
async function build(progress: Progress): Promise<void> {
  restoreTarget();
  progress.step("Reading tables");
  await runFramework(progress);
  progress.step("Finishing pages");
  const pages = findFiles(NEW).filter((file) => file.endsWith(".html"));
  finishPages(pages);
  replaceTarget();
  progress.end();
  process.stdout.write(`Built ${pages.length} pages into ${TARGET}/\n`);
}

/** A build that was killed between two renames left the old site under another name. */
function restoreTarget(): void {
  if (!existsSync(TARGET) && existsSync(OLD)) renameSync(OLD, TARGET);
}

function replaceTarget(): void {
  rmSync(OLD, { recursive: true, force: true });
  if (existsSync(TARGET)) renameSync(TARGET, OLD);
  renameSync(NEW, TARGET);
  rmSync(OLD, { recursive: true, force: true });
}

function findFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Finishes pages, and leaves out the copies of downloads that none of them names any more. */
function finishPages(files: readonly string[]): void {
  const styleOf = (name: string) => readFileSync(join(NEW, "_import", name), "utf8");
  const pages = files.map((file) => finishPage(inlineStyle(readFileSync(file, "utf8"), styleOf)));
  files.forEach((file, at) => {
    writeFileSync(file, pages[at] ?? "");
  });
  const copies = join(NEW, "_file");
  if (!existsSync(copies)) return;
  for (const copy of findFiles(copies)) {
    const address = copy.slice(NEW.length).replaceAll("\\", "/");
    if (!pages.some((html) => html.includes(address))) rmSync(copy);
  }
  for (const folder of readdirSync(copies).map((name) => join(copies, name)))
    if (findFiles(folder).length === 0) rmSync(folder, { recursive: true });
}

/** Follows what Framework prints; a word of an earlier step, as it runs a loader, is a detail. */
function followSteps(progress: Progress): (printed: string) => void {
  let at = -1;
  return (printed) => {
    const [word, what = ""] = (printed.trimEnd().split("\n").at(-1) ?? "").split(" ");
    const next = STEPS.findIndex(({ words }) => words.some((one) => one === word));
    if (next === -1) return;
    at = Math.max(at, next);
    progress.step(STEPS[at]?.step ?? "");
    progress.detail(what);
  };
}

/** Runs `observable build`; of what it prints, only warnings and errors are passed on. */
async function runFramework(progress: Progress): Promise<void> {
  const child = startFramework(["build"], {
    stdio: ["ignore", "pipe", "pipe"],
    environment: { SITE_OUTPUT: NEW },
  });
  const stop = (signal: NodeJS.Signals) => {
    child.kill(signal);
    process.exit(1);
  };
  process.once("SIGINT", stop).once("SIGTERM", stop);
  let said = "";
  child.stdout?.setEncoding("utf8").on("data", followSteps(progress));
  child.stderr?.setEncoding("utf8").on("data", (text: string) => (said += text));
  const status = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject).on("close", resolve);
  });
  if (status !== 0) throw new BuildFault(trimError(said));
  process.stderr.write(said);
}

/** What stopped Framework, in its words. */
class BuildFault extends Error {}

process.chdir(join(import.meta.dirname, "../.."));
const progress = openProgress();
try {
  await build(progress);
} catch (error) {
  progress.end();
  rmSync(NEW, { recursive: true, force: true });
  if (!(error instanceof BuildFault)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
