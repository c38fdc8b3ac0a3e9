import type { Model } from "./model.ts";

/** What prose can count of the changes that retellings and translations made, all documents together. */
export const COUNTED_CHANGES: Readonly<
  Record<string, (model: Model) => readonly [number, string]>
> = {
  mutations: ({ published }) => [published.mutations.length, "known changes"],
  mutations_inferred: ({ published }) => [
    published.mutations.filter(({ evidence }) => evidence === "inferred").length,
    "changes that are inferred, not seen",
  ],
  mutations_translation: ({ published }) => [
    published.mutations.filter(({ cause }) => cause === "translation").length,
    "changes that came in by translation",
  ],
  mutations_statements: ({ published }) => [
    published.mutations.filter(({ statement }) => statement !== null).length,
    "changes in words without a number",
  ],
  retellings: ({ published }) => [
    published.retellings.length,
    "figures of which one can say whether they were changed on the way",
  ],
  retellings_changed: ({ published }) => [
    published.retellings.filter(({ mutations }) => mutations.length > 0).length,
    "retold figures with a known change",
  ],
  retellings_unchanged: ({ published }) => [
    published.retellings.filter(({ mutations }) => mutations.length === 0).length,
    "retold figures without a known change",
  ],
  retold_origins: ({ published }) => [
    new Set(published.retellings.map(({ origin }) => origin)).size,
    "acts of estimation whose figures were retold or translated",
  ],
  retellings_number: ({ published }) => [
    published.retellings.filter(({ number_changed }) => number_changed).length,
    "retold figures of which the number itself was changed",
  ],
};
