import type { EligibleClaim } from "../../amount/rows.ts";
import type { AssumptionSet } from "../../ledger/sets.ts";
import type { Assumption, Claim, Metric } from "../../ledger/tables.ts";

/** A quantity that can be asked for. */
export interface Quantity extends Pick<Metric, "id" | "label" | "unit" | "measure"> {
  /** The amount that it measures. */
  readonly series: string;
  /** Amounts that are parts of it, and those that it is part of. */
  readonly parts: readonly string[];
  readonly wholes: readonly string[];
}

/** Readings of the same words, of which one is taken or all are left open. */
export interface Choice {
  /** The ids of its options, joined by "|". */
  readonly id: string;
  readonly label: string;
  readonly options: readonly { readonly id: string; readonly label: string }[];
  /** What is published: an option, or the id of the choice where it is left open. */
  readonly published: string;
}

/** A claim as readers know it. */
export interface Said {
  /** Who said it, of when: "Seoul, February 2024". */
  readonly speaker: string;
  /** What it says, with its unit. */
  readonly says: string;
}

/** The claims of one collection that bear on any amount, under every reading. */
export interface Evidence {
  readonly eligible: readonly EligibleClaim[];
  /** The assumption that nothing went before the first count; null where the collection has none. */
  readonly opening: string | null;
  readonly choices: readonly Choice[];
}

/** Arithmetic whose numbers a reader may set; the formula is text. */
export interface Sum {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly formula: string;
}

/** A number of the arithmetic, under the words that ask for it. */
export interface Parameter {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  /** The largest that it may be set to: no share is above all. */
  readonly most: number;
}

/** A row without its formula, which is text on the page. */
type Plain<Row extends { derived_from: unknown }> = Omit<Row, "derived_from"> & {
  readonly derived_from: string | null;
};

/** All that the page computes from, as plain JSON. */
export interface Known {
  readonly published: Setting;
  readonly quantities: readonly Quantity[];
  readonly evidence: Readonly<Record<Setting["collection"], Evidence>>;
  readonly said: Readonly<Record<string, Said>>;
  /** Names of institutions and labels of assumptions. */
  readonly names: Readonly<Record<string, string>>;
  readonly sums: readonly Sum[];
  readonly parameters: readonly Parameter[];
  /** Claims and assumptions that the arithmetic names. */
  readonly claims: readonly Plain<Claim>[];
  readonly assumptions: readonly Plain<Assumption>[];
}

/** What a reader has set. */
export interface Setting {
  readonly metric: string;
  readonly day: string;
  readonly collection: "core" | "all";
  readonly assume: AssumptionSet;
  /** Origins and institutions that are left out, in order. */
  readonly without: readonly string[];
  /** For choices that are not as published: the option that is taken, or the id of the choice. */
  readonly readings: Readonly<Record<string, string>>;
  /** Numbers that are not as published, by the id of their assumption. */
  readonly numbers: Readonly<Record<string, number>>;
}
