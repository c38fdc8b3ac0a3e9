import { fileURLToPath } from "node:url";
import type { Folder } from "./table.ts";
import { pathFromUser } from "./where-run.ts";

/** The folder of tables: DATA_DIR, else data/ of this project, wherever the command is run. */
export function dataFolder(): string | Folder {
  const named = process.env["DATA_DIR"] ?? "";
  if (named === "") return fileURLToPath(new URL("../../data/", import.meta.url));
  return {
    path: pathFromUser(named),
    name: named.replace(/(?<=.)\/+$/u, ""),
  };
}
