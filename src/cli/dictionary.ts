/** `npm run dictionary`: writes docs/data-dictionary.md from the schemas. */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { formatDictionary } from "../published/dictionary.ts";
import { runCommand } from "./command.ts";
import { parseFlags } from "./flags.ts";

const HELP = `npm run dictionary

Writes docs/data-dictionary.md from the schemas of facts and of published tables.

Exits 0, or 2 on wrong use.
`;

function writeDictionary(): string {
  const file = fileURLToPath(new URL("../../docs/data-dictionary.md", import.meta.url));
  writeFileSync(file, formatDictionary());
  return "Wrote docs/data-dictionary.md\n";
}

runCommand(() =>
  parseFlags(process.argv.slice(2), { help: "switch" }).has("help") ? HELP : writeDictionary(),
);
