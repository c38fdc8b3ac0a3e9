import { formatDays } from "../../charts/days.ts";
import { formatCount, formatFull, formatRange } from "../../charts/words.ts";
import type { Published } from "../../reconcile/published.ts";
import type { Cause } from "../../reconcile/solidity/causes.ts";
import type { PublishedPair } from "../../reconcile/solidity/rows.ts";
import { type Html, html } from "../html.ts";
import type { Model } from "../model.ts";
import { fold, longTable } from "./fold.ts";
import { labelIn, publicationOf } from "./of-documents.ts";
import { claimLinks, formatStated, wideTable, withDays, withThousands } from "./parts.ts";

/** Why two numbers exclude each other, for readers. */
const CAUSE: Readonly<Record<Cause, string>> = {
  origin: "one origin gave both: a later word of it, or another reading",
  derivation: "one is computed from the other or repeats it",
  time: "they speak of different days",
  reading: "one is a reading of words that allow others",
  scope: "the documents state different scopes",
  unit: "they are printed in different units, and agree once converted",
  period: "their periods differ: a mean of one need not hold for the other",
  window: "the counts start on different days",
  definition: "they count different things",
  dispute: "true dispute: nothing that is stated explains it",
};

/** The cause of a pair; where one document alone states a scope, that is said. */
function causeOf({ cause, low_claims, high_claims }: PublishedPair, { ledger }: Model): string {
  const hasScope = (ids: readonly string[]): boolean =>
    ledger.claims.some(({ id, scope }) => id === ids[0] && scope !== null);
  return cause === "scope" && hasScope(low_claims) !== hasScope(high_claims)
    ? "one document states a scope, the other none"
    : CAUSE[cause];
}

/**
 * Both numbers of a pair as they are stated: "about 70,000" is not "at least 70,000". Where
 * no claim states the number itself, as it is converted or one end of several readings, it is
 * told as the end that it is.
 */
function rangesOf(pair: PublishedPair, { published }: Model) {
  const stated = (ids: readonly string[], end: "low" | "high", value: number): string | null => {
    const claim = published.all.claims.find((row) => ids.includes(row.claim));
    return claim?.[end] === value && pair.converted === null ? formatStated(claim) : null;
  };
  return {
    floor:
      stated(pair.low_claims, "low", pair.floor) ??
      formatRange({ low: pair.floor, low_inclusive: pair.floor_inclusive, high: null }, formatFull),
    ceiling:
      stated(pair.high_claims, "high", pair.ceiling) ??
      formatRange(
        { low: null, high: pair.ceiling, high_inclusive: pair.ceiling_inclusive },
        formatFull,
      ),
  };
}

function pairRow(pair: PublishedPair, model: Model): Html {
  const label = labelIn(model);
  const { floor, ceiling } = rangesOf(pair, model);
  const apart = pair.gap === 0 ? "only the ends exclude each other" : formatFull(pair.gap);
  return html`<tr>
    <th scope="row">${withDays(pair.definitions)}</th>
    <td>${floor} (${label(pair.low_origin)}) ${claimLinks(pair.low_claims)}</td>
    <td>${ceiling} (${label(pair.high_origin)}) ${claimLinks(pair.high_claims)}</td>
    <td class="number">${apart} ${pair.gap === 0 ? "" : pair.unit}</td>
    <td>${causeOf(pair, model)}${pair.converted === null ? "" : `; ${withThousands(pair.converted)}`}</td>
  </tr>`;
}

const PAIR_HEAD = ["What is counted", "Says more", "Says less", "Apart by", "Cause"];

/** Disputes first, and of each cause those that lie farthest apart. */
const byWeight = (a: PublishedPair, b: PublishedPair): number =>
  Number(b.cause === "dispute") - Number(a.cause === "dispute") ||
  (b.fold ?? Infinity) - (a.fold ?? Infinity);

/** Who says a claim and for when, as a link to it; the first of several that say the same. */
function speakerLink(ids: readonly string[], { published }: Model): Html {
  const claim = published.all.claims.find((row) => ids.includes(row.claim));
  if (!claim) return claimLinks(ids);
  const days = formatDays(claim.first_day, claim.last_day);
  return html`<a href="/ledger#${claim.claim}">${claim.claimant_name}, ${days}</a>`;
}

/** A pair in words: who says what of which quantity, and how far that is apart. */
function pairItem(pair: PublishedPair, model: Model): Html {
  const { metrics } = model.ledger;
  const labelOf = (metric: string): string =>
    metrics.find(({ id }) => id === metric)?.label ?? metric;
  const { floor, ceiling } = rangesOf(pair, model);
  const about = [...new Set([pair.low_metric, pair.high_metric])].map(labelOf).join("; ");
  const apart = pair.gap === 0 ? "only the ends exclude each other" : `gap ${formatFull(pair.gap)}`;
  const converted = pair.converted === null ? "" : `; ${withThousands(pair.converted)}`;
  return html`<li>
    ${about}: ${floor} (${speakerLink(pair.low_claims, model)}) against
    ${ceiling} (${speakerLink(pair.high_claims, model)}), ${apart}
    ${pair.gap === 0 ? "" : pair.unit}: ${causeOf(pair, model)}${converted}.
  </li>`;
}

const conflictsIn = ({ solidity }: Published): readonly PublishedPair[] =>
  solidity.pairs.filter(({ kind }) => kind === "conflict").toSorted(byWeight);

/** More pairs than this are folded. */
const MANY_IN_WORDS = 10;

/** The pairs of How solid is this? in words: among the core articles, and with further reports. */
export function conflictsBlock(_: string, model: Model): Html {
  const told = (published: Published): Html => {
    const pairs = conflictsIn(published);
    if (pairs.length === 0)
      return html`<p>No two claims about the same quantity exclude each other.</p>`;
    const list = html`<ul>
      ${pairs.map((pair) => pairItem(pair, model))}
    </ul>`;
    return pairs.length > MANY_IN_WORDS
      ? fold(`all ${formatCount(pairs.length, "pair")}`, list)
      : list;
  };
  const { core, all } = model.published;
  if (all === core) return told(core);
  return html`${told(core)}
    <h3>With further reports</h3>
    ${told(all)}
    <p>
      The same pairs stand on <a href="/how-solid#which-claims-cannot-both-be-true">How solid is
      this?</a> as a table with what each number counts.
    </p>`;
}

/** How many pairs have each cause. */
function countedByCause(pairs: readonly PublishedPair[]): Html {
  const causes = [...new Set(pairs.map(({ cause }) => cause))];
  const count = (cause: Cause): number => pairs.filter((pair) => pair.cause === cause).length;
  return html`<ul>
    ${causes.map((cause) => html`<li>${CAUSE[cause]}: ${formatCount(count(cause), "pair")}</li>`)}
  </ul>`;
}

/** Every pair of claims that cannot both be true, under which definitions; disputes come first. */
export function conflictPairsBlock(argument: string, model: Model): Html {
  const pairs = conflictsIn(publicationOf(argument, model));
  if (pairs.length === 0)
    return html`<p>No two claims about the same quantity exclude each other.</p>`;
  const rows = pairs.map((pair) => pairRow(pair, model));
  const caption = "Pairs of claims that cannot both be true";
  return html`${countedByCause(pairs)} ${longTable({ caption, head: PAIR_HEAD, noun: "pair" }, rows, 5)}`;
}

/** More pairs than this are counted by their cause; the table to download has all. */
const MANY_PAIRS = 40;

/** Pairs that only seem to conflict, with the reason; many of them are counted by cause. */
export function seemingBlock(argument: string, model: Model): Html {
  const pairs = publicationOf(argument, model).solidity.pairs.filter(
    ({ kind }) => kind === "seeming",
  );
  if (pairs.length <= MANY_PAIRS)
    return wideTable(
      "Pairs of claims that only seem to conflict",
      PAIR_HEAD,
      pairs.map((pair) => pairRow(pair, model)),
    );
  return html`${countedByCause(pairs)}
    <p>Each pair is in <a href="/data/conflict_pairs.csv">conflict_pairs.csv</a>.</p>`;
}

/** Pairs of statements of different origins, counted by what sets them apart. */
export function disagreementsBlock(argument: string, model: Model): Html {
  const { disagreements } = publicationOf(argument, model).solidity;
  const causes = [...new Set(disagreements.map(({ cause }) => cause))];
  const rows = causes.map((cause) => {
    const own = disagreements.filter((row) => row.cause === cause);
    const widest = Math.max(0, ...own.flatMap(({ fold }) => fold ?? []));
    return html`<tr>
      <th scope="row">${cause === null ? "some number satisfies both" : CAUSE[cause]}</th>
      <td class="number">${formatFull(own.length)}</td>
      <td class="number">${formatFull(own.filter((row) => row.can_both_hold).length)}</td>
      <td class="number">${widest === 0 ? "not stated" : formatFull(widest)}</td>
    </tr>`;
  });
  return wideTable(
    "Pairs of statements of different origins about one quantity",
    ["Cause", "Pairs", "Can both be true", "Widest factor between their ends"],
    rows,
  );
}
