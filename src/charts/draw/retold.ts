import { group } from "d3-array";
import type { Published, PublishedClaim, PublishedMutation } from "../../published/tables.ts";
import { formatDay, formatMonth } from "../../words/days.ts";
import { joined } from "./contradictions.ts";
import { outletOf } from "../../words/names.ts";

/** Words of a phrase, and whether a retelling put them there. */
export interface Words {
  readonly text: string;
  readonly isChanged: boolean;
}

/** One telling of a number. */
export interface Telling {
  readonly claim: string;
  readonly who: string;
  readonly when: string;
  readonly said: readonly Words[];
  /** What was changed; "" where nothing was. */
  readonly kind: string;
  readonly isInferred: boolean;
}

/** A number as documents told it one after another. */
export interface Chain {
  readonly what: string;
  /** What of the number is changed: what is counted, its certainty, its time. */
  readonly changes: string;
  readonly tellings: readonly Telling[];
}

export type Retold = Pick<Published, "claims" | "mutations" | "conflicts">;

/** Words and what stands between them without a space. */
const wordsIn = (text: string): readonly string[] => text.match(/[^\s,;]+(?:,\d+)*|[,;]/gu) ?? [];

const joinedBy = (word: string): string => (/^[,;]/u.test(word) ? "" : " ");

/** The longest words that two phrases have in common, in their order. */
function common(a: readonly string[], b: readonly string[]): readonly string[] {
  const [first, ...rest] = a;
  if (first === undefined || b.length === 0) return [];
  const at = b.indexOf(first);
  const without = common(rest, b);
  if (at < 0) return without;
  const having = [first, ...common(rest, b.slice(at + 1))];
  return having.length > without.length ? having : without;
}

/**
 * A phrase with what is new in it beside another.
 *
 * @example marked("Russia fires 10,000", "Russia makes 10,000") // => [{ text: "Russia", isChanged: false }, { text: "makes", isChanged: true }, { text: "10,000", isChanged: false }]
 */
export function marked(before: string, after: string): readonly Words[] {
  const kept = [...common(wordsIn(before), wordsIn(after))];
  return wordsIn(after).reduce<readonly Words[]>((runs, word) => {
    // what stands between words is nobody's change
    const isChanged = kept[0] !== word && !/^[,;]$/u.test(word);
    if (kept[0] === word) kept.shift();
    const last = runs.at(-1);
    return last?.isChanged === isChanged
      ? [...runs.slice(0, -1), { text: `${last.text}${joinedBy(word)}${word}`, isChanged }]
      : [...runs, { text: word, isChanged }];
  }, []);
}

const publishedOn = ({ published_on, published_precision }: PublishedClaim): string =>
  published_on === null
    ? "not dated"
    : published_precision === "day"
      ? formatDay(published_on)
      : formatMonth(published_on);

function tellingOf(claim: PublishedClaim, mutations: readonly PublishedMutation[]): Telling {
  const own = mutations.filter((row) => row.claim === claim.claim);
  const [change] = own;
  const told = new Set(
    mutations.filter((row) => row.compared_with.includes(claim.claim)).map(({ before }) => before),
  );
  const [before = ""] = told;
  return {
    claim: claim.claim,
    who: outletOf(claim),
    when: publishedOn(claim),
    said: change
      ? marked(change.before, change.after)
      : [{ text: told.size === 1 ? before : `“${claim.quote}”`, isChanged: false }],
    kind: own.map(({ kind_label }) => kind_label).join("; "),
    isInferred: own.some(({ evidence }) => evidence === "inferred"),
  };
}

/**
 * How well a chain is followed and how much hangs on it: many tellings, one phrase before all, few
 * sorts of change in each, a figure that stands in a conflict.
 */
function weightOf({ tellings }: Chain, contested: ReadonlySet<string>): number {
  const changed = tellings.filter(({ kind }) => kind !== "");
  const kept = new Set(
    tellings
      .filter(({ kind }) => kind === "")
      .map(({ said }) => said.map(({ text }) => text).join(" ")),
  );
  return (
    changed.length +
    tellings.length +
    (kept.size === 1 ? 3 : 0) +
    (tellings.some(({ claim }) => contested.has(claim)) ? 3 : 0) -
    changed.filter(({ kind, isInferred }) => isInferred || kind.includes(";")).length
  );
}

/** Tellings that a reader follows within seconds. */
const MOST = 4;

/**
 * Chains of retellings: claims that a change is known of with those that keep what it changed, in
 * the order of publication; the strongest for each sort of change first.
 */
export function chainsIn({ claims, mutations, conflicts }: Retold): readonly Chain[] {
  const known = new Map(claims.map((row) => [row.claim, row]));
  const edges = mutations.flatMap(({ claim, compared_with }) =>
    claim === null || compared_with.length === 0 ? [] : [[claim, ...compared_with]],
  );
  const dayOf = ({ published_on }: PublishedClaim): string => published_on ?? "";
  const chains = joined(edges).flatMap((ids): readonly Chain[] => {
    const own = mutations.filter(({ claim }) => claim !== null && ids.includes(claim));
    const isChanged = ({ claim }: PublishedClaim): number =>
      own.some((row) => row.claim === claim) ? 1 : 0;
    const tellings = ids
      .flatMap((id) => known.get(id) ?? [])
      .toSorted((a, b) => dayOf(a).localeCompare(dayOf(b)) || isChanged(a) - isChanged(b))
      .map((claim) => tellingOf(claim, mutations));
    const what = known.get(tellings[0]?.claim ?? "")?.metric_label ?? "";
    const isChain = new Set(tellings.map(({ who }) => who)).size > 1 && tellings.length <= MOST;
    return isChain ? [{ what, changes: own[0]?.changes ?? "", tellings }] : [];
  });
  const contested = new Set(
    conflicts.flatMap((row) => (row.assume === "stated" ? row.claims : [])),
  );
  const weight = (chain: Chain): number => weightOf(chain, contested);
  const best = chains.toSorted((a, b) => weight(b) - weight(a));
  const bySort = [...group(best, ({ changes }) => changes).values()];
  return [
    ...bySort.flatMap((same) => same.slice(0, 1)),
    ...bySort.flatMap((same) => same.slice(1)),
  ];
}
