import type { Documents } from "./documents.ts";

/** How a reader wants the estimates made; all else stays as published. */
export interface Settings {
  /** ISO date of the day that is asked about. */
  readonly asOf: string;
  readonly documents: Documents;
  /** The option taken of each choice that is made otherwise: option by choice. */
  readonly options: ReadonlyMap<string, string>;
  /** Origins left out, in the order of their ids. */
  readonly without: readonly string[];
  /** Numbers in place of those of assumptions, in the unit of the assumption's quantity. */
  readonly numbers: ReadonlyMap<string, number>;
}

/** What is published: the core articles, with every choice as the ledger makes it. */
export const asPublished = (asOf: string): Settings => ({
  asOf,
  documents: "core",
  options: new Map(),
  without: [],
  numbers: new Map(),
});

/** Whether nothing but the day is asked otherwise than published. */
export const isAsPublished = ({ documents, options, without, numbers }: Settings): boolean =>
  documents === "core" && options.size === 0 && without.length === 0 && numbers.size === 0;
