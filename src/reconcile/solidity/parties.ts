import type { Ledger } from "../../ledger/tables.ts";

const PARTIES: ReadonlySet<string> = new Set(["russia", "ukraine", "north_korea"]);

/** Origins whose claimant speaks from a side of the war. */
export function partyOrigins({ origins, claimants }: Ledger): ReadonlySet<string> {
  const parties = new Set(
    claimants.filter(({ stance }) => PARTIES.has(stance)).map(({ id }) => id),
  );
  return new Set(origins.filter(({ claimant }) => parties.has(claimant)).map(({ id }) => id));
}
