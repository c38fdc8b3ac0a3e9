import { LedgerFaults } from "../ledger/faults.ts";
import { WrongUse } from "./wrong-use.ts";

/** A reader that has seen enough, as `| head -1`, is no error of ours. */
function endQuietlyWithReader(stream: NodeJS.WriteStream): void {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
}

/** Says what is wrong and sets the exit status; what is no fault of the user's goes on as it is. */
function report(error: unknown): void {
  if (!(error instanceof LedgerFaults) && !(error instanceof WrongUse)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error instanceof WrongUse ? 2 : 1;
}

/**
 * Runs a command: prints its text, or what is wrong with the tables (exit 1) or
 * the command line (exit 2). Anything else is a fault of the program and keeps
 * its stack trace.
 */
export function runCommand(command: () => string): void {
  endQuietlyWithReader(process.stdout);
  endQuietlyWithReader(process.stderr);
  try {
    process.stdout.write(command());
  } catch (error) {
    report(error);
  }
}

/** Runs a command that waits for something, as `runCommand` runs the others. */
export async function runLongCommand(command: () => Promise<string>): Promise<void> {
  endQuietlyWithReader(process.stdout);
  endQuietlyWithReader(process.stderr);
  try {
    process.stdout.write(await command());
  } catch (error) {
    report(error);
  }
}
