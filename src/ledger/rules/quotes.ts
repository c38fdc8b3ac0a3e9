import { type Draft, type Rule, byId } from "../draft.ts";
import { type Fault, showCell } from "../faults.ts";
import type { Claim, Dismissal, Source, Statement } from "../tables.ts";

const LONGEST = 60;

/** A quote and where it stands, whichever table it is in. */
export interface Quoted {
  readonly table: "claims" | "dismissals" | "statements";
  readonly row: Claim | Dismissal | Statement;
}

/** Every quote of the tables, in file order. */
export function findQuotes({ tables }: Draft): readonly Quoted[] {
  return [
    ...tables.claims.rows.map((row): Quoted => ({ table: "claims", row })),
    ...tables.dismissals.rows.map((row): Quoted => ({ table: "dismissals", row })),
    ...tables.statements.rows.map((row): Quoted => ({ table: "statements", row })),
  ];
}

const SHORT_FORMS = new Set(
  "mio mrd tsd bio ca rd etwa nr abs bzw usw inkl max min ggf gen dr prof st jan feb apr aug sept sep okt oct nov dez dec bn mn approx est no vs mr ms mrs".split(
    " ",
  ),
);

/** Whether a full stop behind this word is part of it: an abbreviation, an initial, an ordinal. */
const keepsStop = (word: string): boolean =>
  SHORT_FORMS.has(word.toLowerCase()) || /^\p{L}$|\.\p{L}$|\d$/u.test(word);

/**
 * Whether a phrase runs over the end of a sentence; articles are not ours to copy.
 *
 * @example isSentence("über 3 Mio. Granaten") // => false
 */
export function isSentence(phrase: string): boolean {
  const stops = phrase.matchAll(
    /(?<word>[\p{L}\p{N}.]*)(?<stop>[.!?])["'“”„»«)]*(?=\s+["'“”„»«(]*\p{Lu}|$)/gu,
  );
  return [...stops].some(
    ({ groups }) => groups?.["stop"] !== "." || !keepsStop(groups["word"] ?? ""),
  );
}

/** A quote is a short phrase, never a sentence. */
export const checkQuoteLength: Rule = (draft) =>
  findQuotes(draft).flatMap(({ table, row }): readonly Fault[] => {
    const place = draft.placeOf(table, row, "quote");
    const length = Array.from(row.quote).length;
    const mend = "keep the bare figure phrase, and set start and end to it";
    if (length > LONGEST)
      return [
        {
          ...place,
          found: `${showCell(row.quote)}, ${String(length)} characters`,
          expected: `at most ${String(LONGEST)}: articles are other people's copyright`,
          mend,
        },
      ];
    if (isSentence(row.quote))
      return [
        {
          ...place,
          found: showCell(row.quote),
          expected: "a phrase that does not end a sentence",
          mend,
        },
      ];
    return [];
  });

/** How to find the offsets of a quote; the command lists figures, and of two languages only. */
export function mendOffsets(table: Quoted["table"], language: string | undefined): string {
  const code = language?.split("-")[0] ?? "";
  return table !== "statements" && (code === "de" || code === "en")
    ? `npm run figures -- FILE --lang ${code}, and copy its offsets`
    : "correct start and end: the characters before the quote, and those up to its end";
}

/**
 * Whether a spreadsheet may make something else of a quote without a word: a time of 3:1, a
 * decimal of 12.320. Plain digits it leaves alone.
 */
const isRewritable = (quote: string): boolean => !/\p{L}|^[1-9]\d*$/u.test(quote);

function offsetFault(draft: Draft, quoted: Quoted, source: Source | undefined): Fault | null {
  const { table, row } = quoted;
  const fault = (field: string, found: string, expected: string, mend: string): Fault => ({
    ...draft.placeOf(table, row, field),
    found,
    expected,
    mend,
  });
  const { start, end } = row;
  const length = Array.from(row.quote).length;
  if (start === null && end === null) {
    if (!source?.sha256)
      return isRewritable(row.quote)
        ? fault(
            "quote",
            showCell(row.quote),
            "a word beside the digits: without offsets nobody would see that a spreadsheet rewrote them",
            "take a word that stands beside the figure into the quote",
          )
        : null;
    return fault(
      "start",
      "an empty cell",
      `an offset: the text of ${source.id} is known by its hash`,
      mendOffsets(table, source.language),
    );
  }
  if (start === null || end === null)
    return fault(
      start === null ? "start" : "end",
      "an empty cell",
      "start and end, or neither",
      start === null
        ? `type ${String(Math.max((end ?? 0) - length, 0))}`
        : `type ${String(start + length)}`,
    );
  if (end - start !== length && isRewritable(row.quote))
    return fault(
      "quote",
      `${showCell(row.quote)}, ${String(length)} characters`,
      `the ${String(end - start)} characters between start and end; a spreadsheet may have rewritten them`,
      "restore the quote from git, then open the table with all columns as text",
    );
  if (end - start !== length)
    return fault(
      "end",
      `"${String(end)}", ${String(end - start)} behind start`,
      `${String(start + length)}, as the quote has ${String(length)} characters`,
      mendOffsets(table, source?.language),
    );
  if (source && source.characters !== null && end > source.characters)
    return fault(
      "end",
      `"${String(end)}"`,
      `at most ${String(source.characters)}, the length of ${source.id}`,
      mendOffsets(table, source.language),
    );
  return null;
}

/**
 * Offsets come in pairs, as far apart as the quote is long, inside the document; a quote without
 * them has a word.
 */
export const checkOffsets: Rule = (draft) => {
  const sources = byId(draft.tables.sources);
  return findQuotes(draft).flatMap((quoted) => {
    const fault = offsetFault(draft, quoted, sources.get(quoted.row.source));
    return fault ? [fault] : [];
  });
};
