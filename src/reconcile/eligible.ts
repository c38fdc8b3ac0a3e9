/** From the facts to the claims that ranges are made from: what each says of which amount, over which period. */
import { type ColumnTable, op } from "arquero";
import { startOf, unitsIn } from "../amount/periods.ts";
import type { EligibleClaim } from "../amount/rows.ts";
import type { Interval } from "../arithmetic/interval.ts";
import { standingIn } from "../arithmetic/standing.ts";
import { saidBy } from "../arithmetic/stated.ts";
import { alternativeOf } from "../ledger/choice.ts";
import type { Claim, Ledger, Metric } from "../ledger/tables.ts";
import { institutionsIn, knownOn, rootsIn } from "./chains.ts";

import { type TableOf, functionsOf, rowsAre, tableOf } from "./verbs.ts";

/** A claim that binds nothing, with the reason in words. */
export interface UnusedClaim {
  readonly claim: string;
  readonly metric: string;
  readonly reason: string;
}

/** A claim beside what its metric, its document and its speaker bring along. */
interface KnownClaim extends Pick<Claim, "bound" | "modality" | "alternative" | "period_start"> {
  readonly claim: string;
  readonly source: string;
  readonly metric: string;
  readonly counted_from: string | null;
  readonly measure: Metric["measure"];
  /** The quantity whose amount it measures too. */
  readonly measured: string | null;
  readonly said: Interval;
  /** Why it no longer counts, whatever is asked. */
  readonly fallen: string | null;
  readonly group: string | null;
  readonly option: string | null;
  /** Whether its option is a reading that an assumption takes, and not a kind. */
  readonly is_reading: boolean;
  readonly first: string | null;
  readonly last: string | null;
  readonly reason: string | null;
}

/** A claim that has its days. */
type Dated = KnownClaim & { readonly first: string; readonly last: string };

const NOT_A_STATE: Partial<Record<Claim["modality"], string>> = {
  planned: "planned or forecast, not what happened",
  target: "a target, not a count",
  denied: "the document denies the figure",
};

const fn = functionsOf({
  startOf,
  joined: (options: readonly string[]) => options.toSorted().join("|"),
  whyUnused(claim: Pick<KnownClaim, "fallen" | "modality" | "measure" | "first" | "last">) {
    const { fallen, modality, measure, first, last } = claim;
    const against = fallen ?? NOT_A_STATE[modality];
    if (against !== undefined) return against;
    if (modality === "possible" && measure !== "capacity") return "only said to be possible";
    return first === null || last === null ? "no day or period is stated" : null;
  },
  overPeriod({ low, high }: Interval, measure: Metric["measure"], first: string, last: string) {
    const units = unitsIn(measure, first, last);
    return {
      low: low && { ...low, value: low.value * units },
      high: high && { ...high, value: high.value * units },
    };
  },
});

/** Every claim with what it takes to say whether it binds, and what. */
function knownClaims({ claims, metrics, sources, origins, ...ledger }: Ledger) {
  const standing = standingIn({ claims, metrics, sources, origins, ...ledger });
  const readings = new Set(
    ledger.assumptions.flatMap(({ id, kind }) => (kind === "reading" ? [id] : [])),
  );
  const [rootOf, institutionOf] = [rootsIn(origins), institutionsIn(ledger.claimants)];
  const acts = tableOf(
    origins.map(({ id, claimant }) => ({ act: id, institution: institutionOf(claimant) })),
    ["act", "institution"],
  );
  const documents = tableOf(
    sources.map((row) => ({ source: row.id, known_on: knownOn(row) })),
    ["source", "known_on"],
  );
  return tableOf(claims, [
    ...(["id", "source", "metric", "bound", "modality", "alternative"] as const),
    ...(["period_start", "counted_from"] as const),
  ])
    .assign({
      said: claims.map(saidBy),
      fallen: claims.map(standing),
      origin: claims.map(({ origin }) => rootOf(origin)),
      primary: claims.map(({ primary }) => primary === "yes"),
      is_reading: claims.map((claim) => readings.has(alternativeOf(claim)?.option ?? "")),
      first: claims.map((row) => row.period_start ?? row.as_of_earliest ?? row.as_of_latest),
      last: claims.map((row) => row.period_end ?? row.as_of_latest ?? row.as_of_earliest),
    })
    .lookup(tableOf(metrics, ["id", "measure", "series"]), ["metric", "id"], "measure", "series")
    .lookup(acts, ["origin", "act"], "institution")
    .lookup(documents, "source", "known_on")
    .rename({ id: "claim", series: "measured" })
    .derive({
      group: (d: KnownClaim) => op.split(d.alternative, "/")[0] ?? null,
      option: (d: KnownClaim) => op.split(d.alternative, "/")[1] ?? null,
      reason: (d: KnownClaim) =>
        fn.whyUnused({
          fallen: d.fallen,
          modality: d.modality,
          measure: d.measure,
          first: d.first,
          last: d.last,
        }),
    });
}

/** The options that a document or an origin names in one group. */
const optionsBy = (claims: ColumnTable, whose: "source" | "origin"): ColumnTable =>
  claims
    .groupby(whose, "group")
    .rollup({ options: (d: KnownClaim) => op.array_agg_distinct(d.option) });

/**
 * Readings among which is left open which to take, each with its choice. A reading is one decision
 * wherever it stands, so choices that share one are one choice.
 */
function openReadings(readings: ColumnTable): ColumnTable {
  const groups = optionsBy(readings, "source").array("options") as (readonly string[])[];
  const joined = groups.reduce<readonly (readonly string[])[]>((choices, options) => {
    const isShared = (one: readonly string[]): boolean => one.some((id) => options.includes(id));
    const all = [...choices.filter(isShared).flat(), ...options];
    return [...choices.filter((one) => !isShared(one)), [...new Set(all)].sort()];
  }, []);
  return tableOf(
    joined
      .filter(({ length }) => length > 1)
      .flatMap((choice) => choice.map((option) => ({ option, choice: choice.join("|") }))),
    ["option", "choice"],
  );
}

/**
 * Finds the claims that bound something, and says of all others why they do not.
 *
 * Two kinds of alternatives are told apart. A reading is an option with an assumption: one that is
 * not taken does not count, and of several that are taken each is answered by itself. All other
 * options are kinds of which a mix satisfies all. What binds under a set of assumptions does so only
 * in a ledger that has the assumption.
 *
 * @returns A row for each amount that a claim bounds: a capacity bounds itself, and under `contents`
 *   what it is a capacity of.
 */
export function eligibleClaims(ledger: Ledger): {
  readonly eligible: TableOf<EligibleClaim>;
  readonly unused: TableOf<UnusedClaim>;
} {
  const all = knownClaims(ledger);
  const open = openReadings(all.filter((d: KnownClaim) => d.fallen === null && d.is_reading));
  const mixes = optionsBy(
    all.filter((d: KnownClaim) => d.option !== null && !d.is_reading),
    "origin",
  ).derive({
    mix: (d: { options: string[] }) => fn.joined(d.options),
    kinds: (d: { options: string[] }) => op.length(d.options),
  });
  const own = all
    .filter((d: KnownClaim) => d.reason === null)
    .lookup(open, "option", "choice")
    .lookup(mixes, [["origin", "group"]], "mix", "kinds")
    .derive({
      choice: (d: Partial<EligibleClaim>) => d.choice ?? null,
      mix: (d: KnownClaim & Partial<EligibleClaim>) => (d.is_reading ? null : d.mix) ?? null,
      kinds: (d: Partial<EligibleClaim>) => d.kinds ?? 0,
      assume: (d: KnownClaim) => (d.bound === "span_of_estimates" ? "spans" : "stated"),
      piles: (d: KnownClaim) => d.measure === "total" || op.startswith(d.measure, "per_"),
      counted: (d: KnownClaim) => d.measure === "total" && d.period_start === null,
      series: (d: KnownClaim) => (d.measure === "capacity" ? d.metric : (d.measured ?? d.metric)),
      says: (d: Dated) => fn.overPeriod(d.said, d.measure, d.first, d.last),
      until: (d: KnownClaim) =>
        d.period_start === null ? `${d.first}/${d.last}` : `${d.first}..${d.last}`,
    })
    .derive({
      cell: (d: KnownClaim & { piles: boolean }) => (d.piles ? "" : `${d.first}/${d.last}`),
      start: (d: KnownClaim & { counted: boolean }) =>
        fn.startOf(d.counted ? d.counted_from : d.first),
      end_first: (d: KnownClaim & { counted: boolean }) => (d.counted ? d.first : d.last),
      end_last: (d: KnownClaim) => d.last,
    });
  const contents = own
    .filter((d: KnownClaim) => d.measure === "capacity" && d.measured !== null)
    .derive({
      series: (d: KnownClaim) => d.measured,
      cell: () => "",
      counted: () => true,
      assume: () => "contents",
      start: (d: KnownClaim) => fn.startOf(d.counted_from),
      end_first: (d: KnownClaim) => d.first,
    });
  const sets = tableOf(
    [
      { set: "stated" },
      ...ledger.assumptions.flatMap(({ set }) => (set === null ? [] : [{ set }])),
    ],
    ["set"],
  );
  const spans = own
    .antijoin(sets, ["assume", "set"])
    .derive({ reason: () => "others' estimates, by whose ends nobody stands" });
  const unused: (keyof UnusedClaim)[] = ["claim", "metric", "reason"];
  return {
    eligible: rowsAre<EligibleClaim>(
      own.concat(contents).semijoin(sets, ["assume", "set"]).select(COLUMNS),
    ),
    unused: rowsAre<UnusedClaim>(
      all
        .filter((d: KnownClaim) => d.reason !== null)
        .concat(spans)
        .select(unused),
    ),
  };
}

const COLUMNS: (keyof EligibleClaim)[] = [
  ...(["claim", "metric", "series", "cell", "assume", "origin", "institution"] as const),
  ...(["choice", "mix", "kinds", "option", "primary"] as const),
  ...(["start", "end_first", "end_last", "until", "counted", "says", "known_on"] as const),
];
