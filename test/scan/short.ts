import type { Language } from "../../src/scan/figure.ts";
import { findFigures } from "../../src/scan/find.ts";

/** Each figure as "kind claim low..high bound", as short as it can be said. */
export const readShort = (language: Language, text: string): string =>
  findFigures(text, language)
    .map(({ kind, claim, low, high, bound }) => {
      const ends = low === high ? `${low ?? ""}` : `${low ?? ""}..${high ?? ""}`;
      return [kind, claim ? "+" : "-", ends, bound === "point" ? "" : bound].join(" ").trim();
    })
    .join("; ");

/** A class of phrases: its rule, its language, phrases of it and some that only look like it. */
export type PhraseClass = readonly [string, Language, readonly (readonly [string, string])[]];

/** One row a phrase, for a table of tests. */
export const rowsOf = (
  classes: readonly PhraseClass[],
): readonly (readonly [string, Language, string, string])[] =>
  classes.flatMap(([rule, language, phrases]) =>
    phrases.map(([phrase, expected]) => [rule, language, phrase, expected] as const),
  );
