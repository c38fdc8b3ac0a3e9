import { formatCount, formatRange } from "../../charts/words.ts";
import type { Ledger } from "../../ledger/tables.ts";
import type { Ends, PublishedCrosscheck, PublishedEstimate } from "../../reconcile/published.ts";
import type { Answers } from "../../reconcile/what-if/answers.ts";
import { type Documents, speaks } from "../../reconcile/what-if/documents.ts";

/** One finding as published, and as settings leave it. */
export interface ResultRow {
  readonly id: string;
  readonly label: string;
  readonly topic: string;
  readonly unit: string;
  readonly published: string;
  readonly now: string;
  readonly isChanged: boolean;
  /** Claims that put the ends, or that the arithmetic rests on. */
  readonly claims: readonly string[];
}

/** What readers see where a row has no range. */
export const NOT_STATED = "not stated";

const wordsOf = (range: Ends | null | undefined): string =>
  range ? formatRange(range) : NOT_STATED;

const isSame = (a: Ends | null | undefined, b: Ends | null | undefined): boolean =>
  (a?.low ?? null) === (b?.low ?? null) &&
  (a?.high ?? null) === (b?.high ?? null) &&
  (a?.low_inclusive ?? null) === (b?.low_inclusive ?? null) &&
  (a?.high_inclusive ?? null) === (b?.high_inclusive ?? null);

const bindingOf = (estimate: PublishedEstimate | null): readonly string[] => [
  ...new Set([...(estimate?.low_claims ?? []), ...(estimate?.high_claims ?? [])]),
];

/** The quantities of which a document that speaks says something; others are bounded by their whole alone. */
export function quantitiesIn(
  { metrics, claims, sources }: Pick<Ledger, "metrics" | "claims" | "sources">,
  documents: Documents,
): Ledger["metrics"] {
  const speaking = new Set(sources.filter((row) => speaks(row, documents)).map(({ id }) => id));
  const spoken = new Set(claims.flatMap((row) => (speaking.has(row.source) ? [row.metric] : [])));
  return metrics.filter(({ id }) => spoken.has(id));
}

/** The ranges of the day, of every quantity that is stated before or after; in the order of the metrics. */
export function estimateRows(
  metrics: Ledger["metrics"],
  published: Answers,
  now: Answers,
): readonly ResultRow[] {
  const [before, after] = [published, now].map(
    ({ onDay }) => new Map(onDay.map(({ metric, estimate }) => [metric, estimate])),
  );
  return metrics.flatMap(({ id, label, topic, unit }): readonly ResultRow[] => {
    const [was, is] = [before?.get(id) ?? null, after?.get(id) ?? null];
    if (!was && !is) return [];
    return [
      {
        ...{ id, label, topic, unit, published: wordsOf(was), now: wordsOf(is) },
        isChanged: !isSame(was, is),
        claims: bindingOf(is ?? was ?? null),
      },
    ];
  });
}

/** Why arithmetic has no result any more. */
const FALLEN = "rests on a claim that does not count";

/** What is said of arithmetic that was done and leaves both ends open: a divisor may be 0. */
const NO_RESULT = "no number follows";

function resultOf(check: PublishedCrosscheck | undefined): string {
  if (check === undefined) return NOT_STATED;
  if (check.verdict === FALLEN) return FALLEN;
  return check.low === null && check.high === null ? NO_RESULT : formatRange(check);
}

/** The documents that speak, in words. */
const IN: Readonly<Record<Documents, string>> = {
  core: "in the core articles",
  all: "in all documents",
  further: "in the further reports",
  none: "",
};

/** How many speak for the day, and in which documents, as a sentence. */
export function voicesOf(
  estimate: Pick<PublishedEstimate, "claims" | "origins"> | null,
  documents: Documents,
): string {
  if (documents === "none") return "No document speaks.";
  const where = IN[documents];
  if (estimate === null || estimate.claims === 0) return `No claim ${where} speaks for the day.`;
  const { claims, origins } = estimate;
  const verb = claims === 1 ? "speaks" : "speak";
  return `${formatCount(claims, "claim")} of ${formatCount(origins, "separate origin")} ${where} ${verb} for the day.`;
}

/** Arithmetic with its result, of every cross-check that is computed before or after. */
export function arithmeticRows(published: Answers, now: Answers): readonly ResultRow[] {
  const before = new Map(published.crosschecks.map((row) => [row.crosscheck, row]));
  const after = new Map(now.crosschecks.map((row) => [row.crosscheck, row]));
  const [longer, shorter] =
    after.size >= before.size
      ? [now.crosschecks, published.crosschecks]
      : [published.crosschecks, now.crosschecks];
  const known = new Set(longer.map(({ crosscheck }) => crosscheck));
  const both = [...longer, ...shorter.filter(({ crosscheck }) => !known.has(crosscheck))];
  return both.map(({ crosscheck, label, topic, unit }) => {
    const [was, is] = [before.get(crosscheck), after.get(crosscheck)];
    return {
      ...{ id: crosscheck, label, topic, unit, published: resultOf(was), now: resultOf(is) },
      isChanged: !isSame(was, is) || was?.verdict !== is?.verdict,
      claims: (is ?? was)?.claims ?? [],
    };
  });
}
