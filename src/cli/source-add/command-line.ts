import { showCell } from "../../ledger/faults.ts";
import { STANDARD_INPUT } from "../document.ts";
import { type FlagKind, type Flags, parseFlags } from "../flags.ts";
import { WrongUse } from "../wrong-use.ts";
import { particularFlags } from "./particulars.ts";

const KINDS: Readonly<Record<string, FlagKind>> = {
  ...particularFlags,
  proposals: "once",
  from: "once",
  "dry-run": "switch",
  "keep-text": "switch",
  "start-over": "switch",
  "insist-language": "switch",
  help: "switch",
};

/** What the command line says. */
export interface CommandLine {
  readonly file: string | null;
  readonly flags: Flags;
}

/** What stands behind a flag that is unknown is its value too, so that the flag is what is named. */
const takesValue = (word: string | undefined): boolean =>
  word?.startsWith("--") === true && !word.includes("=") && KINDS[word.slice(2)] !== "switch";

/** Tells the name of the text from flags and their values. */
export function readCommandLine(words: readonly string[]): CommandLine {
  const isFile = (word: string, at: number): boolean =>
    (word === STANDARD_INPUT || !word.startsWith("-")) && !takesValue(words[at - 1]);
  const [file = null, second] = words.filter(isFile);
  if (second !== undefined)
    throw new WrongUse({
      place: showCell(second),
      found: "a second file",
      expected: "the name of one file, or - for standard input",
      mend: "add one document at a time, and put values with spaces in quotes",
    });
  return {
    file,
    flags: parseFlags(
      words.filter((word, at) => !isFile(word, at)),
      KINDS,
    ),
  };
}

/** The name of the text and its language, without which nothing can be done. */
export function neededFrom({ file, flags }: CommandLine): {
  readonly file: string;
  readonly language: string;
} {
  const [language] = flags.get("lang") ?? [];
  if (file === null)
    throw new WrongUse({
      place: "FILE",
      found: "nothing",
      expected: "the name of the text, or - for standard input",
      mend: "add the file; npm run source:add -- --help says more",
    });
  if (language === undefined)
    throw new WrongUse({
      place: "--lang",
      found: "nothing",
      expected: "the language of the text",
      mend: "add --lang de for a German text, --lang en for an English one",
    });
  const both = ["proposals", "from"].every((name) => flags.has(name));
  if (both)
    throw new WrongUse({
      place: "--from",
      found: "--proposals beside it",
      expected: "one of the two",
      mend: "write the sheet with --proposals first, then read it with --from",
    });
  return { file, language };
}
