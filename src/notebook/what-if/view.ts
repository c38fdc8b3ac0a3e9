/** What a reader is told of a setting, in words and links, for the built page and the changed one. */
import type { Ends } from "../../words/ranges.ts";
import { type AssumptionSet, SETS } from "../../ledger/sets.ts";
import { formatDay } from "../../words/days.ts";
import { formatCount, formatNumber } from "../../words/numbers.ts";
import { formatOurs } from "../../words/ranges.ts";
import { SET_ADDS, formatRanges } from "../ranges.ts";
import { type Answered, type AnsweredSet, answerTo, wrongFor } from "./answer.ts";
import type { Known, Setting } from "./known.ts";
import { resultOf } from "./sums.ts";

/** A piece of a sentence: plain, strong, or a link. */
export type Piece =
  string | { readonly strong: string } | { readonly href: string; readonly words: string };
export type Sentence = readonly Piece[];

/** What is told under one heading: a sentence, or several as a list below a first. */
export interface Fact {
  readonly term: string;
  readonly lead: Sentence;
  readonly items: readonly Sentence[];
}

/** A row of a table that holds the setting against what is published. */
export interface Compared {
  readonly label: string;
  readonly published: string;
  readonly set: string;
}

/** All that the page says of a setting. */
export interface View {
  /** The question and its answer in one sentence. */
  readonly finding: string;
  readonly facts: readonly Fact[];
  readonly steps: readonly Compared[];
  readonly sums: readonly Compared[];
}

/** Several pieces with a word between each two. */
const joined = (all: readonly Sentence[], word: string): Sentence =>
  all.flatMap((one, at) => (at === 0 ? one : [word, ...one]));

/** Whose claims these are, each speaker once, with links to them. */
function speakersOf(ids: readonly string[], { said, names }: Known): Sentence {
  const links = new Map<string, string>();
  for (const id of ids) {
    const words = said[id]?.speaker ?? names[id];
    if (words !== undefined && !links.has(words))
      links.set(words, said[id] ? `/ledger#${id}` : `/methods#${id}`);
  }
  if (links.size === 0) return ["nobody"];
  return joined(
    [...links].map(([words, href]) => [{ href, words }]),
    "; ",
  );
}

/** What testimony says, and whose it is: the first of its retellings stands for all. */
function testimonyOf(claims: readonly string[], { said }: Known): Sentence {
  const [id] = claims;
  const one = id === undefined ? undefined : said[id];
  return one === undefined
    ? ["nobody"]
    : [{ href: `/ledger#${String(id)}`, words: one.speaker }, `: ${one.says}`];
}

const rangesOf = ({ bySet }: Answered, assume: AssumptionSet): string =>
  formatRanges(bySet.get(assume)?.answers ?? []);

function ranges(now: AnsweredSet | undefined, unit: string, known: Known): Omit<Fact, "term"> {
  const answers = now?.answers ?? [];
  const isStated = answers.some(({ low, high }) => low !== null || high !== null);
  const [first] = answers;
  if (now === undefined || first === undefined || !isStated)
    return { lead: ["not stated"], items: [] };
  const withUnit = (range: Ends): Sentence => [{ strong: formatOurs(range) }, ` ${unit}`];
  if (answers.length === 1) return { lead: withUnit(first), items: [] };
  return {
    lead: [],
    items: answers.map((answer) => [
      ...withUnit(answer),
      ", if ",
      ...joined(
        wrongFor(answer, now).map((claims) => speakersOf(claims.slice(0, 1), known)),
        " and ",
      ),
      " is wrong",
    ]),
  };
}

function contradictions(now: AnsweredSet, unit: string, known: Known): Omit<Fact, "term"> {
  const { conflicts, fewest } = now;
  if (conflicts.length === 0)
    return { lead: ["All of these claims can be right together."], items: [] };
  const least =
    fewest === null
      ? "more than five of them must be wrong"
      : `at least ${String(fewest)} of them must be wrong, and nothing here says which`;
  return {
    lead: [`${formatCount(conflicts.length, "set")} of claims cannot all be right; ${least}:`],
    items: conflicts.slice(0, 5).map(({ testimony, gap }) => [
      ...joined(
        testimony.map((claims) => testimonyOf(claims.split("+"), known)),
        " against ",
      ),
      gap === 0
        ? "; the numbers agree, the words do not"
        : `; apart by ${formatNumber(gap)} ${unit}`,
    ]),
  };
}

function factsOf(now: Answered, setting: Setting, known: Known): readonly Fact[] {
  const { quantity, bySet } = now;
  const under = bySet.get(setting.assume);
  const { unit } = quantity;
  const range = { term: "The range", ...ranges(under, unit, known) };
  if (under === undefined) return [range];
  const binding = under.answers.flatMap(({ low_claims, high_claims }) => [
    ...low_claims,
    ...high_claims,
  ]);
  const { support, anyOneWrong } = under;
  const { claims, origins, institutions } = support;
  const plain = (term: string, words: string): Fact => ({ term, lead: [words], items: [] });
  return [
    range,
    { term: "Bound by", lead: speakersOf(binding, known), items: [] },
    plain(
      "Spoken of by",
      `${formatCount(claims, "figure")}, from ${formatCount(origins, "separate source")} and ${formatCount(institutions, "institution")}`,
    ),
    plain(
      "If any one source is wrong",
      anyOneWrong === null ? "no range is left" : formatOurs(anyOneWrong),
    ),
    // the gap is one of what the amount measures in all: without "a day"
    {
      term: "Contradictions",
      ...contradictions(under, unit.replace(/\/(?:day|week|month|year)$/u, ""), known),
    },
  ];
}

/** The question as it is read: a total up to a day, anything else over its period. */
function askedIn({ period }: Answered, { day }: Setting): string {
  if (period === null) return `On ${formatDay(day)}`;
  if (period.from === null) return `By ${formatDay(day)}`;
  return `From ${formatDay(period.from)} to ${formatDay(period.to)}`;
}

/** The setting as it is published for the same question. */
const asPublished = ({ metric, day, collection, assume }: Setting): Setting => ({
  ...{ metric, day, collection, assume },
  ...{ without: [], readings: {}, numbers: {} },
});

/**
 * Tells a setting: the answer, what it rests on, and what is published instead.
 *
 * @param answer Answers a setting; who asks often may keep answers.
 */
export function viewOf(
  known: Known,
  setting: Setting,
  answer: (asked: Setting) => Answered = (asked) => answerTo(known, asked),
): View {
  const now = answer(setting);
  const published = answer(asPublished(setting));
  const { label, unit } = now.quantity;
  const words = rangesOf(now, setting.assume);
  return {
    finding: `${askedIn(now, setting)}: ${words}${words === "not stated" ? "" : ` ${unit}`} (${label})`,
    facts: factsOf(now, setting, known),
    steps: SETS.map((assume) => ({
      label: SET_ADDS[assume],
      published: rangesOf(published, assume),
      set: rangesOf(now, assume),
    })),
    sums: known.sums.map((sum) => ({
      label: `${sum.label}, ${sum.unit}`,
      published: resultOf(sum, known, asPublished(setting)),
      set: resultOf(sum, known, setting),
    })),
  };
}
