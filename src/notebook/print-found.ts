/** The parameters of a loader's address, as Framework hands them over: `--table=claims`. */
export type Parameters = Readonly<Record<"table" | "figure" | "module", string>>;

/**
 * Prints one file: all that a data loader does.
 *
 * @param find The file's text or bytes; undefined when nothing of that name is published.
 */
export function printFound(
  find: (parameters: Parameters) => string | Uint8Array | undefined,
): void {
  const given = process.argv.slice(2);
  const pairs = given.map((argument) => /^--(\w+)=(.*)$/s.exec(argument)?.slice(1) ?? []);
  const content = find(Object.fromEntries(pairs) as Parameters);
  if (content === undefined) {
    process.stderr.write(`Nothing is published as ${given.join(" ")}\n`);
    process.exitCode = 1;
    return;
  }
  process.stdout.write(content);
}
