import { readSync, statSync } from "node:fs";
import { LARGEST_DOCUMENT, type Unusable, decodeDocument, tooLarge } from "../ledger/document.ts";
import { type Fault, fileFault } from "../ledger/faults.ts";
import { isUnreadable, readBytes } from "../ledger/files.ts";
import { pathFromUser } from "../ledger/where-run.ts";

const CHUNK = 65_536;

/** The name that stands for standard input. */
export const STANDARD_INPUT = "-";

const nameOf = (file: string): string => (file === STANDARD_INPUT ? "standard input" : file);

const fault = (file: string, { found, expected, mend }: Unusable): Fault =>
  fileFault(nameOf(file), found, expected, mend);

/** Standard input to its end, or to the first byte that is too many. */
function readStandardInput(): Buffer {
  const chunks: Buffer[] = [];
  let length = 0;
  while (length <= LARGEST_DOCUMENT) {
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

const isTooLargeFile = (path: string): boolean => {
  const entry = statSync(path, { throwIfNoEntry: false });
  return entry !== undefined && entry.isFile() && entry.size > LARGEST_DOCUMENT;
};

function bytesOf(file: string): Buffer | Fault {
  if (file === STANDARD_INPUT) return readStandardInput();
  const path = pathFromUser(file);
  if (isTooLargeFile(path)) return fault(file, tooLarge);
  const bytes = readBytes(path);
  if (!isUnreadable(bytes)) return bytes;
  const mend = bytes.isMissing ? "correct the name of the file" : bytes.mend;
  return fault(file, { found: bytes.found, expected: "a text file in UTF-8", mend });
}

/** The text of a document as the ledger counts its offsets, or what is wrong with the file. */
export function readDocument(file: string): string | Fault {
  const bytes = bytesOf(file);
  if (!Buffer.isBuffer(bytes)) return bytes;
  const text = decodeDocument(bytes);
  return typeof text === "string" ? text : fault(file, text);
}
