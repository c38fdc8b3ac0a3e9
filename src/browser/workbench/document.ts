import { type Unusable, decodeDocument } from "../../ledger/document.ts";

/** A text that figures can be looked for in, and what the table of sources says of its bytes. */
export interface Loaded {
  readonly text: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Length in code points: offsets count these. */
  readonly characters: number;
  /** Null where the browser computes no hashes: on a page that came over plain http. */
  readonly sha256: string | null;
}

/** The hash as the table of sources has it; browsers keep it from pages that are not secure. */
async function hashOf(bytes: Uint8Array<ArrayBuffer>): Promise<string | null> {
  if (!isSecureContext) return null;
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return `sha256:${[...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

function countPoints(text: string): number {
  let points = 0;
  for (let at = 0; at < text.length; at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1)
    points += 1;
  return points;
}

/** A document from its raw bytes, or why they are none; the same refusals as the command's. */
export async function loadBytes(bytes: Uint8Array<ArrayBuffer>): Promise<Loaded | Unusable> {
  const text = decodeDocument(bytes);
  if (typeof text !== "string") return text;
  return { text, bytes, characters: countPoints(text), sha256: await hashOf(bytes) };
}

/** A document from pasted text: its bytes are the text in UTF-8. */
export async function loadText(text: string): Promise<Loaded | Unusable> {
  if (!/\p{Surrogate}/u.test(text)) return loadBytes(new TextEncoder().encode(text));
  return {
    found: "half a character",
    expected: "the text of one document",
    mend: "copy the text again, or choose its file",
  };
}
