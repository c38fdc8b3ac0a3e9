import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

/** A command that runs in a terminal of its own, as a person sees it. */
export interface Terminal {
  /** Waits for text behind all that has been waited for, then types; no keys only wait. */
  readonly answer: (seen: string, keys: string) => Promise<void>;
  /** All that the screen has been told so far, without colours and movements of the cursor. */
  readonly screen: () => string;
  /** Waits for the end. @returns The exit status. */
  readonly end: () => Promise<number | null>;
  readonly process: ChildProcess;
}

export const ENTER = "\r";
export const DOWN = "\u001b[B";
export const BACKSPACE = "\u007f";
export const CTRL_C = "\u0003";

const PATIENCE_MS = 60_000;

// eslint keeps control characters out of literals, and this is about them.
const CONTROLS = new RegExp(String.raw`\u001b\[[0-9;?]*[A-Za-z]|\r`, "gu");

const quoted = (word: string): string => `'${word.replaceAll("'", String.raw`'\''`)}'`;

/**
 * Runs a command in a pseudo-terminal by `script` of util-linux, which every Debian has.
 *
 * @param words Command and its parameters.
 */
export function openTerminal(words: readonly string[], environment: NodeJS.ProcessEnv): Terminal {
  const child = spawn("script", ["-qec", words.map(quoted).join(" "), "/dev/null"], {
    env: { ...environment, TERM: "xterm", COLUMNS: "200" },
    stdio: ["pipe", "pipe", "inherit"],
  });
  let printed = "";
  let read = 0;
  child.stdout.setEncoding("utf8").on("data", (part: string) => (printed += part));
  const screen = () => printed.replaceAll(CONTROLS, "");
  const ended = once(child, "close");
  return {
    process: child,
    screen,
    answer: async (seen, keys) => {
      const from = Date.now();
      while (!screen().slice(read).includes(seen)) {
        if (Date.now() - from > PATIENCE_MS || child.exitCode !== null)
          throw new Error(`never saw ${JSON.stringify(seen)}, but:\n${screen().slice(read)}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      read = screen().indexOf(seen, read) + seen.length;
      if (keys === "") return;
      // A prompt listens a moment after it has drawn itself.
      await new Promise((resolve) => setTimeout(resolve, 60));
      read = screen().length;
      child.stdin.write(keys);
    },
    end: async () => {
      await ended;
      return child.exitCode;
    },
  };
}
