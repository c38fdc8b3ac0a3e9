import type { Fault } from "./faults.ts";

/** What a document cannot be read for; the place is known to whoever holds the bytes. */
export type Unusable = Pick<Fault, "found" | "expected" | "mend">;

/** Longer than any article: who gives this many bytes meant something else. */
export const LARGEST_DOCUMENT = 50_000_000;

const EXPECTED = "a text file in UTF-8";
const SAVE = "save it as UTF-8 in an editor";

export const tooLarge: Unusable = {
  found: "more than 50 MB",
  expected: "the text of one document, at most 50 MB",
  mend: "give the text of one article, not an archive or a scan",
};

const UTF_16_MARKS: readonly (readonly [number, number])[] = [
  [0xff, 0xfe],
  [0xfe, 0xff],
];

/** Two bytes a character: a mark at the start, or every other byte zero. */
function isUtf16(bytes: Uint8Array): boolean {
  if (UTF_16_MARKS.some(([first, second]) => bytes[0] === first && bytes[1] === second))
    return true;
  const sample = bytes.subarray(0, 1000);
  const zeros = (parity: number): number =>
    sample.filter((byte, at) => byte === 0 && at % 2 === parity).length;
  const [even, odd] = [zeros(0), zeros(1)];
  return Math.max(even, odd) > 0.4 * (sample.length / 2) && Math.min(even, odd) === 0;
}

// A byte-order mark stays a character, as it does for the ledger: offsets count it.
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * The text of a document as the ledger counts its offsets, or why there is none.
 *
 * @example decodeDocument(new Uint8Array([0x37, 0x30])) // => "70"
 */
export function decodeDocument(bytes: Uint8Array): string | Unusable {
  if (bytes.length > LARGEST_DOCUMENT) return tooLarge;
  const blank = { expected: "the text of a document", mend: "give the file that holds the text" };
  if (bytes.length === 0) return { found: "nothing: it is empty", ...blank };
  if (isUtf16(bytes)) return { found: "text in UTF-16", expected: EXPECTED, mend: SAVE };
  if (bytes.includes(0)) {
    const mend = "copy the text out of it, as plain text";
    return { found: "a binary file", expected: EXPECTED, mend };
  }
  try {
    const text = decoder.decode(bytes);
    return text.trim() === "" ? { found: "only blank space", ...blank } : text;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { found: "bytes that are not UTF-8", expected: EXPECTED, mend: SAVE };
  }
}
