import { group } from "d3-array";
import type { Claim, Ledger, Mutation, Source } from "../ledger/tables.ts";
import { groupOf } from "../ledger/choice.ts";

/** One figure in one document, with all readings of it, and what was changed on the way there. */
export interface Retelling {
  /** The claims that are readings of the figure; the one that was changed first. */
  readonly claims: readonly Claim[];
  /** In the order of the table; empty where no change is known. */
  readonly mutations: readonly Mutation[];
  /**
   * How many times the number that others keep the changed one prints; 1 where the digits stayed,
   * null where nothing of the same unit is there to compare with.
   */
  readonly factor: number | null;
  /**
   * Whether the number itself is another: by what others keep, and only where there is nothing to
   * compare with by what the kinds of the changes say.
   */
  readonly isNumberChanged: boolean;
}

const endsOf = ({ low, best, high }: Claim): readonly number[] => {
  const ends = best === null ? [low, high] : [best];
  return [...new Set(ends.filter((end) => end !== null))];
};

/** Of some ratios the one that says the least change; null where there is none. */
function nearestToOne(ratios: readonly number[]): number | null {
  const distance = (ratio: number): number => Math.abs(Math.log(ratio));
  return ratios.reduce<number | null>(
    (nearest, ratio) => (nearest === null || distance(ratio) < distance(nearest) ? ratio : nearest),
    null,
  );
}

/**
 * By what a retelling multiplies its origin's number.
 *
 * Two ranges are held end against end, and the end that moved more speaks. A single number beside
 * a range is held against the nearer end: who repeats only the floor of a range has not moved it.
 *
 * @param changed The claim that shows the change.
 * @param kept A claim of the same unit that keeps the figure.
 * @returns null where a number is 0, which no factor leads to or from.
 * @example movedBy({best: 4500}, {best: 1500}) // => 3
 */
export function movedBy(changed: Claim, kept: Claim): number | null {
  const [now, before] = [endsOf(changed), endsOf(kept)];
  if ([...now, ...before].some((end) => end === 0)) return null;
  if (now.length === 2 && before.length === 2) {
    const ratios = now.map((end, index) => end / (before[index] ?? end));
    const [low = 1, high = 1] = ratios;
    return Math.abs(Math.log(low)) > Math.abs(Math.log(high)) ? low : high;
  }
  return nearestToOne(now.flatMap((end) => before.map((other) => end / other)));
}

/** Changes of rows that the ledger holds, which may be a part of a larger one, compared within it. */
export function mutationsOf({ claims, statements, mutations }: Ledger): readonly Mutation[] {
  const ids = new Set<string | null>([...claims, ...statements].map(({ id }) => id));
  return mutations
    .filter(({ claim, statement }) => ids.has(claim ?? statement))
    .map((row) => ({ ...row, compared_with: row.compared_with.filter((id) => ids.has(id)) }));
}

const isTranslated = (source: Source | undefined): boolean =>
  source?.translation === "machine" || source?.translation === "human";

/** Readings of one figure share document, words and choice; every other claim is a figure of its own. */
const figureOf = (claim: Claim): string => {
  const choice = groupOf(claim);
  return choice === null ? claim.id : [choice, claim.start ?? claim.quote].join("\n");
};

const pairOf = ({ origin, metric }: Claim): string => `${origin} ${metric}`;

/**
 * Figures of which one can say whether they were changed on the way: another document tells the
 * same quantity of the same origin, or the document is a translation and was gone through for what
 * translating did, or a change is known. A figure that a single document tells may have been
 * changed too; nobody can see it, so it is not counted among the unchanged.
 *
 * @returns In the order of the claims; withdrawn ones too, as they were printed.
 */
export function retellingsOf(ledger: Ledger): readonly Retelling[] {
  const sources = new Map(ledger.sources.map((row) => [row.id, row]));
  const claims = new Map(ledger.claims.map((row) => [row.id, row]));
  const all = mutationsOf(ledger);
  const ofNumbers = new Set(
    ledger.mutation_kinds.flatMap(({ id, changes }) => (changes === "number" ? [id] : [])),
  );
  const units = new Map(ledger.metrics.map(({ id, unit }) => [id, unit]));
  const documents = new Map(
    [...group(ledger.claims, pairOf)].map(([pair, rows]) => [
      pair,
      new Set(rows.map(({ source }) => source)).size,
    ]),
  );
  const isTold = (claim: Claim): boolean =>
    (documents.get(pairOf(claim)) ?? 0) > 1 || isTranslated(sources.get(claim.source));
  return [...group(ledger.claims, figureOf).values()].flatMap((readings): readonly Retelling[] => {
    const ids = new Set<string | null>(readings.map(({ id }) => id));
    const mutations = all.filter(({ claim }) => claim !== null && ids.has(claim));
    if (mutations.length === 0 && !readings.some(isTold)) return [];
    const ratios = mutations.flatMap(({ claim, compared_with }) => {
      const changed = claims.get(claim ?? "");
      return compared_with.flatMap((id) => {
        const kept = claims.get(id);
        return changed && kept && units.get(changed.metric) === units.get(kept.metric)
          ? (movedBy(changed, kept) ?? [])
          : [];
      });
    });
    const first = readings.filter(({ id }) => mutations.some(({ claim }) => claim === id));
    const rest = readings.filter((row) => !first.includes(row));
    const factor = nearestToOne(ratios);
    const isNumberChanged =
      factor === null ? mutations.some(({ kind }) => ofNumbers.has(kind)) : factor !== 1;
    return [{ claims: [...first, ...rest], mutations, factor, isNumberChanged }];
  });
}
