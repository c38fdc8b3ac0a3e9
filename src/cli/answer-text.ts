import { formatDay } from "../words/days.ts";
import { formatCount } from "../words/numbers.ts";
import type { Contradictions, Testified } from "../amount/contradictions.ts";
import type { Answer } from "../amount/systems.ts";
import { showCell } from "../ledger/faults.ts";
import { plainDigits } from "../ledger/numbers.ts";
import type { Ledger } from "../ledger/tables.ts";
import type { Found } from "./ask.ts";
import { wrap } from "./wrap.ts";

type Ends = Pick<Answer, "low" | "low_inclusive" | "high" | "high_inclusive">;

const OPEN: Ends = { low: null, low_inclusive: null, high: null, high_inclusive: null };

/** All digits of a number, the whole part grouped by comma; sums are not printed further than nine digits. */
export function formatDigits(value: number): string {
  const [whole = "", decimals] = plainDigits(Number(value.toPrecision(9))).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/gu, ",");
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}

/** A range with every digit, and in words what its ends are. */
export function formatEnds({ low, low_inclusive, high, high_inclusive }: Ends): string {
  const floor =
    low === null ? null : `${low_inclusive ? "at least" : "more than"} ${formatDigits(low)}`;
  const ceiling =
    high === null ? null : `${high_inclusive ? "at most" : "less than"} ${formatDigits(high)}`;
  if (low === null || high === null) return floor ?? ceiling ?? "not stated";
  if (low === high) return formatDigits(low);
  return low_inclusive && high_inclusive
    ? `${formatDigits(low)} to ${formatDigits(high)}`
    : `${floor ?? ""}, ${ceiling ?? ""}`;
}

/** A heading and its lines; nothing where there are no lines. */
const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ["", title, ...lines];

const longest = (words: readonly string[]): number =>
  words.reduce((width, word) => Math.max(width, word.length), 0);

/** Lines of two columns; the second starts on a line of its own where the first is long. */
function twoColumns(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.min(32, longest(rows.map(([first]) => first)));
  return rows.map(([first, second]) =>
    first.length > width
      ? `  ${first}\n${wrap(" ".repeat(width + 4), second)}`
      : wrap(`  ${first.padEnd(width)}  `, second),
  );
}

function formatBinding(ledger: Ledger, side: string, ids: readonly string[]): readonly string[] {
  const nameOf = (id: string): string => ledger.claimants.find((row) => row.id === id)?.name ?? id;
  return ids.flatMap((id) => {
    const assumption = ledger.assumptions.find((row) => row.id === id);
    if (assumption) return [wrap(`  ${side.padEnd(8)}`, `${id} ${assumption.label}`)];
    const claim = ledger.claims.find((row) => row.id === id);
    const origin = ledger.origins.find((row) => row.id === claim?.origin);
    if (!claim) return [];
    const place = claim.start === null ? "" : ` at ${claim.start}–${claim.end ?? ""}`;
    return [
      wrap(`  ${side.padEnd(8)}`, `${id} ${showCell(claim.quote)}`),
      wrap(
        " ".repeat(10),
        `${origin ? nameOf(origin.claimant) : claim.origin}, in ${claim.source}${place}`,
      ),
    ];
  });
}

const formatTestimony = (testimony: readonly Testified[]): string =>
  testimony.map((claims) => claims.join(", ")).join(" against ");

/** What all of some repairs leave out: the rest of them lies elsewhere. */
function inAll(repairs: readonly (readonly Testified[])[]): readonly Testified[] {
  const [first = [], ...others] = repairs;
  const isIn = (repair: readonly Testified[], claims: Testified): boolean =>
    repair.some((one) => one.join("|") === claims.join("|"));
  return first.filter((claims) => others.every((repair) => isIn(repair, claims)));
}

function formatContradictions(
  { conflicts, isComplete, fewest, repairs }: Contradictions,
  fewestWrong: number | null,
): readonly string[] {
  const others = isComplete ? [] : ["  and further sets, which were not looked for"];
  const least =
    fewest === null
      ? "More testimonies must be wrong than can be tried"
      : `Fewest that must be wrong: ${String(fewest)}, in ${formatCount(repairs.length, "way")}`;
  return [
    ...section(
      "These cannot all be right; any one gone, the others can",
      conflicts.map(({ testimony, gap }) =>
        wrap(
          "  ",
          `${formatTestimony(testimony)}: ${gap === 0 ? "the words are at odds, the numbers are not" : `a gap of ${formatDigits(gap)} in all`}`,
        ),
      ),
    ),
    ...others,
    "",
    least,
    ...(fewestWrong === 0 ? ["In another reading of what was said, all can be right"] : []),
  ];
}

/** The ranges that are left, each with what would have to be wrong for it. */
function formatRanges({ ranges, contradictions }: Found): readonly string[] {
  const repairs = contradictions?.repairs ?? [];
  if (ranges.length === 0) return ["  not stated"];
  return ranges.flatMap(({ repairs: leaving, ...ends }) => {
    const range = `  ${formatEnds(ends)}`;
    if (ranges.length === 1) return [range];
    const wrong = inAll(leaving.map((at) => repairs[at - 1] ?? []));
    const who = wrong.map((claims) => claims.join(", ")).join(" and ");
    const ways = `in ${String(leaving.length)} of ${formatCount(repairs.length, "way")}`;
    return [range, wrap("    ", who === "" ? ways : `if ${who} is wrong, ${ways}`)];
  });
}

function headingOf({ ranges, contradictions }: Found): string {
  if (contradictions === null) return "What all claims leave";
  return ranges.length > 1
    ? "What is left, if the fewest are wrong"
    : "What is left, whichever of the fewest are wrong";
}

const formatAnyOneWrong = ({ ranges, anyOneWrong }: Found): string =>
  anyOneWrong === null && ranges.length > 0 ? "no range is left" : formatEnds(anyOneWrong ?? OPEN);

function formatPeriod({ period, question }: Found): string {
  if (period === null) return `${formatDay(question.asOf ?? "")}: no stated period holds this day`;
  const last = formatDay(period.to);
  return period.from === null ? `up to ${last}` : `from ${formatDay(period.from)} to ${last}`;
}

/** An answer as people read it in a terminal of 80 columns. */
export function formatAnswer(found: Found, ledger: Ledger): string {
  const { question, range, support, contradictions } = found;
  const metric = ledger.metrics.find(({ id }) => id === question.metric);
  const { without, knownOn } = question;
  const settings = [
    `collection ${question.collection}`,
    `assuming ${question.assume}`,
    ...(without.length > 0 ? [`without ${without.join(", ")}`] : []),
    ...(knownOn === null ? [] : [`as known on ${formatDay(knownOn)}`]),
  ];
  const lines = [
    wrap("", `${metric?.label ?? ""} (${question.metric})`),
    wrap("", `${formatPeriod(found)}, in ${metric?.unit ?? ""}; ${settings.join("; ")}`),
    "",
    headingOf(found),
    ...formatRanges(found),
    "",
    ...twoColumns([
      ["if any one origin is wrong", formatAnyOneWrong(found)],
      [
        "resting on",
        `${formatCount(support.claims, "claim")}, ${formatCount(support.origins, "origin")}, ${formatCount(support.institutions, "institution")}`,
      ],
    ]),
    ...section("Claims that bind", [
      ...formatBinding(ledger, "low", range.low_claims),
      ...formatBinding(ledger, "high", range.high_claims),
    ]),
    ...(contradictions === null
      ? ["", "All claims can be right together"]
      : formatContradictions(contradictions, found.fewestWrong)),
    ...section("Not used", twoColumns(found.unused.map(({ claim, reason }) => [claim, reason]))),
  ];
  return `${lines.join("\n")}\n`;
}
