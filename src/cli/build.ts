import { existsSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { finishPage } from "../notebook/finish.ts";
import { inlineStyle } from "../notebook/inline-style.ts";
import { startFramework, trimError } from "./framework.ts";
import { clearLoaderOutputs } from "./loader-cache.ts";

const TARGET = "dist";
const NEW = ".dist-new";
const OLD = ".dist-old";

/** Builds the site into dist/, which changes only when all of it is there. */
async function build(): Promise<void> {
  restoreTarget();
  clearLoaderOutputs();
  await runFramework();
  const pages = findPages();
  const styleOf = (name: string) => readFileSync(join(NEW, "_import", name), "utf8");
  for (const page of pages)
    writeFileSync(page, finishPage(inlineStyle(readFileSync(page, "utf8"), styleOf)));
  replaceTarget();
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

function findPages(): string[] {
  const files = readdirSync(NEW, { recursive: true, encoding: "utf8" });
  return files.filter((file) => file.endsWith(".html")).map((file) => join(NEW, file));
}

/** Runs `observable build`; of what it prints, only warnings and errors are passed on. */
async function runFramework(): Promise<void> {
  const child = startFramework(["build"], {
    stdio: ["ignore", "pipe", "pipe"],
    environment: { SITE_OUTPUT: NEW },
  });
  const stop = (signal: NodeJS.Signals) => {
    child.kill(signal);
    process.exit(1);
  };
  process.once("SIGINT", stop).once("SIGTERM", stop);
  const printed = { out: "", err: "" };
  child.stdout?.setEncoding("utf8").on("data", (text: string) => (printed.out += text));
  child.stderr?.setEncoding("utf8").on("data", (text: string) => (printed.err += text));
  const status = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject).on("close", resolve);
  });
  if (status !== 0) throw new BuildFault(trimError(printed.err));
  // Framework knows no links to files; a test follows all links of the built site.
  process.stderr.write(printed.err.replace(/^Warning: \d+ broken links? .*\n/m, ""));
}

/** What stopped Framework, in its words. */
class BuildFault extends Error {}

process.chdir(join(import.meta.dirname, "../.."));
try {
  await build();
} catch (error) {
  rmSync(NEW, { recursive: true, force: true });
  if (!(error instanceof BuildFault)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
