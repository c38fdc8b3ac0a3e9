import type { Ledger } from "../../ledger/tables.ts";
import type { Choice } from "../../reconcile/what-if/choices.ts";
import type { Dial } from "../../reconcile/dials.ts";
import { isDocuments } from "../../reconcile/what-if/documents.ts";
import { type Settings, asPublished } from "../../reconcile/what-if/settings.ts";

/** What can be set: the words that an address may hold. */
export interface Settable {
  readonly ledger: Pick<Ledger, "origins" | "sources" | "claims">;
  readonly choices: readonly Choice[];
  readonly dials: readonly Dial[];
  /** State of the data. */
  readonly version: string;
  /** The day that is asked about unless an address names another. */
  readonly asOf: string;
}

/** There is no year 0, and a field for days would not take it. */
const DAY = /^(?!0000)\d{4}-\d{2}-\d{2}$/u;

/** Whether a text is a day of the calendar, such as 2024-02-29. */
export function isDay(text: string): boolean {
  if (!DAY.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** Further from one, numbers and what is computed from them would not be written as figures. */
const [LEAST, MOST] = [1e-6, 1e9];

/** The largest number that may stand for a dial: no share is above all. */
export const mostOf = ({ unit }: Pick<Dial, "unit">): number => (unit === "percent" ? 100 : MOST);

/** Whether a number may stand for a dial: none of them can be negative. */
export const isPossible = (value: number, dial: Pick<Dial, "unit">): boolean =>
  value === 0 || (value >= LEAST && value <= mostOf(dial));

/** English figures: a comma stands between thousands alone, so that 447,76 is no 44,776. */
const FIGURE = /^(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/u;

/**
 * A number as a person types it; NaN where it is none, or could be read in two ways.
 *
 * @example numberIn("30,000.5") // => 30000.5
 */
export const numberIn = (text: string): number =>
  FIGURE.test(text) ? Number(text.replaceAll(",", "")) : Number.NaN;

/**
 * Whether a text is no number yet, but its next digits can make it one.
 *
 * @example isBegun("30,") // => true
 */
export const isBegun = (text: string): boolean =>
  !FIGURE.test(text) && ["0", "00", "000"].some((digits) => FIGURE.test(text + digits));

/**
 * Settings as the query of an address; empty for what is published. It ends with the
 * state of the data, so that whoever follows it later learns that the data have changed.
 *
 * @example toQuery({ ...asPublished("2024-10-03"), documents: "all" }, settable) // => "?documents=all&data=0123456789ab"
 */
export function toQuery(settings: Settings, { asOf, version }: Settable): string {
  const query = new URLSearchParams();
  if (settings.asOf !== asOf) query.set("day", settings.asOf);
  if (settings.documents !== "core") query.set("documents", settings.documents);
  for (const [choice, option] of settings.options) query.set(choice, option);
  for (const [dial, value] of settings.numbers) query.set(dial, String(value));
  for (const origin of settings.without) query.append("without", origin);
  if (query.size === 0) return "";
  query.set("data", version);
  return `?${query.toString()}`;
}

/** Settings read from an address, and what of it could not be followed, in sentences. */
export interface Read {
  readonly settings: Settings;
  readonly problems: readonly string[];
}

/** How many sentences are told of an address at the most. */
const MOST_PROBLEMS = 5;

/**
 * Takes over what an address names, each word once; what this page does not know is left as
 * published and told.
 */
export function fromQuery(search: string, settable: Settable): Read {
  const { ledger, choices, dials, version, asOf } = settable;
  const problems: string[] = [];
  const options = new Map<string, string>();
  const numbers = new Map<string, number>();
  const without = new Set<string>();
  const origins = new Set(ledger.origins.map(({ id }) => id));
  let settings = asPublished(asOf);
  const readers = new Map<string, (value: string) => boolean>([
    [
      "day",
      (value) => {
        if (isDay(value)) settings = { ...settings, asOf: value };
        return isDay(value);
      },
    ],
    [
      "documents",
      (value) => {
        if (isDocuments(value)) settings = { ...settings, documents: value };
        return isDocuments(value);
      },
    ],
    [
      "without",
      (value) => {
        if (origins.has(value)) without.add(value);
        return origins.has(value);
      },
    ],
    [
      "data",
      (value) => {
        if (value !== version)
          problems.push(
            `The address was made with another state of the data, ${value.slice(0, 12)}; these are answers from ${version}.`,
          );
        return true;
      },
    ],
    ...choices.map((choice): readonly [string, (value: string) => boolean] => [
      choice.id,
      (value) => {
        const [published, ...others] = choice.options;
        const found = others.some(({ id }) => id === value);
        if (found) options.set(choice.id, value);
        return found || value === published.id;
      },
    ]),
    ...dials.map((dial): readonly [string, (value: string) => boolean] => [
      dial.id,
      (value) => {
        const number = numberIn(value);
        const may = isPossible(number, dial);
        if (may) numbers.set(dial.id, number);
        return may;
      },
    ]),
  ]);
  const said = new Set<string>();
  for (const [name, value] of new URLSearchParams(search)) {
    const reader = readers.get(name);
    if (reader && said.has(name) && name !== "without") {
      problems.push(`The address says ${name} more than once: the first is taken.`);
    } else if (!(reader?.(value) ?? false)) {
      const word = `${name.slice(0, 40)}=${value.slice(0, 40)}`;
      problems.push(`The address says ${word}, which this page does not take: left as published.`);
    }
    said.add(name);
  }
  return {
    settings: { ...settings, options, numbers, without: [...without].sort() },
    problems: problems.slice(0, MOST_PROBLEMS),
  };
}
