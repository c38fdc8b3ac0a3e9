import { formatFull, formatNumber, formatRange, formatWord } from "../charts/words.ts";
import { type Interval, foldOf } from "../reconcile/interval.ts";
import { endsOf } from "../reconcile/published.ts";
import type { Collection } from "../reconcile/collection.ts";
import type { NamedDay } from "../reconcile/solidity/finding-days.ts";
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

export type Show = (value: number) => string;

export interface Reference {
  readonly text: string;
  readonly id: string;
  /** What of the thing is meant: "low", "claims", … */
  readonly part: string;
  readonly day: string | null;
  readonly collection: Collection;
  /** An origin left out. */
  readonly without: string | null;
  readonly digits: number | "full" | "word" | "Word" | null;
}

// {{m_shells_delivered@2024-10-03+all-o_bennett.low|3}}: id, day, collection, origin left out, part, digits
const FORM =
  /^([a-z]+(?:_[a-z0-9_]+)?)(?:@(\d{4}-\d{2}-\d{2}))?(\+all)?(?:-(o_[a-z0-9_]+))?(?:\.([a-z_]+))?(?:\|(\d|full|word|Word))?$/u;

export function parseReference(text: string): Reference | null {
  const match = FORM.exec(text);
  if (!match) return null;
  const [, id = "", day = null, all, without = null, part = "", digits] = match;
  return {
    text,
    id,
    part,
    day,
    without,
    collection: all === undefined ? "core" : "all",
    digits:
      digits === "full" || digits === "word" || digits === "Word"
        ? digits
        : digits === undefined
          ? null
          : Number(digits),
  };
}

/** The days of which references tell the range of a metric, in whatever collection; in their order. */
export function namedDays(references: Iterable<string>): readonly NamedDay[] {
  return [...references].flatMap((text) => {
    const { id = "", day = null } = parseReference(text) ?? {};
    return day === null ? [] : [{ metric: id, day }];
  });
}

export function showWith({ digits }: Reference, usual: number): Show {
  if (digits === "full") return formatFull;
  if (digits === "word") return formatWord;
  if (digits === "Word") return (value) => capitalised(formatWord(value));
  return (value) => formatNumber(value, digits ?? usual);
}

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

export const noPart = (reference: Reference, parts: readonly string[]): UnknownReference =>
  new UnknownReference(
    `one of ${parts.map((part) => (part === "" ? reference.id : `.${part}`)).join(", ")}`,
    `correct what stands behind the point in {{${reference.text}}}`,
  );

/** A part of an interval in words; null when the interval has no such part. */
export function partOf(value: Interval, part: string, show: Show): string | null {
  if (part === "" || part === "range") return formatRange(endsOf(value), show);
  const end = part === "low" ? value.low : part === "high" ? value.high : undefined;
  if (end !== undefined) return end === null ? "not stated" : show(end.value);
  if (part !== "fold") return null;
  const fold = foldOf(value);
  return fold === null ? "not stated" : formatNumber(fold, 3);
}

export const PARTS = ["", "range", "low", "high", "fold"] as const;

/** A document's own digits are shown as they are: rounding is for what is computed. */
export const AS_PRINTED = 12;

/** Where a value's derivation stands on the page of values. */
export function anchorOf(reference: string): string {
  return `v-${reference.replaceAll(/[^A-Za-z0-9_.-]/gu, "-")}`;
}
