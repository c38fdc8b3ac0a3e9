/** `npm run dictionary`: writes docs/data-dictionary.md from the schemas. */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { formatDictionary } from "../ledger/dictionary.ts";

writeFileSync(
  fileURLToPath(new URL("../../docs/data-dictionary.md", import.meta.url)),
  formatDictionary(),
);
