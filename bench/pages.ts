import { readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";

/**
 * Lists the addresses of all HTML pages of a built site, in order.
 *
 * @returns Paths as a reader types them: "/", "/shell-counts", "/sources/a_000".
 */
export function findPages(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".html"))
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)))
    .map(
      (file) =>
        `/${file
          .split(sep)
          .join("/")
          .replace(/\.html$/, "")}`,
    )
    .map((path) => path.replace(/\/index$/, "/"))
    .sort();
}
