import type { Claim, Ledger } from "../../ledger/tables.ts";
import type { BoundRow } from "../bounds.ts";
import { alternativeOf } from "../choice.ts";
import { claimsUnder, termsOf } from "../derive.ts";
import { type Question, weigh } from "../estimate.ts";
import { byId, groupBy } from "../group-by.ts";
import { type Bound, type Side, compareTightness, tightestOf } from "../interval.ts";
import { rootsIn } from "../root.ts";
import type { Asked } from "./axes.ts";
import { originsOf } from "./family.ts";
import { partyOrigins } from "./parties.ts";

/**
 * Groups of claims that have to do with each other: one act of estimation, options of
 * one choice, a figure and what it is computed from. What becomes of one group does
 * not change what another group says.
 *
 * @returns For each claim's id the name of its group.
 */
function circlesIn(ledger: Ledger): (claim: string) => string {
  const rootOf = rootsIn(ledger.origins);
  const terms = termsOf(ledger);
  const parents = new Map<string, string>();
  const top = (name: string): string => {
    let at = name;
    for (let up = parents.get(at); up !== undefined; up = parents.get(at)) at = up;
    for (let one = name; one !== at;) {
      const up = parents.get(one) ?? at;
      parents.set(one, at);
      one = up;
    }
    return at;
  };
  const join = (a: string, b: string): void => {
    const [one, other] = [top(a), top(b)];
    if (one !== other) parents.set(one, other);
  };
  for (const claim of ledger.claims) {
    join(claim.id, `origin ${rootOf(claim.origin)}`);
    const stated = alternativeOf(claim);
    if (stated) join(claim.id, `choice ${stated.group}`);
    if (claim.derived_from)
      for (const below of claimsUnder(claim.derived_from, terms)) join(claim.id, below);
  }
  return top;
}

/** What choices can do to a claim. */
interface Reach {
  /** Some option gives it another number, or lets it stand where it did not. */
  readonly isOpen: (claim: Claim) => boolean;
  /** No option does anything to it. */
  readonly isFirm: (claim: Claim) => boolean;
}

function reachOf(ledger: Ledger, { metric, collection }: Question): Reach {
  const parties = partyOrigins(ledger);
  const core = new Set(
    ledger.sources.flatMap(({ id, collection: own }) => (own === "core" ? [id] : [])),
  );
  const window = metric.replace(/^m_/u, "p_window_");
  const hasWindow = ledger.assumptions.some(({ id }) => id === window);
  // where windows matter, the first of all days that counts begin on decides over each of them
  const isOpen = (claim: Claim): boolean =>
    claim.alternative !== null || (hasWindow && claim.counted_from !== null);
  return {
    isOpen,
    isFirm: (claim) =>
      !isOpen(claim) &&
      claim.modality !== "possible" &&
      claim.bound !== "about" &&
      !parties.has(claim.origin) &&
      (collection === "core" || core.has(claim.source)),
  };
}

/**
 * Keeps the claims that can bind a question's range under some combination of choices.
 *
 * Claims that no choice touches put a floor and a ceiling that hold in every
 * combination. All that choices do to most other claims is to set them aside or to widen
 * them: a group of claims that says nothing tighter than that floor and that ceiling
 * binds in none. Of ten thousand claims some dozens are left.
 *
 * @param asked A question about a metric of the ledger, and all that its estimate can depend on.
 */
export function keepDeciding({ ledger, question }: Asked): Ledger {
  const { asOf } = question;
  const circleOf = circlesIn(ledger);
  const { isOpen, isFirm } = reachOf(ledger, question);
  const circles = groupBy(ledger.claims, ({ id }) => circleOf(id));
  const firm = new Set([...circles].flatMap(([name, own]) => (own.every(isFirm) ? [name] : [])));
  const { stated, bounds } = weigh(ledger, question);
  const speaks = ({ from, to }: BoundRow): boolean => from <= asOf && asOf <= to;
  const circleOfRow = ({ members: [first = ""] }: BoundRow): string => circleOf(first);
  const always = (side: Side): Bound | null =>
    tightestOf(
      side,
      bounds.filter((row) => row.side === side && speaks(row) && firm.has(circleOfRow(row))),
    );
  const standing = { low: always("low"), high: always("high") };
  const isTight = (row: BoundRow): boolean => {
    const other = standing[row.side];
    return other === null || compareTightness(row.side, row, other) <= 0;
  };
  const tight = new Set(
    stated.flat().flatMap((row) => (speaks(row) && isTight(row) ? [circleOfRow(row)] : [])),
  );
  const kept = [...circles].flatMap(([name, own]) =>
    tight.has(name) || own.some(isOpen) ? own.map(({ id }) => id) : [],
  );
  const ids = new Set(kept);
  const claims = ledger.claims.filter(({ id }) => ids.has(id));
  const printed = new Set(claims.map(({ source }) => source));
  return {
    ...ledger,
    claims,
    origins: originsOf(claims, byId(ledger.origins)),
    sources: ledger.sources.filter(({ id }) => printed.has(id)),
  };
}
