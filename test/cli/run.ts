import { pathToFileURL } from "node:url";

/** How a command ended, and all that it printed. */
export interface Ended {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

type Environment = Readonly<Record<string, string | undefined>>;
type Write = typeof process.stdout.write;

let runs = 0;

/**
 * Runs a command of src/cli as npm does, but in this process: to start one takes a second,
 * and each test of a command would start some.
 *
 * Where the process itself is what is tested (signals, rights, pipes, a terminal), it is
 * started: see `programOf`.
 *
 * @param command Its module: "source-add" for src/cli/source-add.ts.
 * @param environment What it finds in its environment besides; undefined takes a variable away.
 * @throws What the command throws: a fault of the program, which has a stack.
 */
export async function run(
  command: string,
  words: readonly string[],
  environment: Environment = {},
): Promise<Ended> {
  const { argv, env, exitCode, stdout, stderr, stdin } = process;
  const printed = { stdout: "", stderr: "" };
  const outer = {
    stdout: stdout.write.bind(stdout),
    stderr: stderr.write.bind(stderr),
    isTTY: stdin.isTTY,
  };
  const listening = [stdout.listeners("error"), stderr.listeners("error")] as const;
  const keep =
    (name: keyof typeof printed): Write =>
    (text: string | Uint8Array) => {
      printed[name] += typeof text === "string" ? text : Buffer.from(text).toString();
      return true;
    };
  Object.assign(process, { argv: [process.execPath, command, ...words], exitCode: 0 });
  process.env = { ...env, ...environment };
  stdout.write = keep("stdout");
  stderr.write = keep("stderr");
  stdin.isTTY = false;
  runs += 1;
  try {
    const module = pathToFileURL(`src/cli/${command}.ts`).href;
    // a module runs when it is first imported: each time under another name
    await import(/* @vite-ignore */ `${module}?run=${String(runs)}`);
    return { status: Number(process.exitCode), ...printed };
  } finally {
    Object.assign(process, { argv, env, exitCode });
    stdout.write = outer.stdout;
    stderr.write = outer.stderr;
    stdin.isTTY = outer.isTTY;
    [stdout, stderr].forEach((stream, at) => {
      for (const listener of stream.listeners("error"))
        if (listening[at]?.includes(listener) !== true) stream.off("error", listener as () => void);
    });
  }
}
