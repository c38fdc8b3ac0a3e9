import type { Cells } from "../../entry/cells.ts";

/** What the text itself gives, and the language, which has a flag of its own. */
const NO_FLAG = ["sha256", "characters", "language"];

/** Where texts lie, and where no commit takes them along. */
export const FOLDER = "data/articles";

/** A word as a POSIX shell takes it, whatever it holds. */
const quoted = (word: string): string =>
  /^[\w.,:/@%+=-]+$/u.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;

/**
 * The command that puts a text and its sheet into the tables.
 *
 * @param source The document's row; cells that are empty need no flag.
 * @example commandFor({ id: "s_a", language: "de" }) // => "npm run source:add -- data/articles/s_a.txt --lang de --from data/articles/s_a.csv --id s_a"
 */
export function commandFor(source: Cells): string {
  const { id = "", language = "" } = source;
  const flags = Object.entries(source).flatMap(([column, cell]) =>
    cell === "" || NO_FLAG.includes(column)
      ? []
      : [`--${column.replaceAll("_", "-")} ${quoted(cell)}`],
  );
  const start = `npm run source:add -- ${quoted(`${FOLDER}/${id}.txt`)} --lang ${quoted(language)}`;
  return [start, `--from ${quoted(`${FOLDER}/${id}.csv`)}`, ...flags].join(" ");
}
