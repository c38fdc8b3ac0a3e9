import type { Draft } from "../draft.ts";
import { type Fault, showCell } from "../faults.ts";
import type { SourceText } from "../texts.ts";
import { type Quoted, findQuotes, mendOffsets } from "./quotes.ts";
import { groupBy } from "./repeats.ts";

/** Where a phrase stands in a text, in code points, if it stands there exactly once. */
function findOnly(characters: readonly string[], phrase: string): number | null {
  const text = characters.join("");
  const first = text.indexOf(phrase);
  if (first < 0 || text.includes(phrase, first + 1)) return null;
  return Array.from(text.slice(0, first)).length;
}

function quoteFault(
  draft: Draft,
  { table, row }: Quoted,
  { source, characters }: SourceText,
): Fault | null {
  const { start, end, quote } = row;
  if (start === null || end === null) return null;
  const slice = characters.slice(start, end).join("");
  if (slice === quote) return null;
  const only = findOnly(characters, quote);
  const reads = slice === "" ? "has ended" : `reads ${showCell(slice)}`;
  return {
    ...draft.placeOf(table, row, "quote"),
    found: `${showCell(quote)}, but the text at ${String(start)}–${String(end)} ${reads}`,
    expected: "the exact text between start and end",
    mend:
      only === null
        ? mendOffsets(table, source.language)
        : `type start ${String(only)} and end ${String(only + Array.from(quote).length)}, where the text has it`,
  };
}

/** Every quote equals its slice of the text, and the text is as long as its source says. */
export function checkSlices(draft: Draft, texts: readonly SourceText[]): readonly Fault[] {
  const quotes = new Map(
    groupBy(findQuotes(draft), ({ row }) => row.source).map((group) => [
      group[0]?.row.source,
      group,
    ]),
  );
  return texts.flatMap((text) => {
    const { source, characters } = text;
    const length = characters.length;
    const faults = (quotes.get(source.id) ?? []).flatMap(
      (quoted) => quoteFault(draft, quoted, text) ?? [],
    );
    if (source.characters === length) return faults;
    return [
      ...faults,
      {
        ...draft.placeOf("sources", source, "characters"),
        found: showCell(source.characters === null ? "" : String(source.characters)),
        expected: `${String(length)}, the code points of its text`,
        mend: `type ${String(length)}`,
      },
    ];
  });
}
