import type { Draft } from "../draft.ts";
import { type Fault, showCell } from "../faults.ts";
import { plainDigits } from "../numbers.ts";
import type { Claim } from "../tables.ts";
import type { SourceText } from "../texts.ts";
import { checkMangled } from "./mangled.ts";

const ENDS = ["low", "best", "high"] as const;

// A word that is a number, or that multiplies one, makes the digits less than the whole.
const NUMBER_WORD =
  /hundert|tausend|milli(?:on|ard)|billion|dutzend|halb|hälfte|drittel|viertel|doppelt|dreifach|zwanzig|(?<!\p{L})(?:mio|mrd|bio|tsd|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|quarter|third|twice|double|mn|bn|tn|k)(?!\p{L})|hundred|thousand|trillion|dozen|score/iu;
const FIGURE = /\d(?:[\d.,:/'’\u0020\u00a0\u202f]*\d)?/gu;
// Digits of a calibre or of a name: 152-mm, KN-23, T72.
const IS_NAME = /^(?:[-\u00a0\u202f\u0020]?(?:mm|cm)(?!\p{L})|\p{L})/u;
const ENDS_NAME = /[\p{L}-]$/u;

const FORMS: Readonly<Record<string, RegExp>> = {
  de: /^(?<whole>\d+|[1-9]\d{0,2}(?:(?<sign>[.'’\u0020\u00a0\u202f])\d{3})(?:\k<sign>\d{3})*)(?:,(?<rest>\d+))?$/u,
  en: /^(?<whole>\d+|[1-9]\d{0,2}(?:(?<sign>[,'’\u0020\u00a0\u202f])\d{3})(?:\k<sign>\d{3})*)(?:\.(?<rest>\d+))?$/u,
};
// The other language's grouping, left over by a translation: 6,700 in German.
const DOUBTFUL = /^[1-9]\d{0,2}[.,]\d{3}$/u;

/**
 * The number that a quote prints in digits, or null where it prints none, several, one beside a
 * number word, or one that can be read in two ways.
 *
 * @example numberIn("102.000 Tonnen", "de") // => 102000
 */
export function numberIn(quote: string, language: string): number | null {
  const [figure, second] = quote.matchAll(FIGURE);
  if (!figure || second || NUMBER_WORD.test(quote)) return null;
  const [printed] = figure;
  if (ENDS_NAME.test(quote.slice(0, figure.index))) return null;
  if (IS_NAME.test(quote.slice(figure.index + printed.length))) return null;
  const { whole, sign, rest } = FORMS[language.split("-")[0] ?? ""]?.exec(printed)?.groups ?? {};
  if (whole === undefined || (sign === undefined && DOUBTFUL.test(printed))) return null;
  return Number(`${whole.replaceAll(/\D/gu, "")}.${rest ?? "0"}`);
}

const isOneNumber = ({ bound, derived_from }: Claim): boolean =>
  derived_from === null &&
  bound !== "range" &&
  bound !== "span_of_estimates" &&
  bound !== "order_of_magnitude";

// A quote that is not what the text reads has a fault of its own, and may be what is wrong.
const isAt = ({ characters }: SourceText, { start, end, quote }: Claim): boolean =>
  start !== null && end !== null && characters.slice(start, end).join("") === quote;

/** A claim's number is the one that its quote prints: 102.000 Tonnen is not 201000. */
export function checkDigits(draft: Draft, texts: readonly SourceText[]): readonly Fault[] {
  const atHand = new Map(texts.map((text) => [text.source.id, text]));
  const mangled = new Set(checkMangled(draft).map(({ line }) => line));
  return draft.tables.claims.rows.flatMap((row) => {
    const text = atHand.get(row.source);
    if (!text || !isOneNumber(row) || !isAt(text, row)) return [];
    const printed = numberIn(row.quote, text.source.language);
    const end = row.best === null ? ENDS.find((name) => row[name] !== null) : "best";
    if (printed === null || end === undefined) return [];
    if (ENDS.some((name) => row[name] === printed)) return [];
    const place = draft.placeOf("claims", row, end);
    // What a spreadsheet made of the digits has a fault that says so.
    if (mangled.has(place.line)) return [];
    const digits = plainDigits(printed);
    return [
      {
        ...place,
        found: `${showCell(plainDigits(row[end] ?? 0))} beside the quote ${showCell(row.quote)}`,
        expected: `${digits}, the number that the quote prints`,
        mend: `type ${digits}, or give the formula in derived_from if the number is computed`,
      },
    ];
  });
}
