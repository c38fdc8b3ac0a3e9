import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Browser, Page } from "playwright-core";
import { copyPins, writeBareSite } from "./builds.ts";
import { copyTree } from "./copies.ts";
import { medianOf } from "./median.ts";

/** A part of a file, what takes its place, and the words that a reader then sees. */
export interface Edit {
  readonly file: string;
  readonly part: RegExp;
  readonly replacement: string;
  readonly text: string;
}

/** A preview of a site with a page of it open in a browser. */
export interface Preview {
  readonly page: Page;
  readonly open: (path: string) => Promise<void>;
  /** Makes an edit and waits until the open page shows it; milliseconds that this took. */
  readonly edit: (edit: Edit) => Promise<number>;
  readonly close: () => Promise<void>;
}

/**
 * Nobody edits again before the page has settled. The preview watches files anew after each
 * edit; on a busy machine one that came after a second was not seen.
 */
const SETTLED_MS = 3000;

async function findPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return address.port;
}

async function openPage(page: Page, address: string): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (await page.goto(address).catch(() => null)) return;
    await sleep(200);
  }
  throw new Error(`Nothing answers at ${address}`);
}

async function editIn(folder: string, page: Page, edit: Edit): Promise<number> {
  const path = join(folder, edit.file);
  const before = readFileSync(path, "utf8");
  if (!edit.part.test(before)) throw new Error(`${edit.file} has no ${edit.part.source}`);
  await sleep(SETTLED_MS);
  const start = performance.now();
  writeFileSync(path, before.replace(edit.part, edit.replacement));
  await page.waitForFunction((wanted) => document.body.innerText.includes(wanted), edit.text, {
    polling: 50,
    timeout: 60_000,
  });
  return performance.now() - start;
}

async function end(preview: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => preview.on("close", resolve));
  if (preview.pid !== undefined) process.kill(-preview.pid, "SIGTERM");
  await ended;
}

/**
 * Starts `npm run dev` in a folder, and opens a page as soon as it answers.
 *
 * @throws Error when nothing answers within a minute.
 */
export async function startPreview(
  browser: Browser,
  folder: string,
  path: string,
): Promise<Preview> {
  const origin = `http://127.0.0.1:${String(await findPort())}`;
  const { port } = new URL(origin);
  const preview = spawn("npm", ["run", "--silent", "dev", "--", "--port", port], {
    cwd: folder,
    env: { ...process.env, OBSERVABLE_TELEMETRY_DISABLE: "1" },
    stdio: "ignore",
    detached: true,
  });
  const page = await browser.newPage();
  const open = (to: string) => openPage(page, `${origin}${to}`);
  await open(path);
  return {
    page,
    open,
    edit: (edit) => editIn(folder, page, edit),
    async close() {
      await page.close();
      await end(preview);
    },
  };
}

/** What is edited on the page of sources: a table, a module, the page itself. */
export const EDITS = {
  tables: (text: string): Edit => ({
    ...{
      file: "data/sources.csv",
      part: /^(s_\w+,core,)([^,"]+)/m,
      replacement: `$1${text}`,
      text,
    },
  }),
  module: (text: string): Edit => ({
    ...{ file: "src/notebook/frame.ts", part: /TITLE = "([^"]*)"/, text },
    replacement: `TITLE = "${text}"`,
  }),
  page: (text: string): Edit => ({
    ...{ file: "src/sources.md", part: /$/, replacement: `\n\n${text}\n`, text },
  }),
} as const;

/** Milliseconds from an edit to the sight of it; the ratio is to the same in a bare site. */
export interface PreviewComparison {
  readonly tables_ms: number;
  readonly module_ms: number;
  readonly page_ms: number;
  readonly bare_page_ms: number;
  readonly tables_ratio: number;
  readonly module_ratio: number;
  readonly page_ratio: number;
}

const RUNS = 5;

/** The words of each edit are its own: those of another may still be on the page. */
async function medianEdit(
  preview: Preview,
  kind: keyof typeof EDITS,
  file?: string,
): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const edit = EDITS[kind](`Edit ${String(run)} of ${kind}`);
    times.push(await preview.edit({ ...edit, file: file ?? edit.file }));
  }
  return medianOf(times);
}

/**
 * Times edits in a preview of this site, and edits of a page in one of a bare
 * Framework site with a single page: medians of five.
 *
 * @param folder An empty folder.
 */
export async function comparePreviews(
  browser: Browser,
  root: string,
  folder: string,
): Promise<PreviewComparison> {
  const [ours, bare] = [join(folder, "ours"), join(folder, "bare")];
  copyTree(root, ours);
  const own = await startPreview(browser, ours, "/sources");
  const tables_ms = await medianEdit(own, "tables");
  const module_ms = await medianEdit(own, "module");
  const page_ms = await medianEdit(own, "page");
  await own.close();
  writeBareSite(root, bare, 1);
  copyPins(ours, bare);
  const other = await startPreview(browser, bare, "/");
  const bare_page_ms = await medianEdit(other, "page", "src/index.md");
  await other.close();
  return {
    ...{ tables_ms, module_ms, page_ms, bare_page_ms },
    tables_ratio: tables_ms / bare_page_ms,
    module_ratio: module_ms / bare_page_ms,
    page_ratio: page_ms / bare_page_ms,
  };
}
