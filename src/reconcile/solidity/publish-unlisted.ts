import type { Collection } from "../collection.ts";
import type { PublishedUnlisted } from "./rows.ts";
import type { Unlisted } from "./unlisted.ts";

/** Which rows are computed where there are too many, by table. */
const RULES = {
  "without, multiverse, tornado, thresholds": "the last day",
  multiverse:
    "combinations of the choices that alone move an end of the last day farthest; every other choice as published",
  thresholds: "the tightest bounds of each side",
  disagreements: "of each statement the pairs in which an end of it lies farthest from another",
  "conflict_pairs, conflict":
    "of each bound the pair in which it lies farthest from another, and the pair that binds on the last day",
  "conflict_pairs, seeming":
    "of each statement the pairs in which an end of it lies farthest from another",
  "conflict_pairs, converted":
    "of each statement the pairs in which an end of it, converted, lies farthest from another",
} as const;

/** A table, or those of its rows that are of one kind. */
export type CutTable = keyof typeof RULES;

/** Says of what not everything was computed, and what was. */
export const publishUnlisted = (
  table: CutTable,
  collection: Collection,
  unlisted: readonly Unlisted[],
): readonly PublishedUnlisted[] =>
  unlisted.map(({ about, computed, of }) => ({
    table,
    about,
    collection,
    computed,
    of,
    rule: RULES[table],
  }));
