import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildIn, copyTree, linkPackages } from "./copies.ts";
import { medianOf } from "./median.ts";
import { findPages } from "./pages.ts";

/** A clean build may take this many times as long as one of a bare site. */
const CLEAN_RATIO_ALLOWED = 3;
const CACHE = "src/.observablehq/cache";

export interface BuildSeconds {
  readonly clean: number;
  readonly warm: number;
}

export interface BuildComparison {
  readonly pages: number;
  readonly ours: BuildSeconds;
  readonly bare: BuildSeconds;
  readonly clean_ratio: number;
  readonly warm_ratio: number;
  readonly clean_ratio_allowed: number;
  readonly passed: boolean;
}

/**
 * Times builds of this site and of a bare Framework site with as many empty
 * pages and no loaders, one after the other; medians of `runs` of each.
 *
 * @param folder An empty folder; afterwards `ours/dist` in it is the built site.
 */
export async function compareBuilds(
  root: string,
  folder: string,
  runs: number,
): Promise<BuildComparison> {
  const ours = join(folder, "ours");
  const bare = join(folder, "bare");
  copyTree(root, ours);
  // The first build also warms the disk, and tells the number of pages and the pinned versions.
  await buildIn(ours);
  const pages = findPages(join(ours, "dist")).length;
  writeBareSite(root, bare, pages);
  copyPins(ours, bare);
  await buildIn(bare);

  const times = { ours: emptyTimes(), bare: emptyTimes() };
  for (let run = 0; run < runs; run += 1) {
    for (const [site, taken] of [
      [ours, times.ours],
      [bare, times.bare],
    ] as const) {
      forgetBuild(site);
      taken.clean.push(await buildIn(site));
      taken.warm.push(await buildIn(site));
    }
  }
  const medians = { ours: mediansOf(times.ours), bare: mediansOf(times.bare) };
  const clean_ratio = medians.ours.clean / medians.bare.clean;
  return {
    pages,
    ...medians,
    clean_ratio,
    warm_ratio: medians.ours.warm / medians.bare.warm,
    clean_ratio_allowed: CLEAN_RATIO_ALLOWED,
    passed: clean_ratio <= CLEAN_RATIO_ALLOWED,
  };
}

interface Times {
  readonly clean: number[];
  readonly warm: number[];
}

const emptyTimes = (): Times => ({ clean: [], warm: [] });

const mediansOf = ({ clean, warm }: Times): BuildSeconds => ({
  clean: medianOf(clean),
  warm: medianOf(warm),
});

/** Writes a Framework site of empty pages, set up like a new one but without a font host. */
export function writeBareSite(root: string, folder: string, pages: number): void {
  mkdirSync(join(folder, "src"), { recursive: true });
  linkPackages(root, folder);
  const scripts = { build: "observable build", dev: "observable preview --no-open" };
  const description = { private: true, type: "module", scripts };
  writeFileSync(join(folder, "package.json"), JSON.stringify(description));
  writeFileSync(
    join(folder, "observablehq.config.js"),
    'export default { root: "src", title: "Bare", globalStylesheets: [] };\n',
  );
  for (let page = 0; page < pages; page += 1) {
    const name = page === 0 ? "index" : `page-${page}`;
    writeFileSync(join(folder, "src", `${name}.md`), `# Page ${page}\n`);
  }
}

/** Pins the same versions of Framework's libraries, so that neither site asks the network. */
export function copyPins(from: string, to: string): void {
  const pins = join(from, CACHE, "_npm");
  if (existsSync(pins)) cpSync(pins, join(to, CACHE, "_npm"), { recursive: true });
}

/** Removes what a build leaves, but for the pins. */
function forgetBuild(site: string): void {
  rmSync(join(site, "dist"), { recursive: true, force: true });
  const cache = join(site, CACHE);
  if (!existsSync(cache)) return;
  for (const name of readdirSync(cache).filter((entry) => entry !== "_npm")) {
    rmSync(join(cache, name), { recursive: true, force: true });
  }
}
