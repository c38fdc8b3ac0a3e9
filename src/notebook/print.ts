import { openPublication } from "./publication.ts";
import type { Publication } from "./publication-types.ts";

/** The parameters of a loader's address, as Framework hands them over: `--table=claims`. */
type Parameters = Record<string, string> & { readonly table: string; readonly figure: string };

/**
 * Prints one published file: all that a data loader does.
 *
 * @param find Picks the file; undefined when nothing of that name is published.
 */
export function printPublished(
  find: (publication: Publication, parameters: Parameters) => string | Uint8Array | undefined,
): void {
  const given = process.argv.slice(2);
  const pairs = given.map((argument) => /^--(\w+)=(.*)$/s.exec(argument)?.slice(1) ?? []);
  const parameters = Object.fromEntries(pairs) as Parameters;
  const content = find(openPublication(), parameters);
  if (content === undefined) {
    process.stderr.write(`Nothing is published as ${given.join(" ")}\n`);
    process.exitCode = 1;
    return;
  }
  process.stdout.write(content);
}
