import { parseArgs } from "node:util";
import { showCell } from "../ledger/faults.ts";
import { findNearest } from "../ledger/nearest.ts";
import { WrongUse } from "./wrong-use.ts";

/** How often a flag may stand on the command line, and whether a value follows it. */
export type FlagKind = "switch" | "once" | "many";

/** The values of the flags that were given, by name; a switch that is on has an empty list. */
export type Flags = ReadonlyMap<string, readonly string[]>;

/**
 * Reads a command line that consists of flags only.
 *
 * `parseArgs` alone lets the last of several equal flags win without a word, so
 * its tokens are judged here.
 *
 * @param kinds The flags that the command knows.
 * @throws WrongUse for the first thing that it does not.
 * @example parseFlags(["--json"], { json: "switch" }).has("json") // => true
 */
export function parseFlags(
  words: readonly string[],
  kinds: Readonly<Record<string, FlagKind>>,
): Flags {
  const names = Object.keys(kinds);
  const { tokens } = parseArgs({
    args: [...words],
    options: Object.fromEntries(
      names.map((name) => [
        name,
        {
          type: kinds[name] === "switch" ? ("boolean" as const) : ("string" as const),
          ...(name === "help" ? { short: "h" } : {}),
        },
      ]),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const flags = new Map<string, readonly string[]>();
  for (const token of tokens) {
    if (token.kind !== "option") {
      throw new WrongUse({
        place: token.kind === "positional" ? showCell(token.value) : "--",
        found: "a word that belongs to no flag",
        expected: `only ${formatFlags(names)}`,
        mend: "put a flag before it, or quote a value with spaces",
      });
    }
    const { name, rawName, value } = token;
    const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
    if (kind === undefined) throw unknownFlag(rawName, names);
    const earlier = flags.get(name);
    if (earlier && kind !== "many") {
      throw new WrongUse({
        place: rawName,
        found: "it a second time",
        expected: "it once",
        mend: "delete one of the two",
      });
    }
    flags.set(name, [
      ...(earlier ?? []),
      ...valuesOf(token.rawName, kind, value, token.inlineValue),
    ]);
  }
  return flags;
}

const formatFlags = (names: readonly string[]): string =>
  names.map((name) => `--${name}`).join(", ");

function unknownFlag(rawName: string, names: readonly string[]): WrongUse {
  const nearest = findNearest(rawName.replace(/^-+/u, ""), names);
  return new WrongUse({
    place: showCell(rawName).slice(1, -1),
    found: "a flag that the command does not know",
    expected: formatFlags(names),
    mend: nearest === null ? "delete it, or see --help" : `write --${nearest}`,
  });
}

function valuesOf(
  place: string,
  kind: FlagKind,
  value: string | undefined,
  isInline: boolean | undefined,
): readonly string[] {
  if (kind === "switch") {
    if (value === undefined) return [];
    const mend = "delete the value";
    throw new WrongUse({ place, found: showCell(value), expected: "no value", mend });
  }
  // "--metric --json" forgets a value; "--metric=--json" is odd but said on purpose.
  if (value === undefined || value === "" || (isInline !== true && value.startsWith("-"))) {
    const mend = `write ${place} and then the value`;
    throw new WrongUse({ place, found: "no value", expected: "a value behind it", mend });
  }
  return [value];
}
