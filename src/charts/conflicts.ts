import { capitalise, nameInSentence } from "../words/names.ts";
import { formatFew, formatWord } from "../words/numbers.ts";
import { formatOurs } from "../words/ranges.ts";
import { chartOf } from "./chart.ts";
import { type Contested, type Contradiction, contradictionsIn } from "./draw/contradictions.ts";
import { type Bar, drawLines } from "./draw/lines.ts";
import { endsOf } from "./draw/said.ts";

const lineOf = ({ what, sides }: Contradiction): string => `${what}, ${sides[0]?.when ?? ""}`;

/** What is left if one of two goes; of more, how many must go. */
function belowOf({ sides, wrong }: Contradiction): string {
  if (sides.length !== 2)
    return `At least ${formatWord(wrong)} of the ${formatWord(sides.length)} must be wrong.`;
  const left = sides.flatMap((side) =>
    side.left ? [`Without ${nameInSentence(side.who)}: ${formatOurs(side.left)} in all`] : [],
  );
  return left.join("; ");
}

export const chart = chartOf({
  name: "conflicts",
  rows: (data: Contested, choice) => {
    const found = contradictionsIn(data, choice);
    const own = data.conflicts.filter(
      ({ assume, collection }) => assume === "stated" && collection === choice.collection,
    );
    const sets = own.filter(({ gap }) => gap > 0);
    return found.length === 0 ? null : { found, sets, inWords: own.length - sets.length };
  },
  title: ({ sets }) => {
    const isPairs = sets.every(({ testimony }) => testimony.length === 2);
    const count = formatFew(sets.length, isPairs ? "pair" : "set");
    return `${capitalise(count)} of figures cannot ${isPairs ? "both" : "all"} be right`;
  },
  subtitle: () =>
    "What each speaker’s figure allows in all over its time; hatched what none of them allows",
  note: ({ inWords }) =>
    `Each line has a scale of its own, from nothing at the left. Nothing here says who is wrong.${inWords > 0 ? ` ${capitalise(formatFew(inWords, "more set differs", "more sets differ"))} in words alone, as “fewer than” against the number itself.` : ""}`,
  key: () => [{ sample: "gap", means: "no figure of the line allows it" }],
  table: ({ found }) =>
    found.flatMap(({ what, sides }) =>
      sides.map(({ who, when, printed, claims, left, ...ends }) => ({
        ...{ what, who, when, ...endsOf(ends), said: printed },
        ...{ left_low: left?.low ?? null, left_high: left?.high ?? null, claims: claims.join("|") },
      })),
    ),
  draw: ({ found }, canvas) => {
    const bars = found.flatMap((one) =>
      one.sides.map((side): Bar => {
        const words = `${side.who}: ${side.printed}`;
        return { ...side, line: lineOf(one), party: one.party, words, tint: 2 };
      }),
    );
    const below = new Map(found.map((one) => [lineOf(one), belowOf(one)]));
    return drawLines(bars, canvas, { isOwnScale: true, below });
  },
});
