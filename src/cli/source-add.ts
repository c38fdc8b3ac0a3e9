/** `npm run source:add`: a new document's figures, decided one by one, then written all at once. */
import { proposalsOf } from "../entry/proposals.ts";
import { runLongCommand } from "./command.ts";
import { STANDARD_INPUT } from "./document.ts";
import { addFromSheet, writeSheet } from "./source-add/by-sheet.ts";
import { neededFrom, readCommandLine } from "./source-add/command-line.ts";
import { converse } from "./source-add/converse.ts";
import { HELP } from "./source-add/help.ts";
import { openWork } from "./source-add/work.ts";
import { WrongUse } from "./wrong-use.ts";

function checkTerminal(file: string): void {
  if (process.stdin.isTTY && process.stdout.isTTY && file !== STANDARD_INPUT) return;
  throw new WrongUse({
    place: "--proposals",
    found:
      file === STANDARD_INPUT ? "a text on standard input" : "no terminal in which to ask anybody",
    expected: "--proposals OUT.csv, or --from OUT.csv with the decisions",
    mend: "write the sheet with --proposals, fill it in, and read it with --from",
  });
}

async function addSource(words: readonly string[]): Promise<string> {
  const line = readCommandLine(words);
  const { flags } = line;
  if (flags.has("help")) return HELP;
  const { file, language } = neededFrom(line);
  const [out] = flags.get("proposals") ?? [];
  const [from] = flags.get("from") ?? [];
  if (out === undefined && from === undefined) checkTerminal(file);
  const work = openWork(file, language, flags);
  const propose = () => proposalsOf(work.document.text, language);
  if (out !== undefined) return writeSheet(out, propose());
  if (from !== undefined) return addFromSheet(from, work, propose());
  return converse(work);
}

await runLongCommand(() => addSource(process.argv.slice(2)));
