/** `npm start`: serves the built site on this machine, at PORT if that is set. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { serveFolder } from "./server.ts";
import { portUse, readPort } from "./port.ts";
import { WrongUse } from "./wrong-use.ts";

const folder = join(import.meta.dirname, "../../dist");

async function serve(): Promise<void> {
  const port = readPort(process.env["PORT"]);
  if (!existsSync(folder)) {
    process.stderr.write(
      "dist/: not found\n  expected a built site\n  to mend: run npm run site first\n",
    );
    process.exitCode = 1;
    return;
  }
  const { origin } = await serveFolder(folder, port).catch((error: unknown) => {
    throw portUse(error, port) ?? error;
  });
  process.stdout.write(`Open ${origin}/ in a browser; Ctrl-C ends it.\n`);
}

try {
  await serve();
} catch (error) {
  if (!(error instanceof WrongUse)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
