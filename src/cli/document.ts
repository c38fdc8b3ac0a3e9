import { readSync, statSync } from "node:fs";
import type { Fault } from "../ledger/faults.ts";
import { isUnreadable, readBytes } from "../ledger/files.ts";

/** Longer than any article: who gives this much meant something else. */
const LARGEST = 50_000_000;
const CHUNK = 65_536;

/** The name that stands for standard input. */
export const STANDARD_INPUT = "-";

const nameOf = (file: string): string => (file === STANDARD_INPUT ? "standard input" : file);

const fault = (file: string, found: string, expected: string, mend: string): Fault => ({
  file: nameOf(file),
  line: null,
  column: null,
  field: null,
  found,
  expected,
  mend,
});

const tooLarge = (file: string): Fault =>
  fault(
    file,
    "more than 50 MB",
    "the text of one document, at most 50 MB",
    "give the text of one article, not an archive or a scan",
  );

/** Standard input to its end, or to the first byte that is too many. */
function readStandardInput(): Buffer {
  const chunks: Buffer[] = [];
  let length = 0;
  while (length <= LARGEST) {
    const chunk = Buffer.alloc(CHUNK);
    const read = readChunk(chunk);
    if (read === 0) break;
    chunks.push(chunk.subarray(0, read));
    length += read;
  }
  return Buffer.concat(chunks);
}

/** Bytes read into the chunk; a pipe that is not ready yet is asked again. */
function readChunk(chunk: Buffer): number {
  for (;;) {
    try {
      return readSync(0, chunk);
    } catch (error) {
      const code = error instanceof Error && "code" in error ? error.code : null;
      if (code === "EOF") return 0;
      if (code !== "EAGAIN") throw error;
      // Sleeps without a busy loop; there is no event to wait for in a synchronous read.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

const isTooLargeFile = (file: string): boolean => {
  const entry = statSync(file, { throwIfNoEntry: false });
  return entry !== undefined && entry.isFile() && entry.size > LARGEST;
};

function bytesOf(file: string): Buffer | Fault {
  if (file === STANDARD_INPUT) return readStandardInput();
  if (isTooLargeFile(file)) return tooLarge(file);
  const bytes = readBytes(file);
  if (!isUnreadable(bytes)) return bytes;
  const mend = bytes.isMissing ? "correct the name of the file" : bytes.mend;
  return fault(file, bytes.found, "a text file in UTF-8", mend);
}

const UTF_16_MARKS: readonly (readonly [number, number])[] = [
  [0xff, 0xfe],
  [0xfe, 0xff],
];

/** Two bytes a character: a mark at the start, or every other byte zero. */
function isUtf16(bytes: Buffer): boolean {
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

function decode(file: string, bytes: Buffer): string | Fault {
  const expected = "a text file in UTF-8";
  const save = "save it as UTF-8 in an editor";
  if (bytes.length === 0)
    return fault(
      file,
      "nothing: it is empty",
      "the text of a document",
      "give the file that holds the text",
    );
  if (isUtf16(bytes)) return fault(file, "text in UTF-16", expected, save);
  if (bytes.includes(0))
    return fault(file, "a binary file", expected, "copy the text out of it, as plain text");
  try {
    return decoder.decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return fault(file, "bytes that are not UTF-8", expected, save);
    throw error;
  }
}

/** The text of a document as the ledger counts its offsets, or what is wrong with the file. */
export function readDocument(file: string): string | Fault {
  const bytes = bytesOf(file);
  if (!Buffer.isBuffer(bytes)) return bytes;
  if (bytes.length > LARGEST) return tooLarge(file);
  const text = decode(file, bytes);
  if (typeof text !== "string" || text.trim() !== "") return text;
  return fault(
    file,
    "only blank space",
    "the text of a document",
    "give the file that holds the text",
  );
}
