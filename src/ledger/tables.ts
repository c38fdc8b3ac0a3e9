import * as z from "zod/mini";
import {
  choice,
  count,
  day,
  formula,
  id,
  list,
  number,
  optional,
  pattern,
  reference,
  text,
} from "./columns.ts";
import { ASSUMPTION_SETS } from "./sets.ts";

/** A table of `data/`: its file, what a row is, and one schema per row. */
export interface Table<S extends z.ZodMiniObject = z.ZodMiniObject> {
  readonly name: string;
  /** One row is …, for the data dictionary. */
  readonly row: string;
  readonly schema: S;
  /** A folder of tables is complete without this one. */
  readonly optional?: true;
}

const note = optional(text("Anything worth knowing, in own words"));
const topic = choice("The subject it belongs to", [
  "deliveries",
  "fire",
  "production",
  "exchange",
  "other",
]);
const start = optional(
  count("Where the quote starts in the document; the first character is 0", "code points"),
);
const end = optional(count("Where the quote ends in the document, exclusive", "code points"));
const modality = choice(
  "How the document puts the figure; planned also for forecasts, whoever makes them; possible binds nothing, capacities apart",
  ["observed", "asserted", "estimated", "possible", "planned", "target", "alleged", "denied"],
);

export const COLLECTIONS = ["core", "further"] as const;

/** What a number can say of an amount. */
export const MEASURES = [
  "total",
  "per_day",
  "per_week",
  "per_month",
  "per_year",
  "capacity",
  "level",
  "ratio",
  "share",
  "parameter",
] as const;

const yes = (description: string) => optional(choice(description, ["yes"]));

export const sources = {
  name: "sources",
  row: "one document",
  schema: z.object({
    id: id("s_", "Key of the document"),
    collection: choice(
      "core: the five articles that the project starts from; further: added later",
      COLLECTIONS,
    ),
    title: text("Title in own words, English"),
    publisher: text("Who published this document"),
    author: optional(text("Author, where it is certain")),
    url: optional(text("Address of the document")),
    published_on: optional(day("Day of publication; the first of the month if only that is known")),
    published_precision: choice("How exactly the day of publication is known", [
      "day",
      "month",
      "year",
      "unknown",
    ]),
    language: pattern(
      "Language of the document, BCP 47",
      /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/u,
      {
        expected: "a language tag such as de or en",
        mend: "type de for German, en for English",
      },
    ),
    translation: choice("Whether the text is a translation, and whose", [
      "none",
      "human",
      "machine",
      "unknown",
    ]),
    original_title: optional(text("Title of the original")),
    original_publisher: optional(text("Publisher of the original")),
    original_url: optional(text("Address of the original")),
    sha256: optional(
      pattern("Hash of the document's raw bytes", /^sha256:[0-9a-f]{64}$/u, {
        expected: "sha256: and 64 digits of 0-9 a-f",
        mend: "copy the hash that sha256sum prints and put sha256: before it",
      }),
    ),
    characters: optional(count("Length of the document", "code points")),
    note,
  }),
} satisfies Table;

export const claimants = {
  name: "claimants",
  row: "one person or body that says something",
  schema: z.object({
    id: id("a_", "Key of the claimant"),
    name: text("Name as readers know it, with the office"),
    kind: choice("What sort of speaker", [
      "ministry",
      "military",
      "intelligence",
      "international_body",
      "think_tank",
      "academic",
      "official",
      "media",
      "company",
    ]),
    country: optional(
      pattern("Country, ISO 3166-1 alpha-2", /^[A-Z]{2}$/u, {
        expected: "two capital letters, such as KR",
        mend: "type the country's two-letter code",
      }),
    ),
    part_of: optional(reference("claimants", "a_", "The body that it belongs to")),
    stance: choice("Side from which it speaks", [
      "russia",
      "ukraine",
      "north_korea",
      "south_korea",
      "us",
      "allied",
      "neutral",
    ]),
    note,
  }),
} satisfies Table;

export const origins = {
  name: "origins",
  row: "one act of estimation, however often it is retold",
  schema: z.object({
    id: id("o_", "Key of the act of estimation"),
    claimant: reference("claimants", "a_", "Who estimated"),
    stated_on: optional(day("Day on which the estimate was made public")),
    method: choice("How the estimate was made", [
      "count",
      "satellite",
      "trade_records",
      "capacity",
      "mass",
      "model",
      "judgement",
      "compilation",
      "unknown",
    ]),
    based_on: list(
      reference("origins", "o_", ""),
      "Origins that this one is computed from or repeats",
    ),
    label: text("What readers see as its name"),
    note,
  }),
} satisfies Table;

export const metrics = {
  name: "metrics",
  row: "one quantity that is counted",
  schema: z.object({
    id: id("m_", "Key of the quantity"),
    topic,
    label: text("What is counted, as readers see it"),
    unit: text("Unit of every number of this quantity"),
    measure: choice(
      "What a number says of the amount: total: how much up to a day, or in a period; per_day to per_year: how fast in a period; capacity: how much there could be; level: how much there is on a day, which can fall; ratio, share and parameter are plain numbers",
      MEASURES,
    ),
    series: optional(
      reference(
        "metrics",
        "m_",
        "The quantity whose amount this one measures too, as a year's deliveries measure the total delivered; for a capacity what it is taken for under the assumption contents; empty if there is none",
      ),
    ),
    part_of: optional(reference("metrics", "m_", "The larger quantity that this one is part of")),
    definition: text("What belongs to it and what does not"),
  }),
} satisfies Table;

export const claims = {
  name: "claims",
  row: "one figure in one document",
  schema: z.object({
    id: id("c_", "Key of the claim"),
    source: reference("sources", "s_", "The document"),
    metric: reference("metrics", "m_", "What is counted"),
    origin: reference("origins", "o_", "The act of estimation behind the figure"),
    quote: text(
      "The bare figure phrase as printed, at most 60 characters, never a sentence; without offsets with a word, as spreadsheets rewrite bare digits",
    ),
    start,
    end,
    low: optional(number("Lowest value stated", "the metric's unit")),
    best: optional(number("The value stated", "the metric's unit")),
    high: optional(number("Highest value stated", "the metric's unit")),
    bound: choice("What the phrase says about the number", [
      "point",
      "about",
      "at_least",
      "more_than",
      "at_most",
      "less_than",
      "nearly",
      "range",
      "span_of_estimates",
      "order_of_magnitude",
    ]),
    low_exclusive: yes("yes if the lowest value itself is excluded, where bound cannot say it"),
    high_exclusive: yes("yes if the highest value itself is excluded, where bound cannot say it"),
    hedge: optional(text("The hedge as printed")),
    modality,
    as_of_earliest: optional(
      day("For totals and levels: first day on which the count may have stood"),
    ),
    as_of_latest: optional(
      day("For totals and levels: last day on which the count may have stood"),
    ),
    period_start: optional(
      day("For rates and totals of a period: first day of the period covered"),
    ),
    period_end: optional(day("For rates and totals of a period: last day of the period covered")),
    counted_from: optional(day("For totals up to a day: first day of the count")),
    time_basis: choice("Where the dates come from", [
      "stated",
      "relative_to_publication",
      "external",
      "inferred",
    ]),
    scope: optional(text("Where or over what the figure holds, if not everywhere")),
    alternative: optional(
      pattern(
        "group/option for readings that exclude each other; an option that is the id of an assumption is chosen by that assumption's default",
        /^[a-z0-9_]+\/[a-z0-9_]+$/u,
        {
          expected: "group/option in small letters, digits and _",
          mend: "write it like load/all_152, the same group on every row of the choice",
        },
      ),
    ),
    derived_from: optional(formula("Formula, when the figure is arithmetic on other figures")),
    via: list(
      reference("claimants", "a_", ""),
      "The chain from the document to the origin, nearest first",
    ),
    quote_seen: choice(
      "seen: a reader of ours had the words before them; second_hand: they come from a table or another page",
      ["seen", "second_hand"],
    ),
    primary: yes(
      "yes if the document is the origin's own or quotes it verbatim: then it speaks for the origin, and other retellings do not",
    ),
    translation_note: optional(text("What a translation did to the figure, in own words")),
    repeats: choice("distorted: the retelling changes its origin's figure and is never counted", [
      "faithful",
      "distorted",
    ]),
    status: choice("Only active claims enter an estimate; the others stay in the ledger", [
      "active",
      "corrected",
      "retracted",
      "superseded",
    ]),
    note,
  }),
} satisfies Table;

export const dismissals = {
  name: "dismissals",
  row: "one figure seen in a document and set aside",
  schema: z.object({
    source: reference("sources", "s_", "The document"),
    quote: text("The figure phrase as printed, at most 60 characters; without offsets with a word"),
    start,
    end,
    kind: choice("Why it is no claim", [
      "date",
      "duration",
      "name",
      "calibre",
      "idiom",
      "ordinal",
      "page_furniture",
      "other_subject",
    ]),
    reason: text("The reason in a few own words"),
  }),
} satisfies Table;

export const propositions = {
  name: "propositions",
  row: "one sentence of our own that a document can affirm or deny",
  schema: z.object({
    id: id("q_", "Key of the proposition"),
    topic: choice("The subject it belongs to", [
      "deliveries",
      "fire",
      "production",
      "exchange",
      "motives",
    ]),
    label: text("The sentence"),
    note,
  }),
} satisfies Table;

export const statements = {
  name: "statements",
  row: "what one speaker says of one proposition in one document",
  schema: z.object({
    id: id("t_", "Key of the statement"),
    source: reference("sources", "s_", "The document"),
    proposition: reference("propositions", "q_", "What it is about"),
    claimant: reference("claimants", "a_", "Who says it"),
    stance: choice("What is said of the proposition", [
      "affirms",
      "denies",
      "doubts",
      "says_unknown",
    ]),
    hedge: optional(text("The hedge as printed")),
    quote: text("A phrase of at most 60 characters as printed, never a sentence"),
    start,
    end,
    via: list(
      reference("claimants", "a_", ""),
      "The chain from the document to the speaker, nearest first",
    ),
    translation_note: optional(text("What a translation did to the words, in own words")),
    note,
  }),
} satisfies Table;

export const assumptions = {
  name: "assumptions",
  row: "one value or reading that we put in, with its reason",
  schema: z.object({
    id: id("p_", "Key of the assumption"),
    kind: choice(
      "reading: which of two readings is taken; word: what a vague word says at least; parameter: a number that arithmetic uses; constraint: a bound that nobody states, off unless asked for",
      ["reading", "word", "parameter", "constraint"],
    ),
    set: optional(
      choice("For constraints: the set that it belongs to, weakest first", ASSUMPTION_SETS),
    ),
    metric: optional(
      reference(
        "metrics",
        "m_",
        "The quantity that it is a value of, or a reading for; empty for a constraint, which is one for all",
      ),
    ),
    low: optional(number("Lowest value", "the metric's unit")),
    best: optional(number("The value", "the metric's unit")),
    high: optional(number("Highest value", "the metric's unit")),
    basis: choice("implied: follows from claims; literature: read elsewhere; judgement: ours", [
      "implied",
      "literature",
      "judgement",
    ]),
    derived_from: optional(formula("Formula, when the value follows from claims")),
    label: text("What readers see as its name"),
    rationale: text("Why this value, in own words"),
    default: choice("Whether the published estimates use it", ["on", "off"]),
  }),
} satisfies Table;

export const corrections = {
  name: "corrections",
  row: "one change to a published row; rows are only ever added",
  schema: z.object({
    on: day("Day of the correction"),
    table: text("Table that was changed"),
    row: text("Id of the row, or its line for tables without ids"),
    column: text("Column that was changed"),
    old: optional(text("The value before")),
    new: optional(text("The value since")),
    reason: choice("Why", [
      "typo",
      "source_corrected",
      "source_retracted",
      "rereading",
      "new_evidence",
      "method",
    ]),
    note,
  }),
} satisfies Table;

export const crosschecks = {
  name: "crosschecks",
  row: "one piece of arithmetic that sets figures against each other",
  optional: true,
  schema: z.object({
    id: id("x_", "Key of the cross-check"),
    topic,
    label: text("What is computed, as readers see it"),
    formula: formula("The arithmetic, over claims, assumptions and other cross-checks"),
    unit: text("Unit of the result"),
    against: optional(
      formula("What the result is compared with; empty where the number itself is the finding"),
    ),
    tolerance: optional(
      number("Relative difference up to which two numbers count as equal", "share of the larger"),
    ),
    condition: optional(text("What must hold for the comparison to mean anything")),
    note,
  }),
} satisfies Table;

export const mutation_kinds = {
  name: "mutation_kinds",
  row: "one way in which a retelling or a translation changes a figure; pages keep the order",
  optional: true,
  schema: z.object({
    id: id("k_", "Key of the kind"),
    changes: choice("What of a figure it changes", [
      "quantity",
      "number",
      "certainty",
      "time",
      "subject",
      "wording",
    ]),
    label: text("The change as readers see it"),
    definition: text("What belongs to it and what does not"),
  }),
} satisfies Table;

export const mutations = {
  name: "mutations",
  row: "one change that one figure or statement went through between its origin and its document",
  optional: true,
  schema: z.object({
    id: id("u_", "Key of the change"),
    claim: optional(
      reference("claims", "c_", "The claim that shows the change; empty if a statement does"),
    ),
    statement: optional(
      reference("statements", "t_", "The statement that shows the change; empty if a claim does"),
    ),
    kind: reference("mutation_kinds", "k_", "What sort of change"),
    cause: choice("retelling: the document retells so; translation: it came in between languages", [
      "retelling",
      "translation",
    ]),
    evidence: choice(
      "seen: in stored text of the origin or of another retelling; inferred: from the wording, arithmetic or other reports, the original clause was not seen",
      ["seen", "inferred"],
    ),
    before: text("What the origin said, in a few own words or figures, at most 60 characters"),
    after: text("What the document makes of it, in the same way, at most 60 characters"),
    compared_with: list(
      reference("claims", "c_", ""),
      "Claims of the same origin that keep what this one changed",
    ),
    note,
  }),
} satisfies Table;

/** Every table of `data/`, in the order in which they are read, checked and documented. */
export const tables = {
  sources,
  claimants,
  origins,
  metrics,
  claims,
  dismissals,
  propositions,
  statements,
  assumptions,
  corrections,
  crosschecks,
  mutation_kinds,
  mutations,
} as const;

export type TableName = keyof typeof tables;

export const isTableName = (name: string): name is TableName => Object.hasOwn(tables, name);

/** Names of all tables, in the order of `tables`. */
export const tableNames: readonly TableName[] = Object.keys(tables).filter(isTableName);

type RowOf<N extends TableName> = Readonly<z.output<(typeof tables)[N]["schema"]>>;
export type Source = RowOf<"sources">;
export type Claimant = RowOf<"claimants">;
export type Origin = RowOf<"origins">;
export type Metric = RowOf<"metrics">;
export type Claim = RowOf<"claims">;
export type Dismissal = RowOf<"dismissals">;
export type Statement = RowOf<"statements">;
export type Assumption = RowOf<"assumptions">;
export type Correction = RowOf<"corrections">;
export type Crosscheck = RowOf<"crosschecks">;
export type MutationKind = RowOf<"mutation_kinds">;
export type Mutation = RowOf<"mutations">;

/** All tables, read and checked; rows in file order. */
export type Ledger = { readonly [N in TableName]: readonly RowOf<N>[] };
