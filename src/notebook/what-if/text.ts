import { findingOf } from "../../charts/finding.ts";
import { capitalise, formatFull, formatList, formatRange, isConflict } from "../../charts/words.ts";
import type { Ledger } from "../../ledger/tables.ts";
import type { Ends } from "../../reconcile/published.ts";
import type { Answers } from "../../reconcile/what-if/answers.ts";
import type { Follow, Input } from "../../reconcile/what-if/follow.ts";

/** A sentence of the text that states the finding and what follows from it. */
export interface Sentence {
  readonly id: string;
  readonly words: string;
}

/** What the text is about, and the names of what it names. */
export interface Subject {
  readonly ledger: Pick<Ledger, "metrics" | "assumptions">;
  readonly metric: string;
  readonly asOf: string;
}

const DAYS = "days of Russian fire";
const MONTHS = "months of US output";
const WORKING = "rounds that work";

/** What is said of a result depends on what it counts. */
const TOLD = { equal: [DAYS, MONTHS], fail: [WORKING], hold: ["rounds"] } as const;

/** Units of the cross-checks that the text can tell of. */
export const toldUnits: readonly string[] = Object.values(TOLD).flat();

const uncapitalise = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`;

/** A number with what it counts, whose first word is a plural: "1 day of fire", "2 days of fire". */
const counted = (words: string, unit: string): string =>
  `${words} ${/(?:^| )1$/u.test(words) ? unit.replace(/s\b/u, "") : unit}`;

/** Per what, in words: "rounds/day" is "rounds a day". */
const spelled = (unit: string): string => unit.replace("/", " a ");

const isOpen = ({ low, high }: Ends): boolean => low === null && high === null;

/** A number that is put in, with its unit: "30,000 rounds a day". */
interface Named {
  readonly label: string;
  readonly words: string;
  readonly unit: string;
}

/** Says the numbers of a formula by what they are, and the units of metrics. */
function namesIn({ metrics, assumptions }: Subject["ledger"]) {
  const units = new Map(metrics.map(({ id, unit }) => [id, unit]));
  const rows = new Map(assumptions.map((row) => [row.id, row]));
  const labelOf = (id: string): string => uncapitalise(rows.get(id)?.label ?? id);
  return {
    labelOf,
    unitOf: (metric: string): string => units.get(metric) ?? "",
    named: (input: Input): Named => ({
      label: labelOf(input.id),
      words: formatRange(input, formatFull),
      unit: units.get(rows.get(input.id)?.metric ?? "") ?? "",
    }),
  };
}
type Names = ReturnType<typeof namesIn>;

/** Why something is not computed. */
const withoutNumber = ({ missing }: Follow, { labelOf }: Names): string =>
  `no claim that counts gives ${missing.map((id) => `the ${labelOf(id)}`).join(", or ")}`;

const withUnit = ({ words, unit }: Named): string => counted(words, spelled(unit));

/** How long the rounds last, and how long they would take to make. */
function equalWords(follows: readonly Follow[], names: Names): string {
  const told = follows.map((follow) => {
    const rate = follow.inputs.map((input) => withUnit(names.named(input))).join(" and ");
    return { follow, rate, unit: follow.unit };
  });
  const equal = told.flatMap(({ follow: { result }, rate, unit }) =>
    result && !isOpen(result) ? [`${counted(formatRange(result), unit)}, at ${rate}`] : [],
  );
  const others = told.flatMap(({ follow, rate, unit }) => {
    if (follow.missing.length > 0)
      return [`${capitalise(unit)} cannot be computed: ${withoutNumber(follow, names)}.`];
    return follow.result && isOpen(follow.result)
      ? [`At ${rate}, no number of ${unit} follows.`]
      : [];
  });
  const first = equal.length === 0 ? [] : [`They equal ${equal.join(", and ")}.`];
  return [...first, ...others].join(" ");
}

/** How many of the rounds do not work. */
function failWords(follow: Follow, names: Names): string {
  if (follow.missing.length > 0)
    return `How many of them do not work cannot be computed: ${withoutNumber(follow, names)}.`;
  const { rest } = follow;
  if (!rest) return "";
  const share = follow.inputs.map((input) => withUnit(names.named(input))).join(" and ");
  return `If ${share} of them do not work, that is ${counted(formatRange(rest), names.unitOf(follow.metric))}.`;
}

/** What the containers could hold. */
function holdWords(follow: Follow, names: Names): string {
  const { range, result, inputs } = follow;
  const what = names.unitOf(follow.metric);
  const start = `What the ${what} could hold`;
  if (!range || isOpen(range))
    return `${start} cannot be computed: no report that counts says how many there are.`;
  if (isConflict(range)) return `${start} is not computed, as ${formatRange(range)}.`;
  if (!result) return `${start} cannot be computed: ${withoutNumber(follow, names)}.`;
  const set = inputs.map((input) => {
    const { label, words, unit } = names.named(input);
    return `${label}: ${words}${unit === "percent" ? " percent" : ""}`;
  });
  const held = counted(formatRange(result), follow.unit);
  return `${capitalise(counted(formatRange(range), what))} could hold ${held} (${set.join("; ")}).`;
}

/**
 * The finding as a short text: what is known on the day, and what the arithmetic gives
 * with the numbers that are set. Every sentence is made from the answers, with their open
 * ends; one that cannot be made says why.
 *
 * @returns Sentences in the order in which they are read; the first one states the range.
 */
export function textOf(
  { ledger, metric, asOf }: Subject,
  { onDay, follows }: Pick<Answers, "onDay" | "follows">,
): readonly [Sentence, ...Sentence[]] {
  const names = namesIn(ledger);
  const range = onDay.find((one) => one.metric === metric)?.estimate ?? null;
  const tellable = (units: readonly string[]): readonly Follow[] =>
    follows.filter(({ unit }) => units.includes(unit));
  const [equal, fail] = [tellable(TOLD.equal), tellable(TOLD.fail)];
  const units = formatList([...equal, ...fail].map(({ unit }) => unit));
  const isNothing = range === null || isOpen(range);
  const computed =
    isNothing || isConflict(range)
      ? [
          {
            id: "equal",
            words: `${isNothing ? "So" : "As the claims conflict,"} nothing follows for ${units}.`,
          },
        ]
      : [
          { id: "equal", words: equalWords(equal, names) },
          ...fail.map((follow) => ({ id: "fail", words: failWords(follow, names) })),
        ];
  return [
    { id: "finding", words: findingOf({ unit: names.unitOf(metric), asOf, range }) },
    ...[
      ...computed,
      ...tellable(TOLD.hold).map((follow) => ({ id: "hold", words: holdWords(follow, names) })),
    ].filter(({ words }) => words !== ""),
  ];
}
