import * as z from "zod/mini";
import {
  choice,
  count,
  day,
  list,
  number,
  optional,
  reference,
  text,
  truth,
} from "../ledger/columns.ts";
import { SETS } from "../ledger/sets.ts";
import {
  COLLECTIONS,
  MEASURES,
  type Table,
  claims as facts,
  sources as documents,
} from "../ledger/tables.ts";

const unit = "the metric's unit";
const low = optional(number("Lower end of the range; empty where nothing bounds it", unit));
const high = optional(number("Upper end of the range; empty where nothing bounds it", unit));
const ends = {
  low,
  low_inclusive: optional(truth("Whether the lower end itself belongs to the range")),
  high,
  high_inclusive: optional(truth("Whether the upper end itself belongs to the range")),
};
const claimList = (description: string) => list(reference("claims", "c_", ""), description);
const series = reference("metrics", "m_", "The amount: the quantity that measures it in all");
const collection = choice(
  "core: from the five articles that the project starts from; all: from every document",
  ["core", "all"],
);
const assume = choice("The set of assumptions, each with all weaker ones", SETS);
const from = optional(day("First day of the period; empty for from the beginning"));
const to = day("Last day of the period, or the day up to which is counted");
/** The question that a range answers. */
const asked = {
  series,
  metric: reference("metrics", "m_", "The quantity, in whose unit the range is"),
  from,
  to,
};
const fewest_wrong = optional(
  count("The fewest testimonies that must be wrong; empty if more than five", "testimonies"),
);
const binding = {
  low_claims: list(text(""), "The claims, or the assumption, that bind the lower end"),
  high_claims: list(text(""), "The claims, or the assumption, that bind the upper end"),
};
const period = optional(text("The period, for an amount that stands for one period alone"));
const carried = choice("core where the claims of core documents alone carry it", ["core", "all"]);
const crosscheck = reference("crosschecks", "x_", "The cross-check");
const reading = optional(
  text("The readings taken, where several are left open; empty where none is"),
);
const named = {
  source: reference("sources", "s_", "The document"),
  source_title: text("Title of the document"),
  publisher: text("Who published it"),
  original_publisher: optional(
    text("Who published it first, where it is a copy or a translation; empty where it is neither"),
  ),
  collection: choice("Collection of the document", COLLECTIONS),
  published_on: optional(
    day("Day of publication; the first of the month or year if only that is known"),
  ),
  published_precision: documents.schema.shape.published_precision,
};
const measured = {
  metric: reference("metrics", "m_", "The quantity"),
  metric_label: text("The quantity as readers see it"),
  topic: text("The subject it belongs to"),
  unit: text("Unit of the numbers"),
};
const said = {
  origin: reference("origins", "o_", "The act of estimation"),
  origin_label: text("The act of estimation as readers see it"),
  claimant: reference("claimants", "a_", "Who estimated"),
  claimant_name: text("Who estimated, as readers know it"),
  claimant_stance: text("Side from which the claimant speaks"),
};
const place = {
  quote: facts.schema.shape.quote,
  start: facts.schema.shape.start,
  end: facts.schema.shape.end,
};

const VERDICTS = [
  "finding",
  "holds",
  "strained",
  "fails",
  "not comparable",
  "rests on a claim that does not count",
] as const;

const claims = {
  name: "claims",
  row: "one figure in one document, with the names that readers know",
  schema: z.object({
    claim: reference("claims", "c_", "The claim"),
    ...named,
    ...measured,
    measure: choice("What its numbers say of the amount", MEASURES),
    series,
    ...said,
    institution: reference("claimants", "a_", "The body at whose door the claim goes"),
    ...place,
    ...ends,
    bound: facts.schema.shape.bound,
    hedge: facts.schema.shape.hedge,
    modality: facts.schema.shape.modality,
    first_day: optional(day("First day of the period, or on which the count may have stood")),
    last_day: optional(day("Last day of the period, or on which the count may have stood")),
    counted_from: facts.schema.shape.counted_from,
    alternative: facts.schema.shape.alternative,
    repeats: facts.schema.shape.repeats,
    quote_seen: facts.schema.shape.quote_seen,
    unused: optional(text("Why it binds nothing; empty where it binds")),
  }),
} satisfies Table;

const constraints = {
  name: "constraints",
  row: "one bound on how much an amount grew over a period",
  schema: z.object({
    series,
    collection,
    reading,
    assume: choice("The set of assumptions from which on it binds", SETS),
    side: choice("Which end it bounds", ["floor", "ceiling"]),
    from,
    to,
    value: number("The bound, of the whole period", "the amount's unit"),
    inclusive: truth("Whether the bound itself is allowed"),
    binds: list(text(""), "The claims, or the assumption, that put the number there"),
    claims: claimList("All claims of the testimony; empty for an assumption"),
    origin: optional(reference("origins", "o_", "Who says so; empty for an assumption")),
    institution: optional(reference("claimants", "a_", "At whose door it goes")),
  }),
} satisfies Table;

const estimates = {
  name: "estimates",
  row: "one range of a quantity up to a day or over a period; several where claims contradict each other",
  schema: z.object({
    ...asked,
    collection,
    assume,
    repairs: list(
      count("", "number"),
      "The repairs that leave this range, by number; empty where all claims can be right",
    ),
    fewest_wrong,
    ...ends,
    ...binding,
    claims: count("Claims that speak of the period or some of it", "claims"),
    origins: count("Acts of estimation that they go back to", "origins"),
    institutions: count("Bodies at whose door these go", "institutions"),
  }),
} satisfies Table;

const without = {
  name: "without",
  row: "one estimate without one origin or institution that matters to it",
  schema: z.object({
    ...asked,
    collection,
    assume,
    whose: choice("What is left out", ["origin", "institution"]),
    left_out: text("Id of the origin or the claimant that is left out"),
    ...ends,
  }),
} satisfies Table;

const conflicts = {
  name: "conflicts",
  row: "one set of testimony that cannot all be right, and holds as soon as any of it is wrong",
  schema: z.object({
    series,
    period,
    collection,
    assume,
    reading,
    conflict: count("Its number among those of the amount", "number"),
    testimony: list(text(""), "One item for each testimony, its retellings joined by +"),
    claims: claimList("All claims of the testimony"),
    origins: list(reference("origins", "o_", ""), "The acts of estimation behind it"),
    gap: number(
      "By how much it fails; 0 where only the exclusion of an end is at odds",
      "the amount's unit",
    ),
    minimal: truth("Whether it holds as soon as any testimony of it is wrong"),
    complete: truth("Whether these are all minimal sets of the amount"),
  }),
} satisfies Table;

const repairs = {
  name: "repairs",
  row: "one testimony of a choice of the fewest that must be wrong, and what the others leave of its period",
  schema: z.object({
    series,
    period,
    collection,
    assume,
    reading,
    repair: count("Number of the choice among those of the amount", "number"),
    claims: claimList("The testimony, as all its claims"),
    origin: reference("origins", "o_", "Who says so"),
    from,
    to,
    ...ends,
  }),
} satisfies Table;

const crosscheck_results = {
  name: "crosscheck_results",
  row: "one piece of arithmetic with its result",
  schema: z.object({
    crosscheck,
    topic: text("The subject it belongs to"),
    label: text("What is computed, as readers see it"),
    formula: text("The arithmetic"),
    unit: text("Unit of the result"),
    ...ends,
    against: optional(text("What the result is compared with")),
    against_low: optional(number("Lower end of what it is compared with")),
    against_high: optional(number("Upper end of what it is compared with")),
    verdict: choice("What the comparison says", VERDICTS),
    why: text("What the verdict was reached by"),
    tolerance: optional(number("Relative difference up to which two numbers count as equal")),
    inputs: list(text(""), "Each input with its range, as ID=LOW..HIGH; an open end is left blank"),
    condition: optional(text("What must hold for the comparison to mean anything")),
    claims: claimList("Claims that it rests on"),
    assumptions: list(reference("assumptions", "p_", ""), "Assumptions that it rests on"),
    collection: carried,
  }),
} satisfies Table;

const tipping_points = {
  name: "tipping_points",
  row: "one value of one input at which the verdict of a cross-check turns, all else as it is",
  schema: z.object({
    crosscheck,
    input: text("Id of the claim or the assumption that is moved"),
    end: choice("Which end of it decides", ["low", "high"]),
    now: number("The value that it has", "the input's unit"),
    at: number("The value at which the verdict turns", "the input's unit"),
    below: choice("The verdict just below that value", VERDICTS),
    above: choice("The verdict just above that value", VERDICTS),
    collection: carried,
  }),
} satisfies Table;

const sensitivity = {
  name: "sensitivity",
  row: "one estimate that moves if one decision is made otherwise, all else as published",
  schema: z.object({
    ...asked,
    collection,
    decision: text("What is decided"),
    option: text("How it is decided here"),
    fewest_wrong,
    ...ends,
  }),
} satisfies Table;

const hindsight = {
  name: "hindsight",
  row: "what the answer for a period was when a document had just been published",
  schema: z.object({
    ...asked,
    assume,
    known_on: day("Day by which the documents had been published"),
    fewest_wrong,
    ...ends,
    ...binding,
  }),
} satisfies Table;

const apparent_conflicts = {
  name: "apparent_conflicts",
  row: "two numbers that exclude each other as long as one forgets what sets them apart",
  schema: z.object({
    one: reference("claims", "c_", "The claim with the larger number"),
    other: reference("claims", "c_", "The claim with the smaller number"),
    series,
    collection,
    factor: number("How many times the smaller number the larger is"),
    reason: choice("What sets them apart", ["time", "scope", "thing", "origin", "modality"]),
    explanation: text("The same in words"),
  }),
} satisfies Table;

const statements = {
  name: "statements",
  row: "what one speaker says of one proposition in one document, with the names that readers know",
  schema: z.object({
    statement: reference("statements", "t_", "The statement"),
    ...named,
    topic: text("The subject it belongs to"),
    proposition: reference("propositions", "q_", "What it is about"),
    proposition_label: text("The sentence"),
    claimant: reference("claimants", "a_", "Who says it"),
    claimant_name: text("Who says it, as readers know it"),
    stance: text("What is said of the proposition"),
    hedge: optional(text("The hedge as printed")),
    ...place,
  }),
} satisfies Table;

const mutations = {
  name: "mutations",
  row: "one change that one figure or statement went through, with the names that readers know",
  schema: z.object({
    mutation: reference("mutations", "u_", "The change"),
    kind: reference("mutation_kinds", "k_", "What sort of change"),
    kind_label: text("The change as readers see it"),
    changes: text("What of a figure it changes"),
    cause: text("retelling or translation"),
    evidence: text("seen or inferred"),
    claim: optional(reference("claims", "c_", "The claim that shows it")),
    statement: optional(reference("statements", "t_", "The statement that shows it")),
    ...named,
    before: text("What the origin said"),
    after: text("What the document makes of it"),
    compared_with: claimList("Claims of the same origin that keep what was changed"),
    note: optional(text("Anything worth knowing")),
  }),
} satisfies Table;

const retellings = {
  name: "retellings",
  row: "one figure in one document of which one can say whether it was changed on the way",
  schema: z.object({
    claim: reference("claims", "c_", "The claim that was changed, else the first reading"),
    readings: claimList("Every reading of the figure"),
    ...named,
    ...measured,
    ...said,
    quote: facts.schema.shape.quote,
    ...ends,
    bound: facts.schema.shape.bound,
    repeats: facts.schema.shape.repeats,
    mutations: list(reference("mutations", "u_", ""), "Changes that are known"),
    factor: optional(number("How many times the number that others keep")),
    number_changed: truth("Whether the number itself is another"),
  }),
} satisfies Table;

/** Every published table, in the order in which they are listed. */
export const publishedTables = {
  claims,
  constraints,
  estimates,
  without,
  conflicts,
  repairs,
  crosscheck_results,
  tipping_points,
  sensitivity,
  hindsight,
  apparent_conflicts,
  statements,
  mutations,
  retellings,
} as const;

export type PublishedName = keyof typeof publishedTables;
type Row<N extends PublishedName> = Readonly<z.output<(typeof publishedTables)[N]["schema"]>>;

export type PublishedClaim = Row<"claims">;
export type PublishedConstraint = Row<"constraints">;
export type PublishedEstimate = Row<"estimates">;
export type PublishedConflict = Row<"conflicts">;
export type PublishedRepair = Row<"repairs">;
export type PublishedCrosscheck = Row<"crosscheck_results">;
export type PublishedTippingPoint = Row<"tipping_points">;
export type PublishedSensitivity = Row<"sensitivity">;
export type PublishedHindsight = Row<"hindsight">;
export type PublishedApparentConflict = Row<"apparent_conflicts">;
export type PublishedStatement = Row<"statements">;
export type PublishedMutation = Row<"mutations">;
export type PublishedRetelling = Row<"retellings">;

/** All that is published, by table. */
export type Published = { readonly [N in PublishedName]: readonly Row<N>[] };

/** Names of the published tables, in the order of `publishedTables`. */
export const publishedNames = Object.keys(publishedTables) as readonly PublishedName[];
