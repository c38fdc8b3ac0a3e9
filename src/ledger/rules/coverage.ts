import type { Draft } from "../draft.ts";
import { type Fault, showCell } from "../faults.ts";
import type { SourceText } from "../texts.ts";

interface Figure {
  readonly start: number;
  readonly end: number;
}

/** A decimal digit of any script. */
export const isDigit = (character: string | undefined): boolean =>
  character !== undefined && /^\p{Nd}$/u.test(character);

/** Digit runs, those joined by one of . , : taken as one: 6.700 is a figure, not two. */
export function findDigitRuns(characters: readonly string[]): readonly Figure[] {
  const figures: Figure[] = [];
  for (let start = 0; start < characters.length; start += 1) {
    if (!isDigit(characters[start])) continue;
    let end = start + 1;
    while (
      isDigit(characters[end]) ||
      (/^[.,:]$/u.test(characters[end] ?? "") && isDigit(characters[end + 1]))
    )
      end += 1;
    figures.push({ start, end });
    start = end;
  }
  return figures;
}

/** For each character of a text whether a claim or a dismissal quotes it. */
function coverOf(draft: Draft, sourceId: string, length: number): Uint8Array {
  const cover = new Uint8Array(length);
  const { claims, dismissals } = draft.tables;
  for (const { source, start, end } of [...claims.rows, ...dismissals.rows])
    if (source === sourceId && start !== null && end !== null) cover.fill(1, start, end);
  return cover;
}

/** Every figure of a core text whose text is at hand is claimed or dismissed: nothing is lost silently. */
export function checkCoverage(draft: Draft, texts: readonly SourceText[]): readonly Fault[] {
  // A row that could not be read may quote the figure.
  if (!draft.isSound("claims") || !draft.isSound("dismissals")) return [];
  return texts
    .filter(({ source }) => source.collection === "core")
    .flatMap(({ source, characters }) => {
      const cover = coverOf(draft, source.id, characters.length);
      return findDigitRuns(characters)
        .filter(({ start, end }) =>
          cover
            .subarray(start, end)
            .some((covered, at) => !covered && isDigit(characters[start + at])),
        )
        .map(({ start, end }) => ({
          ...draft.placeOf("sources", source, null),
          found: `a figure neither claimed nor dismissed: ${showCell(characters.slice(start, end).join(""))} at ${String(start)}–${String(end)}`,
          expected: "every figure of a core text in the quote of a claim or a dismissal",
          mend: `add a row for ${source.id} to data/claims.csv, or to data/dismissals.csv with the reason`,
        }));
    });
}
