/** `npm run figures`: every figure of a text, with its offsets, for a person to judge. */
import { formatFault, showCell } from "../ledger/faults.ts";
import type { Figure, Language } from "../scan/figure.ts";
import { findFigures } from "../scan/find.ts";
import { runCommand } from "./command.ts";
import { STANDARD_INPUT, readDocument } from "./document.ts";
import { formatFigures } from "./figures/lines.ts";
import { parseFlags } from "./flags.ts";
import { WrongUse } from "./wrong-use.ts";

const HELP = `npm run --silent figures -- FILE --lang de|en [--json]

Finds every figure in a text and prints one line for each: line:column, offsets
in code points, "claim" or "-", kind, value, the figure, and what stands around it.

  FILE         a text in UTF-8; - reads standard input
  --lang CODE  language of the text, de or en: 6.700 differs between the two
  --json       prints an array of {start, end, text, kind, claim, low, high,
               bound, hedge, unit}; an open end is null

Exits 0, 1 when the text cannot be read, 2 on wrong use.
`;

interface CommandLine {
  readonly files: readonly string[];
  readonly flags: readonly string[];
}

/** Takes the names of files out of a command line: what is no flag and no flag's value. */
function splitWords(words: readonly string[]): CommandLine {
  const isValue = (at: number): boolean => words[at - 1] === "--lang";
  const isFile = (word: string, at: number): boolean =>
    (word === STANDARD_INPUT || !word.startsWith("-")) && !isValue(at);
  return {
    files: words.filter(isFile),
    flags: words.filter((word, at) => !isFile(word, at)),
  };
}

function readLanguage(code: string | undefined): Language {
  if (code === "de" || code === "en") return code;
  throw new WrongUse({
    place: "--lang",
    found: code === undefined ? "nothing" : showCell(code),
    expected: "de or en",
    mend: "add --lang de for a German text, --lang en for an English one",
  });
}

function readFile(files: readonly string[]): string {
  const [file, second] = files;
  if (file !== undefined && second === undefined) return file;
  throw new WrongUse({
    place: file === undefined ? "FILE" : showCell(second ?? ""),
    found: file === undefined ? "nothing" : "a second file",
    expected: "the name of one file, or - for standard input",
    mend: file === undefined ? "add the file" : "scan one file at a time",
  });
}

/** What the promise of `--json` names, and nothing more. */
const toJson = (figure: Figure): Omit<Figure, "noun"> => ({
  start: figure.start,
  end: figure.end,
  text: figure.text,
  kind: figure.kind,
  claim: figure.claim,
  low: figure.low,
  high: figure.high,
  bound: figure.bound,
  hedge: figure.hedge,
  unit: figure.unit,
});

function figures(words: readonly string[]): string {
  const { files, flags: given } = splitWords(words);
  const flags = parseFlags(given, { lang: "once", json: "switch", help: "switch" });
  if (flags.has("help")) return HELP;
  const file = readFile(files);
  const language = readLanguage(flags.get("lang")?.[0]);
  const text = readDocument(file);
  if (typeof text !== "string") {
    process.stderr.write(`${formatFault(text)}\n`);
    process.exitCode = 1;
    return "";
  }
  const found = findFigures(text, language);
  return flags.has("json")
    ? `${JSON.stringify(found.map(toJson), null, 2)}\n`
    : formatFigures(text, found);
}

runCommand(() => figures(process.argv.slice(2)));
