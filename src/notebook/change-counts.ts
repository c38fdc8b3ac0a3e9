import type { Model } from "./model.ts";

/** What prose can count of the changes that retellings and translations made, all documents together. */
export const COUNTED_CHANGES: Readonly<
  Record<string, (model: Model) => readonly [number, string]>
> = {
  mutations: ({ published: { all } }) => [all.mutations.length, "known changes"],
  mutations_inferred: ({ published: { all } }) => [
    all.mutations.filter(({ evidence }) => evidence === "inferred").length,
    "changes that are inferred, not seen",
  ],
  mutations_translation: ({ published: { all } }) => [
    all.mutations.filter(({ cause }) => cause === "translation").length,
    "changes that came in by translation",
  ],
  mutations_statements: ({ published: { all } }) => [
    all.mutations.filter(({ statement }) => statement !== null).length,
    "changes in words without a number",
  ],
  retellings: ({ published: { all } }) => [
    all.retellings.length,
    "figures of which one can say whether they were changed on the way",
  ],
  retellings_changed: ({ published: { all } }) => [
    all.retellings.filter(({ mutations }) => mutations.length > 0).length,
    "retold figures with a known change",
  ],
  retellings_unchanged: ({ published: { all } }) => [
    all.retellings.filter(({ mutations }) => mutations.length === 0).length,
    "retold figures without a known change",
  ],
  retold_origins: ({ published: { all } }) => [
    new Set(all.retellings.map(({ origin }) => origin)).size,
    "acts of estimation whose figures were retold or translated",
  ],
  retellings_number: ({ published: { all } }) => [
    all.retellings.filter(({ number_changed }) => number_changed).length,
    "retold figures of which the number itself was changed",
  ],
};
