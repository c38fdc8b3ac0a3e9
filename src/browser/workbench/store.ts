import type { Session } from "../../entry/session.ts";

/** Work on a document as the browser keeps it: enough to take it up after a reload. */
export interface Draft {
  readonly version: 1;
  readonly text: string;
  readonly session: Session;
}

const KEY = "contested-counts-workbench";

const isDraft = (kept: unknown): kept is Draft =>
  typeof kept === "object" &&
  kept !== null &&
  "version" in kept &&
  kept.version === 1 &&
  "text" in kept &&
  typeof kept.text === "string" &&
  "session" in kept;

/** Keeps a draft in this browser; false where it keeps none: storage is off, or the text too long. */
export function keepDraft(draft: Draft): boolean {
  try {
    localStorage.setItem(KEY, JSON.stringify(draft));
    return true;
  } catch (error) {
    if (error instanceof DOMException) return false;
    throw error;
  }
}

/** The draft that was kept, or null where there is none that this version reads. */
export function readDraft(): Draft | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "null");
    return isDraft(kept) ? kept : null;
  } catch (error) {
    if (error instanceof DOMException || error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Removes what was kept. */
export function forgetDraft(): void {
  try {
    localStorage.removeItem(KEY);
  } catch (error) {
    // Where nothing can be kept, nothing was.
    if (!(error instanceof DOMException)) throw error;
  }
}
