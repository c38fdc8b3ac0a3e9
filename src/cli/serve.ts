import { existsSync } from "node:fs";
import { join } from "node:path";
import { serveFolder } from "./bench/server.ts";

const folder = join(import.meta.dirname, "../../dist");

if (existsSync(folder)) {
  const { origin } = await serveFolder(folder);
  process.stdout.write(`Open ${origin}/ in a browser; Ctrl-C ends it.\n`);
} else {
  process.stderr.write(
    "dist/: not found\n  expected a built site\n  to mend: run npm run site first\n",
  );
  process.exitCode = 1;
}
