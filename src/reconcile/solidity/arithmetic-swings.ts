import type { Claim, Ledger } from "../../ledger/tables.ts";
import { type Collection, keepCollection } from "../collection.ts";
import { byId, groupBy } from "../group-by.ts";
import { publishCrosschecks } from "../publish-crosschecks.ts";
import type { PublishedCrosscheck } from "../published.ts";
import { standingIn } from "../standing.ts";
import { dialsIn, withNumbers } from "../dials.ts";
import { allAxesIn } from "./all-axes.ts";
import { type ArithmeticPart, arithmeticPartOf } from "./arithmetic-part.ts";
import type { Axis, Option } from "./axes.ts";
import type { Moved } from "./rows.ts";
import { statedEndsOf } from "./stated-ends.ts";

/** What one cross-check becomes when one choice is made otherwise or one number is another. */
export interface ArithmeticSwing extends Moved {
  readonly published: PublishedCrosscheck;
  /** null where a document that it rests on does not speak any more. */
  readonly result: PublishedCrosscheck | null;
}

const settingOf = (axis: Axis, { id, label }: Option): Moved => ({
  kind: "choice",
  moved: axis.id,
  moved_label: axis.options[0].label,
  setting: id,
  setting_label: label,
  value: null,
  stated_by: [],
});

/** Each number that readers can move at both ends of what documents allow; none where that is one value. */
function numbersIn(
  ledger: Ledger,
  usable: readonly Claim[],
): readonly (Moved & { readonly value: number })[] {
  const claimsOf = groupBy(usable, ({ metric }) => metric);
  const metricOf = new Map(ledger.assumptions.map(({ id, metric }) => [id, metric]));
  return dialsIn(ledger).flatMap((dial) => {
    const ends = statedEndsOf(dial, claimsOf.get(metricOf.get(dial.id) ?? "") ?? []);
    if (!ends) return [];
    return (["low", "high"] as const).map((end) => ({
      kind: "number" as const,
      moved: dial.id,
      moved_label: dial.label,
      setting: end,
      setting_label: `${end === "low" ? "lowest" : "highest"} number that documents allow`,
      value: ends[end].value,
      stated_by: ends[end].claims,
    }));
  });
}

/** Rows of a ledger that a settled one has no more, or has otherwise; numbers of the ledger stay. */
function changedIn(before: Ledger, after: Ledger): ReadonlySet<string> {
  const claims = byId(after.claims);
  const assumptions = byId(after.assumptions);
  return new Set([
    ...before.claims.filter((row) => claims.get(row.id) !== row).map(({ id }) => id),
    ...before.assumptions
      .filter((row) => assumptions.get(row.id)?.default !== row.default)
      .map(({ id }) => id),
  ]);
}

/** Computes the cross-checks of one changed ledger, and keeps those that the change touches. */
function swingsUnder(
  { ledger, under }: ArithmeticPart,
  published: readonly PublishedCrosscheck[],
  setting: Moved,
  changed: { readonly ledger: Ledger; readonly rows: ReadonlySet<string> },
): readonly ArithmeticSwing[] {
  const touched = new Set(
    ledger.crosschecks
      .filter(({ id }) => [...(under.get(id) ?? [])].some((row) => changed.rows.has(row)))
      .map(({ id }) => id),
  );
  if (touched.size === 0) return [];
  const computed = publishCrosschecks(changed.ledger, standingIn(changed.ledger), () => "all");
  const results = new Map(computed.map((row) => [row.crosscheck, row]));
  return published
    .filter(({ crosscheck }) => touched.has(crosscheck))
    .map((row) => ({
      ...setting,
      published: row,
      result: results.get(row.crosscheck) ?? null,
    }));
}

/** What is published besides. */
export interface ArithmeticGrounds {
  /** Claims that count. */
  readonly usable: readonly Claim[];
  readonly published: readonly PublishedCrosscheck[];
}

/**
 * Every cross-check with each choice that touches it made otherwise alone, and with each
 * number that readers can move at both ends of what the documents allow. The choices, the
 * numbers and the arithmetic are those of /what-if.
 */
export function arithmeticSwingsIn(
  ledger: Ledger,
  collection: Collection,
  { usable, published }: ArithmeticGrounds,
): readonly ArithmeticSwing[] {
  if (published.length === 0) return [];
  const part = arithmeticPartOf(ledger);
  const question = { metric: "", asOf: "", collection };
  const choices = allAxesIn(ledger, collection).flatMap((axis) =>
    axis.options.slice(1).flatMap((option) => {
      const settled = option.settle({ ledger: part.ledger, question });
      const after = keepCollection(settled.ledger, settled.question.collection);
      const rows = changedIn(part.ledger, after);
      return swingsUnder(part, published, settingOf(axis, option), { ledger: after, rows });
    }),
  );
  const numbers = numbersIn(ledger, usable).flatMap(({ value, ...setting }) => {
    const after = withNumbers(part.ledger, new Map([[setting.moved, value]]));
    const changed = { ledger: after, rows: new Set([setting.moved]) };
    return swingsUnder(part, published, { ...setting, value }, changed);
  });
  return [...choices, ...numbers];
}
