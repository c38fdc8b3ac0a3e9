import { showCell } from "../ledger/faults.ts";
import { WrongUse } from "./wrong-use.ts";

const HIGHEST = 65_535;

/**
 * The port that PORT names; 0, any free one, where it names none.
 *
 * @throws WrongUse when the text is no port.
 */
export function readPort(text: string | undefined): number {
  if (text === undefined || text === "") return 0;
  if (/^\d{1,5}$/u.test(text) && Number(text) <= HIGHEST) return Number(text);
  throw new WrongUse({
    place: "PORT",
    found: showCell(text),
    expected: `a whole number from 0 to ${String(HIGHEST)}`,
    mend: "type a number such as 8080, or leave PORT out for any free port",
  });
}

const codeOf = (error: unknown): unknown =>
  error instanceof Error && "code" in error ? error.code : null;

/** What to say when a port cannot be had; null when something else went wrong. */
export function portUse(error: unknown, port: number): WrongUse | null {
  const reasons = new Map<unknown, string>([
    ["EADDRINUSE", "which another program uses"],
    ["EACCES", "which only the system may use"],
  ]);
  const reason = reasons.get(codeOf(error));
  if (reason === undefined) return null;
  return new WrongUse({
    place: "PORT",
    found: `"${String(port)}", ${reason}`,
    expected: "a free port",
    mend: "type another number, or leave PORT out for any free port",
  });
}
