import { group } from "d3-array";
import type { Published } from "../published/tables.ts";
import { capitalise, shortName } from "../words/names.ts";
import { formatWord } from "../words/numbers.ts";
import { keepChosen } from "./canvas.ts";
import { chartOf } from "./chart.ts";
import { type Bar, drawLines } from "./draw/lines.ts";

/** Stances that stand against one who affirms. */
const AGAINST: readonly string[] = ["denies", "doubts"];

export const chart = chartOf({
  name: "stances",
  rows: ({ statements }: Pick<Published, "statements">, choice) => {
    const own = keepChosen(statements, choice);
    const sentences = [...group(own, (row) => row.proposition_label)].map(([line, rows]) => {
      const affirming = rows.filter(({ stance }) => stance === "affirms").length;
      const isContested = affirming > 0 && rows.some(({ stance }) => AGAINST.includes(stance));
      return { line, rows, affirming, isContested };
    });
    const contested = sentences
      .filter(({ isContested }) => isContested)
      .toSorted((a, b) => b.rows.length - a.rows.length);
    return contested.length === 0 ? null : { own, contested, count: sentences.length };
  },
  title: ({ contested, count }) =>
    `${capitalise(formatWord(contested.length))} of ${count} sentences ${contested.length === 1 ? "is" : "are"} both affirmed and doubted or denied`,
  subtitle: () => "Statements in words about the sentences that are contested",
  note: ({ own, contested, count }) =>
    `All ${own.length} statements, of the ${count - contested.length} other sentences too, are in the table. Statements of different years are not told apart here.`,
  key: () => [
    { sample: "bar", party: "other", means: "affirm" },
    { sample: "ground", party: "other", means: "doubt, deny or say something else" },
  ],
  table: ({ own }) =>
    own.map((row) => ({
      ...{ what: row.proposition_label, who: shortName(row.claimant_name), when: row.published_on },
      ...{ says: row.stance.replaceAll("_", " "), quote: row.quote, hedge: row.hedge },
      statements: row.statement,
    })),
  draw: ({ contested }, canvas) => {
    const style = { party: "other", low_inclusive: true, high_inclusive: true, words: "" } as const;
    const bars = contested.flatMap(({ line, rows, affirming }): readonly Bar[] => [
      { ...style, line, low: 0, high: affirming },
      { ...style, line, low: affirming, high: rows.length, tint: 1 },
    ]);
    const below = contested.map(({ line, rows }) => {
      const said = [...group(rows, ({ stance }) => stance.replaceAll("_", " "))];
      return [line, said.map(([stance, same]) => `${stance}: ${same.length}`).join(", ")] as const;
    });
    return drawLines(bars, canvas, { below: new Map(below) });
  },
});
