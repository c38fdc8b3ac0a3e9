import { capitalise } from "../words/names.ts";
import { formatFull, formatWord } from "../words/numbers.ts";
import { type Ends, formatRange } from "../words/ranges.ts";
import { type AssumptionSet, SETS } from "../ledger/sets.ts";
import { UnknownReference } from "./publication-types.ts";

/** A value that prose may refer to, with the way back to what it rests on. */
export interface Value {
  /** As prose shows it. */
  readonly text: string;
  /** What the value is, in a sentence without its number. */
  readonly label: string;
  /** In full, with its unit. */
  readonly full: string;
  /** How it was computed, null for what a document states. */
  readonly formula: string | null;
  readonly claims: readonly string[];
  readonly assumptions: readonly string[];
}

export type Show = (value: number, side: "low" | "high") => string;

export interface Reference {
  readonly text: string;
  readonly id: string;
  /** What of the thing is meant: "low", "high", or of a count what is counted. */
  readonly part: string;
  readonly day: string | null;
  readonly collection: "core" | "all";
  readonly assume: AssumptionSet;
  readonly digits: "full" | "word" | "Word" | null;
}

// {{m_shells_delivered@2024-10-03+core+spans.low|full}}: id, day, collection, set of assumptions,
// part, digits
const FORM =
  /^([a-z]+(?:_[a-z0-9_]+)?)(?:@(\d{4}-\d{2}-\d{2}))?(\+core)?(?:\+(opening|spans|contents))?(?:\.([a-z_]+))?(?:\|(full|word|Word))?$/u;

export function parseReference(text: string): Reference | null {
  const match = FORM.exec(text);
  if (!match) return null;
  const [, id = "", day = null, core, set, part = "", digits] = match;
  return {
    text,
    id,
    part,
    day,
    collection: core === undefined ? "all" : "core",
    assume: SETS.find((one) => one === set) ?? "stated",
    digits: digits === "full" || digits === "word" || digits === "Word" ? digits : null,
  };
}

/** How a reference wants its number said; `usual` where it does not say. */
export function showWith({ digits }: Reference, usual: Show): Show {
  if (digits === "full") return formatFull;
  if (digits === "word") return formatWord;
  return digits === "Word" ? (value) => capitalise(formatWord(value)) : usual;
}

export const noPart = (reference: Reference, parts: readonly string[]): UnknownReference =>
  new UnknownReference(
    `one of ${parts.map((part) => (part === "" ? reference.id : `.${part}`)).join(", ")}`,
    `correct what stands behind the point in {{${reference.text}}}`,
  );

/** A part of a range in words; null when a range has no such part. */
export function partOf(range: Ends, part: string, show: Show): string | null {
  if (part === "") return formatRange(range, show);
  if (part !== "low" && part !== "high") return null;
  const end = range[part];
  return end === null ? "not stated" : show(end, part);
}

export const PARTS = ["", "low", "high"] as const;

/** Where a value's derivation stands on the page of values. */
export function anchorOf(reference: string): string {
  return `v-${reference.replaceAll(/[^A-Za-z0-9_.-]/gu, "-")}`;
}
