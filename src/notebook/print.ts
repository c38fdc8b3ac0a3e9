import { openPublication } from "./publication.ts";
import type { Publication } from "./publication-types.ts";

/** The parameters of a loader's address, as Framework hands them over: `--table=claims`. */
type Parameters = Readonly<Record<"table" | "figure" | "module", string>>;

/**
 * Prints one published file: all that a data loader does.
 *
 * @param find Picks the file; undefined when nothing of that name is published.
 */
export function printPublished(
  find: (publication: Publication, parameters: Parameters) => string | undefined,
): void {
  const given = process.argv.slice(2);
  const pairs = given.map((argument) => /^--(\w+)=(.*)$/s.exec(argument)?.slice(1) ?? []);
  const parameters = Object.fromEntries(pairs) as Parameters;
  const text = find(openPublication(), parameters);
  if (text === undefined) {
    process.stderr.write(`Nothing is published as ${given.join(" ")}\n`);
    process.exitCode = 1;
    return;
  }
  process.stdout.write(text);
}
