import type {
  Published,
  PublishedClaim,
  PublishedConflict,
  PublishedConstraint,
  PublishedCrosscheck,
  PublishedEstimate,
  PublishedHindsight,
  PublishedMutation,
  PublishedRepair,
  PublishedStatement,
} from "../../src/published/tables.ts";

/** Rows of things that nobody said: tests of drawing do not hang on what is shipped. */

type Of<Row> = { readonly [K in keyof Row]?: Row[K] };

const NOBODY = {
  ...{ source: "s_a", source_title: "A page", publisher: "The Gazette", original_publisher: null },
  ...{ collection: "further", published_on: "2025-02-01", published_precision: "day" },
} as const;

let count = 0;
const nextId = (prefix: string): string => `${prefix}_${String((count += 1)).padStart(3, "0")}`;

export function claim(own: Of<PublishedClaim>): PublishedClaim {
  const id = own.claim ?? nextId("c");
  const bounded = {
    low_inclusive: own.low === null ? null : true,
    high_inclusive: own.high === null ? null : true,
  };
  return {
    ...{ ...NOBODY, claim: id, metric: "m_shells_delivered", metric_label: "Rounds sent" },
    ...{ topic: "deliveries", unit: "rounds", measure: "total", series: "m_shells_delivered" },
    ...{ origin: `o_${id}`, origin_label: "An estimate", claimant: "a_a", institution: "a_a" },
    ...{ claimant_name: "Ann Other, Institute", claimant_stance: "neutral" },
    ...{ quote: "some rounds", start: 0, end: 11, low: 1, high: 1, bound: "point", hedge: null },
    ...{ modality: "asserted", first_day: "2024-03-01", last_day: "2024-03-31" },
    ...{ counted_from: null, alternative: null, repeats: "faithful", quote_seen: "seen" },
    ...{ unused: null, ...bounded, ...own },
  } as PublishedClaim;
}

export const estimate = (own: Of<PublishedEstimate>): PublishedEstimate => ({
  ...{ series: "m_shells_delivered", metric: "m_shells_delivered", from: null, to: "2024-01-01" },
  ...{ collection: "all", assume: "stated", repairs: [], fewest_wrong: 0 },
  ...{ low: null, low_inclusive: null, high: null, high_inclusive: null },
  ...{ low_claims: [], high_claims: [], claims: 1, origins: 1, institutions: 1 },
  ...own,
});

export const conflict = (own: Of<PublishedConflict>): PublishedConflict => ({
  ...{ series: "m_shells_delivered", period: null, collection: "all", assume: "stated" },
  ...{ reading: null, conflict: 1, testimony: [], claims: [], origins: [], gap: 1 },
  ...{ minimal: true, complete: true },
  ...own,
});

export const repair = (own: Of<PublishedRepair>): PublishedRepair => ({
  ...{ series: "m_shells_delivered", period: null, collection: "all", assume: "stated" },
  ...{ reading: null, repair: 1, claims: [], origin: "o_a", from: null, to: "2024-12-31" },
  ...{ low: null, low_inclusive: null, high: null, high_inclusive: null },
  ...own,
});

export const constraint = (own: Of<PublishedConstraint>): PublishedConstraint => ({
  ...{ series: "m_shells_delivered", collection: "all", reading: null, assume: "stated" },
  ...{ side: "floor", from: null, to: "2024-12-31", value: 1, inclusive: true, binds: [] },
  ...{ claims: [], origin: "o_a", institution: "a_a" },
  ...own,
});

export const crosscheck = (own: Of<PublishedCrosscheck>): PublishedCrosscheck => ({
  ...{ crosscheck: nextId("x"), topic: "deliveries", label: "Rounds in a container" },
  ...{ formula: own.crosscheck ?? nextId("a / b"), unit: "rounds/container" },
  ...{ low: 1, low_inclusive: true, high: 1, high_inclusive: true },
  ...{ against: null, against_low: null, against_high: null, verdict: "finding", why: "" },
  ...{ tolerance: null, inputs: [], condition: null, claims: ["c_001"], assumptions: [] },
  ...{ collection: "core", ...own },
});

export const hindsight = (own: Of<PublishedHindsight>): PublishedHindsight => ({
  ...{ series: "m_shells_delivered", metric: "m_shells_delivered", from: null, to: "2025-10-31" },
  ...{ assume: "stated", known_on: "2024-01-01", fewest_wrong: 0 },
  ...{ low: null, low_inclusive: null, high: null, high_inclusive: null },
  ...{ low_claims: [], high_claims: [], ...own },
});

export const statement = (own: Of<PublishedStatement>): PublishedStatement =>
  ({
    ...{ ...NOBODY, statement: nextId("t"), topic: "motives", proposition: "q_a" },
    ...{ proposition_label: "A sentence", claimant: "a_a", claimant_name: "Ann Other, Institute" },
    ...{ stance: "affirms", hedge: null, quote: "so it is", start: 0, end: 8, ...own },
  }) as PublishedStatement;

export const mutation = (own: Of<PublishedMutation>): PublishedMutation =>
  ({
    ...{ ...NOBODY, mutation: nextId("u"), kind: "k_a", kind_label: "Fired became produced" },
    ...{ changes: "quantity", cause: "retelling", evidence: "seen", claim: null, statement: null },
    ...{ before: "fires 10 a day", after: "makes 10 a day", compared_with: [], note: null, ...own },
  }) as PublishedMutation;

export const nothing: Published = {
  ...{ claims: [], constraints: [], estimates: [], without: [], conflicts: [], repairs: [] },
  ...{ crosscheck_results: [], tipping_points: [], sensitivity: [], hindsight: [] },
  ...{ apparent_conflicts: [], statements: [], mutations: [], retellings: [] },
};

const floor = (low: number, isOver = false) => ({
  ...{ low, low_inclusive: !isOver, high: null, high_inclusive: null },
});
const ceiling = (high: number) => ({
  ...{ low: null, low_inclusive: null, high, high_inclusive: true },
});
const month = (name: string, last = "28") => ({
  ...{ first_day: `${name}-01`, last_day: `${name}-${last}` },
});

const shells = [
  claim({ claim: "c_ann", ...month("2023-06"), low: 1e6, high: 1e6, collection: "core" }),
  claim({
    ...{ claim: "c_bob", claimant_name: "Bob, Ministry of Rounds", ...month("2024-02") },
    ...{ ...floor(2e6, true), bound: "more_than" },
  }),
  claim({
    ...{ claim: "c_cy", claimant_name: "Ministry of Shells", ...month("2024-09") },
    ...{ low: 5e6, high: 5e6, bound: "about" },
  }),
  claim({
    ...{ claim: "c_dee", claimant_name: "Dee, paper", ...month("2024-10"), low: 1.5e6, high: 4e6 },
    ...{ bound: "span_of_estimates", high_inclusive: false, collection: "core" },
  }),
  claim({ ...month("2024-03"), ...ceiling(9e6), bound: "at_most", repeats: "distorted" }),
  claim({
    ...{ metric: "m_rounds_capacity", metric_label: "Rounds that would fit" },
    ...{ measure: "capacity", modality: "possible", ...month("2024-05"), ...floor(6e6, true) },
    ...{ bound: "more_than", alternative: "load/all_152" },
  }),
  claim({
    ...{ metric: "m_rounds_capacity", metric_label: "Rounds that would fit" },
    ...{ measure: "capacity", modality: "possible", ...month("2024-05"), low: 1e6, high: 1e6 },
    ...{ bound: "about", alternative: "load/all_122" },
  }),
];

const ranges = [
  estimate({ to: "2023-06-28", low: 1e6, high: 3e6, low_claims: ["c_ann"] }),
  estimate({
    to: "2024-02-28",
    repairs: [1],
    low: 2e6,
    low_inclusive: false,
    high: 4e6,
    low_claims: ["c_bob"],
  }),
  estimate({ to: "2024-02-28", repairs: [2], low: 2e6, low_inclusive: false, high: 5.5e6 }),
  estimate({
    to: "2024-09-28",
    repairs: [1],
    low: 2e6,
    high: 4e6,
    low_claims: ["c_bob"],
    fewest_wrong: 1,
  }),
  estimate({ to: "2024-09-28", repairs: [2], low: 4.95e6, high: 5.55e6, fewest_wrong: 1 }),
  estimate({ to: "2025-01-01", low: 2e6, repairs: [1] }),
  estimate({ to: "2025-01-01", low: 4.95e6, repairs: [2] }),
];

const total = [
  ...ranges,
  ...ranges.map((row) => ({ ...row, assume: "opening" as const })),
  ...ranges.map((row) => ({ ...row, assume: "spans" as const })),
  ...ranges.map((row) => ({ ...row, assume: "contents" as const, fewest_wrong: 2 })),
];

const fire: Of<PublishedClaim> = {
  ...{ metric: "m_fire_rate_russia", metric_label: "Rounds that Russia fires in a day" },
  ...{ topic: "fire", unit: "rounds/day", measure: "per_day", series: "m_fire_rate_russia" },
};
const ukraine: Of<PublishedClaim> = {
  ...{ metric: "m_fire_ukraine_month", metric_label: "Rounds that Ukraine fires in a month" },
  ...{ topic: "fire", unit: "rounds/month", measure: "per_month", series: "m_fire_rate_ukraine" },
};
const ratio: Of<PublishedClaim> = {
  ...{ metric: "m_fire_ratio", metric_label: "Russian rounds for each Ukrainian" },
  ...{ topic: "fire", unit: "rounds", measure: "ratio", series: "m_fire_ratio" },
};
const output: Of<PublishedClaim> = {
  ...{ metric: "m_output_us", metric_label: "Rounds that the US makes in a month" },
  ...{ topic: "production", unit: "rounds/month", measure: "per_month", series: "m_output_us" },
};
const food: Of<PublishedClaim> = {
  topic: "exchange",
  unit: "t",
  measure: "per_year",
  ...month("2023-05", "31"),
};

/** Something of everything that is drawn. */
export const published: Published = {
  ...nothing,
  claims: [
    ...shells,
    ...shells.slice(0, 3).map((row) => ({
      ...{ ...row, claim: `${row.claim}_containers`, metric: "m_containers_delivered" },
      ...{ metric_label: "Containers sent", series: "m_containers_delivered", unit: "containers" },
    })),
    claim({
      claim: "c_low",
      publisher: "The Courier",
      ...fire,
      ...month("2023-01", "31"),
      low: 5000,
      high: 5000,
    }),
    claim({
      claim: "c_high",
      ...fire,
      ...month("2023-01", "31"),
      low: 2e4,
      high: 2e4,
      bound: "about",
    }),
    claim({
      ...fire,
      first_day: "2022-02-01",
      last_day: "2022-12-31",
      low: 3e4,
      high: 4e4,
      bound: "range",
    }),
    claim({
      ...ukraine,
      first_day: "2023-01-01",
      last_day: "2023-12-31",
      ...ceiling(240_000),
      bound: "at_most",
    }),
    claim({ ...ratio, ...month("2024-04"), low: 5, high: 5, collection: "core" }),
    claim({ ...ratio, ...month("2024-08"), low: 2, high: 2.5, bound: "range" }),
    claim({
      ...ratio,
      metric: "m_fire_ratio_local",
      ...month("2024-06"),
      ...floor(7),
      bound: "at_least",
    }),
    claim({
      ...output,
      first_day: "2023-01-01",
      last_day: "2023-12-31",
      low: 3e4,
      high: 3e4,
      collection: "core",
    }),
    claim({
      ...output,
      ...month("2025-12", "31"),
      low: 1e5,
      high: 1e5,
      modality: "target",
      unused: "a target, not a count",
    }),
    claim({
      claim: "c_wrong",
      ...output,
      ...month("2024-05"),
      low: 36_000,
      high: 36_000,
      repeats: "distorted",
    }),
    claim({
      ...output,
      metric: "m_capacity_eu",
      unit: "rounds/year",
      measure: "capacity",
      ...month("2024-01"),
      low: 1e6,
      high: 1e6,
    }),
    claim({
      ...food,
      metric: "m_rice",
      metric_label: "Rice that Avalon imports from Lyonesse",
      low: 90_000,
      high: 90_000,
    }),
    claim({
      ...food,
      metric: "m_grain",
      metric_label: "Grain that Avalon imports from Ys",
      low: 4500,
      high: 4500,
    }),
    claim({
      metric: "m_troops",
      metric_label: "Soldiers",
      measure: "level",
      unit: "soldiers",
      ...month("2024-11"),
      low: 11_000,
      high: 11_000,
      bound: "about",
    }),
  ],
  estimates: [
    ...total,
    ...total
      .filter(({ assume }) => assume === "stated")
      .map((row) => ({
        ...{ ...row, metric: "m_containers_delivered", series: "m_containers_delivered" },
      })),
  ],
  conflicts: [
    conflict({ testimony: ["c_bob", "c_cy"], claims: ["c_bob", "c_cy"] }),
    conflict({
      series: "m_fire_rate_russia",
      testimony: ["c_low", "c_high"],
      claims: ["c_low", "c_high"],
    }),
    conflict({
      series: "m_fire_rate_russia",
      conflict: 2,
      testimony: ["c_low", "c_other"],
      gap: 0,
    }),
  ],
  repairs: [
    repair({
      repair: 1,
      claims: ["c_cy"],
      low: 2e6,
      low_inclusive: true,
      high: 4e6,
      high_inclusive: true,
    }),
    repair({ repair: 2, claims: ["c_bob"], low: 4.95e6, low_inclusive: true }),
    repair({ series: "m_fire_rate_russia", claims: ["c_low"], low: 558_000, high: 682_000 }),
    repair({
      series: "m_fire_rate_russia",
      repair: 2,
      claims: ["c_high"],
      low: 155_000,
      high: 155_000,
    }),
  ],
  constraints: [
    constraint({ claims: ["c_bob"], value: 2e6, inclusive: false }),
    constraint({ claims: ["c_cy"], value: 4.95e6 }),
    constraint({ claims: ["c_cy"], value: 5.05e6, side: "ceiling" }),
    ...(["floor", "ceiling"] as const).flatMap((side) => [
      constraint({ series: "m_fire_rate_russia", claims: ["c_low"], value: 155_000, side }),
      constraint({
        series: "m_fire_rate_russia",
        claims: ["c_high"],
        value: side === "floor" ? 558_000 : 682_000,
        side,
      }),
    ]),
  ],
  crosscheck_results: [
    crosscheck({ low: 448, high: 448 }),
    crosscheck({ label: "Rounds by another speaker", ...floor(500, true) }),
    crosscheck({ label: "Days of fire", unit: "days of Russian fire", low: 53, high: 200 }),
    crosscheck({ label: "Months of output", unit: "months of US output", low: 53, high: 53 }),
  ],
  hindsight: [
    hindsight({ known_on: "2023-10-31", low: 1e6, low_inclusive: true, low_claims: ["c_ann"] }),
    hindsight({ known_on: "2024-10-03", low: 5e6, low_inclusive: false, low_claims: ["c_cy"] }),
    hindsight({
      known_on: "2025-11-30",
      low: 2e6,
      low_inclusive: true,
      low_claims: ["c_bob"],
      fewest_wrong: 1,
    }),
  ],
  statements: [
    statement({}),
    statement({ stance: "denies" }),
    statement({ proposition: "q_b", proposition_label: "Another sentence" }),
  ],
  mutations: [
    mutation({ claim: "c_high", compared_with: ["c_low"] }),
    mutation({ claim: "c_wrong", kind_label: "“More than” was added", changes: "certainty" }),
    mutation({ kind_label: "“More than” was added", changes: "certainty", evidence: "inferred" }),
  ],
};
