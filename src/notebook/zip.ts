import { strToU8, zipSync } from "fflate";
import type { Files } from "../published/files.ts";

/** The first day that a zip can name, and no clock; in local time, as a zip has it. */
const DAY = new Date(1980, 0, 1);

/**
 * Files as a zip archive, stored as they are: the same files give the same bytes,
 * whatever library compresses on a machine.
 *
 * Framework unpacks `data/claims.csv` from what `src/data.zip.ts` prints, so that all
 * tables come from one process and one reading of the facts.
 */
export function zipOf(files: Files): Uint8Array {
  const contents = [...files].map(
    ([path, content]) => [path, typeof content === "string" ? strToU8(content) : content] as const,
  );
  return zipSync(Object.fromEntries(contents), { level: 0, mtime: DAY });
}
