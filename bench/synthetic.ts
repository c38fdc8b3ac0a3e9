/**
 * Ledgers of any size for the bench, from a seed: two hundred totals that grow over four years,
 * and what documents say of them, each in an act of estimation of its own.
 */
import type { Claim, Claimant, Ledger, Metric, Origin, Source } from "../src/ledger/tables.ts";
import { type Chance, chanceFrom } from "./chance.ts";

export const SERIES = 200;
const CLAIMANTS = 40;
const CLAIMS_PER_SOURCE = 12;
/** Of how many claims one is wrong: so seldom that contradictions are not the whole cost. */
const WRONG_EVERY = 20_000;

const FIRST = Date.UTC(2022, 6, 1);
const DAYS = 1461;

const dayAt = (index: number): string =>
  new Date(FIRST + index * 86_400_000).toISOString().slice(0, 10);

/** What nobody knows: so much has come up to the end of a day, at another pace for each series. */
const truth = (series: number, day: number): number =>
  1000 * (1 + (series % 10)) * (1 + day / 10 + Math.max(0, day - 7 * series) / 5);

const sourcesOf = (count: number): readonly Source[] =>
  Array.from({ length: count }, (_, index) => ({
    ...{ id: `s_${String(index)}`, collection: "further", title: `Report ${String(index)}` },
    ...{ publisher: "A paper", author: null, url: null, published_on: dayAt(DAYS) },
    ...{ published_precision: "day", language: "en", translation: "none" },
    ...{ original_title: null, original_publisher: null, original_url: null },
    ...{ sha256: null, characters: null, note: null },
  }));

const claimantsOf = (): readonly Claimant[] =>
  Array.from({ length: CLAIMANTS }, (_, index) => ({
    ...{ id: `a_${String(index)}`, name: `Body ${String(index)}`, kind: "ministry" },
    ...{ country: null, part_of: null, stance: "neutral", note: null },
  }));

const metricsOf = (): readonly Metric[] =>
  Array.from({ length: SERIES }, (_, index) => ({
    ...{ id: `m_${String(index)}`, topic: "other", label: `Count ${String(index)}` },
    ...{ unit: "pieces", measure: "total", series: null, part_of: null },
    definition: "Made up for the bench",
  }));

const originOf = (chance: Chance, id: string): Origin => ({
  ...{ id, claimant: `a_${String(chance.below(CLAIMANTS))}`, stated_on: null },
  ...{ method: "unknown", based_on: [], label: `Estimate ${id}`, note: null },
});

type Numbers = Pick<Claim, "bound" | "low" | "high" | "quote">;

const WORDINGS = [
  ["at_least", 45],
  ["more_than", 10],
  ["at_most", 15],
  ["less_than", 5],
  ["range", 25],
] as const satisfies readonly (readonly [Claim["bound"], number])[];

/** Bounds around a number, as far from it as estimates are; both sides seldom, as in data/. */
function wordsFor(chance: Chance, value: number): Numbers {
  const off = 1 + chance.share();
  const [low, high] = [Math.floor(value / off), Math.ceil(value * off)];
  const [less, more] = [String(low), String(high)];
  const bound = chance.weighted(WORDINGS);
  switch (bound) {
    case "at_least":
      return { bound, low, high: null, quote: `at least ${less}` };
    case "more_than":
      return { bound, low: low - 1, high: null, quote: `more than ${String(low - 1)}` };
    case "at_most":
      return { bound, low: null, high, quote: `at most ${more}` };
    case "less_than":
      return { bound, low: null, high: high + 1, quote: `below ${String(high + 1)}` };
    case "range":
      return { bound, low, high, quote: `${less} to ${more}` };
  }
}

type Days = Pick<
  Claim,
  "as_of_earliest" | "as_of_latest" | "period_start" | "period_end" | "counted_from"
>;

const NO_DAYS: Days = {
  ...{ as_of_earliest: null, as_of_latest: null, counted_from: null },
  ...{ period_start: null, period_end: null },
};

/** Most count from the beginning; a quarter says how much came between two days. */
function claimOf(chance: Chance, index: number, origin: string): Claim {
  const series = chance.below(SERIES);
  const last = 1 + chance.below(DAYS);
  const first = chance.happens(0.25) ? 1 + chance.below(last) : null;
  const days: Days =
    first === null
      ? { ...NO_DAYS, as_of_earliest: dayAt(last), as_of_latest: dayAt(last) }
      : { ...NO_DAYS, period_start: dayAt(first), period_end: dayAt(last) };
  const came = truth(series, last) - (first === null ? 0 : truth(series, first - 1));
  const isWrong = index % WRONG_EVERY === WRONG_EVERY - 1;
  // One after the other in its document, so that no two quotes overlap.
  const start = 100 * (index % CLAIMS_PER_SOURCE);
  const words = wordsFor(chance, isWrong ? 10 * came : came);
  return {
    id: `c_${String(index)}`,
    ...{
      source: `s_${String(Math.floor(index / CLAIMS_PER_SOURCE))}`,
      metric: `m_${String(series)}`,
    },
    ...{ origin, ...words, start, end: start + words.quote.length, best: null },
    ...{ low_exclusive: null, high_exclusive: null, hedge: null, modality: "asserted" },
    ...days,
    ...{ time_basis: "stated", scope: null, alternative: null, derived_from: null, via: [] },
    ...{ quote_seen: "seen", primary: null, translation_note: null, repeats: "faithful" },
    ...{ status: "active", note: null },
  };
}

/**
 * A ledger of so many claims that passes every rule of `npm run check`.
 *
 * @param seed The same seed gives the same ledger, byte for byte.
 */
export function syntheticLedger(size: number, seed = 1): Ledger {
  const chance = chanceFrom(seed);
  const origins = Array.from({ length: size }, (_, index) =>
    originOf(chance, `o_${String(index)}`),
  );
  return {
    sources: sourcesOf(Math.ceil(size / CLAIMS_PER_SOURCE)),
    claimants: claimantsOf(),
    origins,
    metrics: metricsOf(),
    claims: origins.map(({ id }, index) => claimOf(chance, index, id)),
    dismissals: [],
    propositions: [],
    statements: [],
    assumptions: [],
    corrections: [],
    crosschecks: [],
    mutation_kinds: [],
    mutations: [],
  };
}
