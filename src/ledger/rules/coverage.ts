import type { Draft } from "../draft.ts";
import { type Fault, showCell } from "../faults.ts";
import type { SourceText } from "../texts.ts";

/** A stretch of a text, in code points. */
interface Figure {
  readonly start: number;
  readonly end: number;
}

/** Finds the figures of a text in a language: handed in, as the ledger knows no language. */
export type FindFigures = (text: string, language: string) => readonly Figure[];

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

/** Digits of a figure that no quote holds. */
const hasBareDigit = (cover: Uint8Array, characters: readonly string[], figure: Figure): boolean =>
  cover
    .subarray(figure.start, figure.end)
    .some((covered, at) => covered === 0 && isDigit(characters[figure.start + at]));

/** Figures that no quote touches, and digits that none holds, each place once. */
function findUncovered(
  { source, characters }: SourceText,
  cover: Uint8Array,
  findFigures: FindFigures | undefined,
): readonly Figure[] {
  const untouched = (findFigures?.(characters.join(""), source.language) ?? []).filter(
    ({ start, end }) => !cover.subarray(start, end).includes(1),
  );
  // What has a fault already needs none for each number in it.
  const named = Uint8Array.from(cover);
  for (const { start, end } of untouched) named.fill(1, start, end);
  const bare = findDigitRuns(characters).filter((run) => hasBareDigit(named, characters, run));
  return [...untouched, ...bare].sort((a, b) => a.start - b.start);
}

/**
 * Every figure of a text at hand is claimed or dismissed: nothing is lost silently.
 *
 * A quote touches each figure that `findFigures` sees, number words too, and holds each digit.
 */
export function checkCoverage(
  draft: Draft,
  texts: readonly SourceText[],
  findFigures?: FindFigures,
): readonly Fault[] {
  // A row that could not be read may quote the figure.
  if (!draft.isSound("claims") || !draft.isSound("dismissals")) return [];
  return texts.flatMap((text) => {
    const { source, characters } = text;
    const cover = coverOf(draft, source.id, characters.length);
    return findUncovered(text, cover, findFigures).map(({ start, end }) => ({
      ...draft.placeOf("sources", source, null),
      found: `a figure neither claimed nor dismissed: ${showCell(characters.slice(start, end).join(""))} at ${String(start)}–${String(end)}`,
      expected: "every figure of the text in the quote of a claim or a dismissal",
      mend: `add a row for ${source.id} to data/claims.csv, or to data/dismissals.csv with the reason`,
    }));
  });
}
