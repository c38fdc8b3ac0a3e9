import { fileURLToPath } from "node:url";

/** The folder of tables: DATA_DIR, else data/ of this project, wherever the command is run. */
export function dataFolder(): string {
  const named = process.env["DATA_DIR"] ?? "";
  return named === "" ? fileURLToPath(new URL("../../data/", import.meta.url)) : named;
}
