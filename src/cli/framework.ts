import { type ChildProcess, type StdioOptions, spawn } from "node:child_process";
import { createRequire } from "node:module";

interface Start {
  readonly stdio: StdioOptions;
  /** What the command finds in its environment besides. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Options of Node itself. */
  readonly node?: readonly string[];
}

/**
 * Starts a command of Observable Framework.
 *
 * Time zone and language are fixed, so that no output depends on the machine;
 * nothing is reported to Framework's makers.
 */
export function startFramework(
  parameters: readonly string[],
  { stdio, environment = {}, node = [] }: Start,
): ChildProcess {
  const manifest = createRequire(import.meta.url).resolve("@observablehq/framework/package.json");
  const program = manifest.replace(/package\.json$/, "dist/bin/observable.js");
  return spawn(process.execPath, [...node, program, ...parameters], {
    stdio,
    env: {
      ...process.env,
      TZ: "UTC",
      LC_ALL: "C.UTF-8",
      OBSERVABLE_TELEMETRY_DISABLE: "1",
      // Colour on some machines only, CI among them, would change what we read from it.
      NO_COLOR: "1",
      FORCE_COLOR: undefined,
      ...environment,
    },
  });
}

/**
 * Framework's own words about an error, without its advice to report it.
 *
 * @example trimError("\nUnexpected error: src/a.md:3: found x\n\nTip: To see the …") // => "src/a.md:3: found x"
 */
export function trimError(printed: string): string {
  const [, message] = /Unexpected error: ([\s\S]*?)\n\nTip: To see/.exec(printed) ?? [];
  return message ?? printed.trim();
}
