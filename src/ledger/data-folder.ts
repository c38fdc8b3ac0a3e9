import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Folder } from "./table.ts";

/**
 * The folder of tables: DATA_DIR, else data/ of this project, wherever the command is run.
 *
 * npm changes into the project before it runs a command; where the user was is INIT_CWD.
 */
export function dataFolder(): string | Folder {
  const named = process.env["DATA_DIR"] ?? "";
  if (named === "") return fileURLToPath(new URL("../../data/", import.meta.url));
  return {
    path: resolve(process.env["INIT_CWD"] ?? "", named),
    name: named.replace(/(?<=.)\/+$/u, ""),
  };
}
