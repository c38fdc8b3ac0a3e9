import { capitalise } from "../words/names.ts";
import { formatFull, formatNumber, formatWord } from "../words/numbers.ts";
import { formatRange } from "../words/ranges.ts";
import { type Interval, endsOf, foldOf } from "../arithmetic/interval.ts";
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
  /** What of the thing is meant: "low", "claims", … */
  readonly part: string;
  readonly day: string | null;
  readonly collection: "core" | "all";
  readonly assume: AssumptionSet;
  /** An origin left out. */
  readonly without: string | null;
  readonly digits: "full" | "word" | "Word" | null;
}

// {{m_shells_delivered@2024-10-03+core+spans-o_bennett.low|3}}: id, day, collection, set of
// assumptions, origin left out, part, digits
const FORM =
  /^([a-z]+(?:_[a-z0-9_]+)?)(?:@(\d{4}-\d{2}-\d{2}))?(\+core)?(?:\+(opening|spans|contents))?(?:-(o_[a-z0-9_]+))?(?:\.([a-z_]+))?(?:\|(full|word|Word))?$/u;

export function parseReference(text: string): Reference | null {
  const match = FORM.exec(text);
  if (!match) return null;
  const [, id = "", day = null, core, set, without = null, part = "", digits] = match;
  return {
    text,
    id,
    part,
    day,
    without,
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

/** A part of an interval in words; null when the interval has no such part. */
export function partOf(value: Interval, part: string, show: Show): string | null {
  if (part === "" || part === "range") return formatRange(endsOf(value), show);
  const end = part === "low" ? value.low : part === "high" ? value.high : undefined;
  if (end !== undefined)
    return end === null ? "not stated" : show(end.value, part === "low" ? "low" : "high");
  if (part !== "fold") return null;
  const fold = foldOf(value);
  return fold === null ? "not stated" : formatNumber(fold);
}

export const PARTS = ["", "range", "low", "high", "fold"] as const;

/** Where a value's derivation stands on the page of values. */
export function anchorOf(reference: string): string {
  return `v-${reference.replaceAll(/[^A-Za-z0-9_.-]/gu, "-")}`;
}
