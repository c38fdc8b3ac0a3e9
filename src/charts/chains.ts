import { capitalise, firstFitting, lowerFirst } from "../words/names.ts";
import { formatFew } from "../words/numbers.ts";
import { keepChosen } from "./canvas.ts";
import { chartOf } from "./chart.ts";
import { drawChains } from "./draw/phrases.ts";
import { type Retold, chainsIn } from "./draw/retold.ts";

/** What a reader follows at a glance; the others are in the table. */
const SHOWN = 3;

export const chart = chartOf({
  name: "chains",
  rows: ({ claims, ...data }: Retold, choice) => {
    const chains = chainsIn({ ...data, claims: keepChosen(claims, choice) });
    return chains.length === 0 ? null : chains;
  },
  title: (chains) => {
    const last = chains
      .slice(0, SHOWN)
      .flatMap(
        ({ tellings }) => tellings.findLast(({ kind }) => kind !== "")?.kind.split("; ")[0] ?? [],
      );
    const [first = "", ...more] = [...new Set(last)];
    const [second = ""] = more;
    return capitalise(
      firstFitting(
        [[first, ...more.map(lowerFirst)].join("; "), `${first}; ${lowerFirst(second)}`, first],
        12,
      ),
    );
  },
  subtitle: () => "Numbers as one document after another told them; what changed is marked",
  note: ({ length }) =>
    `Phrases are in our own words where they are not in quotation marks.${length > SHOWN ? ` ${capitalise(formatFew(length - SHOWN, "more chain"))} in the table.` : ""}`,
  key: () => [
    { sample: "changed", means: "changed in retelling" },
    { sample: "about", means: "as said" },
  ],
  table: (chains) =>
    chains.flatMap(({ what, tellings }) =>
      tellings.map(({ who, when, said, kind, claim }) => ({
        ...{ what, who, when, said: said.map(({ text }) => text).join(" "), changed: kind },
        claims: claim,
      })),
    ),
  draw: (chains, canvas) => drawChains(chains.slice(0, SHOWN), canvas),
});
