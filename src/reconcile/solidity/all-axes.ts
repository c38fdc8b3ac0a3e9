import type { Ledger } from "../../ledger/tables.ts";
import type { Collection } from "../collection.ts";
import { type Axis, axesOf } from "./axes.ts";
import { familiesIn } from "./family.ts";

/** A choice with the quantities for which it is one. */
export interface SharedAxis extends Axis {
  /** Label of the first of these quantities. */
  readonly about: string;
  readonly metrics: ReadonlySet<string>;
}

/**
 * All choices that some estimate makes, each once: those of the multiverse, whose
 * first option is the published one. In the order of the quantities.
 */
export function allAxesIn(ledger: Ledger, collection: Collection): readonly SharedAxis[] {
  const familyOf = familiesIn(ledger);
  const found = new Map<string, { readonly axis: Axis; about: string; metrics: Set<string> }>();
  for (const { id: metric, label } of ledger.metrics)
    for (const axis of axesOf({
      ledger: familyOf(metric),
      question: { metric, asOf: "", collection },
    })) {
      const held = found.get(axis.id);
      if (held) held.metrics.add(metric);
      else found.set(axis.id, { axis, about: label, metrics: new Set([metric]) });
    }
  return [...found.values()].map(({ axis, ...of }) => ({ ...axis, ...of }));
}
