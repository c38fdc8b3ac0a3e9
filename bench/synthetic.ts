/**
 * Ledgers of any size for the bench, from a seed: an archive of many counts over
 * four years, with the shares of data/ (about 1.5 reports per origin there, more
 * where many papers retell one briefing).
 */
import type { Assumption, Claimant, Ledger, Metric, Origin, Source } from "../src/ledger/tables.ts";
import { type Chance, chanceFrom } from "./chance.ts";
import { dayAt, DAYS } from "./synthetic-days.ts";
import { claimsOf } from "./synthetic-claims.ts";

/** A report has this many claims on average; a count is mentioned this often. */
const CLAIMS_PER_SOURCE = 12;
const CLAIMS_PER_METRIC = 100;
const CORE_SHARE = 0.15;
/** Metrics come in families: one whole, its parts, a part of a part. */
const FAMILY = 6;
const CLAIMANTS = 40;

function sourcesOf(chance: Chance, count: number): readonly Source[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `s_${String(index)}`,
    collection: index === 0 || chance.happens(CORE_SHARE) ? "core" : "further",
    title: `Report ${String(index)}`,
    publisher: `Paper ${String(chance.below(200))}`,
    author: null,
    url: null,
    published_on: dayAt(Math.ceil((index / (count - 1)) * DAYS)),
    published_precision: "day",
    language: "en",
    translation: "none",
    original_title: null,
    original_publisher: null,
    original_url: null,
    sha256: null,
    characters: null,
    note: null,
  }));
}

const claimantsOf = (): readonly Claimant[] =>
  Array.from({ length: CLAIMANTS }, (_, index) => ({
    id: `a_${String(index)}`,
    name: `Body ${String(index)}`,
    kind: "ministry",
    country: null,
    part_of: null,
    stance: "neutral",
    note: null,
  }));

/** The whole of each family is its first metric; the last is part of the second. */
function wholeOf(index: number): string | null {
  const place = index % FAMILY;
  if (place === 1 || place === 2) return `m_${String(index - place)}`;
  return place === 5 ? `m_${String(index - 4)}` : null;
}

const KINDS = [
  ["stock", "yes", 50],
  ["stock", "no", 15],
  ["rate", "no", 15],
  ["flow", "no", 10],
  ["parameter", "no", 10],
] as const satisfies readonly (readonly [Metric["kind"], Metric["cumulative"], number])[];

function metricsOf(chance: Chance, count: number): readonly Metric[] {
  // a family counts one way, so that bounds can travel between its members
  const families = Array.from({ length: count / FAMILY }, (_, nth) => {
    // what is told most often is a count that grows, as deliveries are
    const [kind, cumulative] =
      nth === 0 ? KINDS[0] : chance.weighted(KINDS.map((row) => [row, row[2]]));
    return { kind, cumulative };
  });
  return families.flatMap((family, nth) =>
    Array.from({ length: FAMILY }, (_, place): Metric => {
      const index = nth * FAMILY + place;
      return {
        id: `m_${String(index)}`,
        topic: "deliveries",
        label: `Count ${String(index)}`,
        unit: "pieces",
        ...family,
        part_of: wholeOf(index),
        same_as: null,
        definition: "Made up for the bench",
      };
    }),
  );
}

const blank = { low: null, best: null, high: null, derived_from: null } as const;

/** What went before later counting windows, for some counts; and two readings that are chosen between. */
function assumptionsOf(chance: Chance, metrics: readonly Metric[]): readonly Assumption[] {
  const given = { basis: "judgement", rationale: "Made up for the bench" } as const;
  const windows = metrics
    .filter(({ cumulative }) => cumulative === "yes" && chance.happens(0.2))
    .map(({ id }): Assumption => ({
      id: id.replace("m_", "p_window_"),
      metric: id,
      ...blank,
      best: chance.below(500),
      ...given,
      label: `Before the window of ${id}`,
      default: chance.happens(0.8) ? "on" : "off",
    }));
  const readings = (["on", "off"] as const).map((choice): Assumption => ({
    id: `p_reading_${choice}`,
    metric: "m_0",
    ...blank,
    ...given,
    label: `The reading that is ${choice}`,
    default: choice,
  }));
  return [...windows, ...readings];
}

/**
 * A ledger of about `size` claims that passes every rule of `npm run check`.
 *
 * @param size Number of claims; the last statement may have one or two beyond it.
 * @param seed The same seed gives the same ledger, byte for byte.
 */
export function syntheticLedger(size: number, seed = 1): Ledger {
  const chance = chanceFrom(seed);
  const sources = sourcesOf(chance, Math.max(2, Math.ceil(size / CLAIMS_PER_SOURCE)));
  const claimants = claimantsOf();
  const metrics = metricsOf(
    chance,
    FAMILY * Math.max(1, Math.round(size / CLAIMS_PER_METRIC / FAMILY)),
  );
  const assumptions = assumptionsOf(chance, metrics);
  const origins: Origin[] = [];
  const claims = claimsOf(chance, { size, sources, metrics, claimants, origins });
  return {
    sources,
    claimants,
    origins,
    metrics,
    claims,
    dismissals: [],
    propositions: [],
    statements: [],
    assumptions,
    corrections: [],
    crosschecks: [],
    mutation_kinds: [],
    mutations: [],
  };
}
