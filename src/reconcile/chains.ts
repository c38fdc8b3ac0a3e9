import type { Claimant, Origin, Source } from "../ledger/tables.ts";

/** What lies at the end of a chain of ids, each of which leads to one other or to none. */
const endOf =
  (next: ReadonlyMap<string, string>) =>
  (id: string): string => {
    let at = id;
    // Circles are faults of the ledger and never get here.
    for (let to = next.get(at); to !== undefined; to = next.get(at)) at = to;
    return at;
  };

/**
 * Finds the act of estimation that an origin goes back to: its own base as long as it has exactly
 * one. A compilation of several bases stands for itself.
 */
export const rootsIn = (origins: readonly Origin[]): ((origin: string) => string) =>
  endOf(
    new Map(
      origins.flatMap(({ id, based_on: [base, another] }) =>
        base === undefined || another !== undefined ? [] : [[id, base] as const],
      ),
    ),
  );

/** Finds the institution at whose door goes what a speaker says: the body that it is part of, to the last. */
export const institutionsIn = (claimants: readonly Claimant[]): ((claimant: string) => string) =>
  endOf(new Map(claimants.flatMap(({ id, part_of }) => (part_of === null ? [] : [[id, part_of]]))));

/**
 * The first day by which a document had been published for certain; null where nobody knows.
 *
 * @returns The last day of the month or year where only that is known.
 * @example knownOn({ published_on: "2025-11-01", published_precision: "month" }) // => "2025-11-30"
 */
export function knownOn({
  published_on,
  published_precision,
}: Pick<Source, "published_on" | "published_precision">): string | null {
  if (published_on === null || published_precision === "unknown") return null;
  if (published_precision === "year") return `${published_on.slice(0, 4)}-12-31`;
  if (published_precision === "day") return published_on;
  const [year = 0, month = 0] = published_on.split("-").map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}
