import { group } from "d3-array";
import type { EligibleClaim } from "../amount/rows.ts";
import { alternativeOf, groupOf } from "../ledger/choice.ts";
import { ASSUMPTION_SETS, type AssumptionSet } from "../ledger/sets.ts";
import type { Claim, Ledger } from "../ledger/tables.ts";
import type { PublishedSensitivity } from "../published/tables.ts";
import { eligibleClaims } from "../reconcile/eligible.ts";
import type { Reconciled } from "../reconcile/reconcile.ts";
import { rowsOf } from "../reconcile/verbs.ts";
import {
  amountsAsked,
  asPublished,
  bearingOn,
  familiesIn,
  isSameOutcome,
  leadingAsks,
  outcomeOf,
  solveFor,
} from "./questions.ts";

/** A decision that is made otherwise: in the facts, in who is heard, or in what is assumed. */
export interface Decision {
  readonly decision: string;
  readonly option: string;
  readonly ledger?: Ledger;
  readonly isKept?: (claim: EligibleClaim) => boolean;
  readonly assume?: AssumptionSet;
}

/** Each reading that is not taken, in place of those beside which it stands. */
function otherReadings(ledger: Ledger): readonly Decision[] {
  const off = ledger.assumptions.filter((row) => row.kind === "reading" && row.default === "off");
  // A group names a choice in its document alone.
  const groups = [...group(ledger.claims, groupOf)].flatMap(([whose, claims]) =>
    whose === null ? [] : [claims.flatMap((claim) => alternativeOf(claim) ?? [])],
  );
  return off.flatMap(({ id }) => {
    const beside = groups.filter((options) => options.some(({ option }) => option === id)).flat();
    const [first] = beside;
    const rivals = new Set(beside.map(({ option }) => option));
    return first === undefined
      ? []
      : [
          {
            decision: `reading ${first.group}`,
            option: id,
            ledger: {
              ...ledger,
              assumptions: ledger.assumptions.map((row) =>
                rivals.has(row.id)
                  ? { ...row, default: row.id === id ? ("on" as const) : ("off" as const) }
                  : row,
              ),
            },
          },
        ];
  });
}

/** A ledger in which one kind is all that there is: who names it states no other option of the choice. */
export function withKind(ledger: Ledger, alternative: string): Ledger {
  const [kinds] = alternative.split("/");
  const naming = new Set(
    ledger.claims.flatMap((row) => (row.alternative === alternative ? [row.origin] : [])),
  );
  return {
    ...ledger,
    claims: ledger.claims.map((claim): Claim => {
      if (alternativeOf(claim)?.group !== kinds || !naming.has(claim.origin)) return claim;
      if (claim.alternative === alternative) return { ...claim, alternative: null };
      // Left in its place, as a formula may name it: what is derived from it falls with it.
      return { ...claim, status: "superseded" };
    }),
  };
}

/** All of one kind in place of a mix. */
function singleKinds(ledger: Ledger): readonly Decision[] {
  const readings = new Set(
    ledger.assumptions.flatMap(({ id, kind }) => (kind === "reading" ? [id] : [])),
  );
  const kinds = new Set(
    ledger.claims.flatMap(({ alternative }) =>
      alternative === null || readings.has(alternative.split("/")[1] ?? "") ? [] : [alternative],
    ),
  );
  return [...kinds].map((alternative) => {
    const [name = "", option = ""] = alternative.split("/");
    return { decision: `kinds ${name}`, option, ledger: withKind(ledger, alternative) };
  });
}

const SIDES: readonly string[] = ["russia", "ukraine", "north_korea"];

/** Decisions about who is heard, by what is known of them. */
function hearings(ledger: Ledger): readonly Decision[] {
  const stances = new Map(ledger.claimants.map(({ id, stance }) => [id, stance]));
  const parties = new Set(
    ledger.origins.flatMap(({ id, claimant }) =>
      SIDES.includes(stances.get(claimant) ?? "") ? [id] : [],
    ),
  );
  const unknown = new Set(
    ledger.origins.flatMap(({ id, method }) => (method === "unknown" ? [id] : [])),
  );
  const seen = new Set(
    ledger.claims.flatMap(({ id, quote_seen }) => (quote_seen === "seen" ? [id] : [])),
  );
  return [
    {
      decision: "parties to the war",
      option: "not heard",
      isKept: ({ origin }) => !parties.has(origin),
    },
    {
      decision: "method not known",
      option: "not heard",
      isKept: ({ origin }) => !unknown.has(origin),
    },
    {
      decision: "words at second hand",
      option: "not heard",
      isKept: ({ claim }) => seen.has(claim),
    },
  ];
}

/** Every decision that could be made otherwise, one at a time. */
export const decisionsIn = (ledger: Ledger): readonly Decision[] => [
  ...ASSUMPTION_SETS.map((assume) => ({
    decision: "assumptions",
    option: assume,
    assume,
  })),
  ...otherReadings(ledger),
  ...singleKinds(ledger),
  {
    decision: "about",
    option: "the number as printed",
    ledger: {
      ...ledger,
      claims: ledger.claims.map((claim) =>
        claim.bound === "about" ? { ...claim, bound: "point" as const } : claim,
      ),
    },
  },
  ...hearings(ledger),
];

/** Each leading question with one decision made otherwise, where that moves the answer. */
export function sensitivityOf(
  ledger: Ledger,
  { eligible, asks }: Pick<Reconciled, "eligible" | "asks">,
  collection: PublishedSensitivity["collection"],
): readonly PublishedSensitivity[] {
  const familyOf = familiesIn(ledger);
  const setting = asPublished(ledger);
  const own = rowsOf(eligible);
  const published = bearingOn(own, familyOf);
  const amounts = amountsAsked(leadingAsks({ asks, eligible })).flatMap((asked) => {
    const [first] = asked;
    if (first === undefined) return [];
    const claims = published(first);
    const systems = solveFor(first, claims, familyOf, setting);
    const stated = systems.get("stated");
    const before = asked.map((ask) => (stated ? outcomeOf(stated, ask) : null));
    return [{ asked, first, before, systems, claims: JSON.stringify(claims) }];
  });
  return decisionsIn(ledger).flatMap((made) => {
    const rows = made.ledger ? rowsOf(eligibleClaims(made.ledger).eligible) : own;
    const bearing = bearingOn(made.isKept ? rows.filter(made.isKept) : rows, familyOf);
    const isHeardOtherwise = made.ledger !== undefined || made.isKept !== undefined;
    return amounts.flatMap(({ asked, first, before, systems, claims }) => {
      const heard = isHeardOtherwise ? bearing(first) : [];
      // What leaves an amount's claims as they are leaves its answers too.
      if (isHeardOtherwise && JSON.stringify(heard) === claims) return [];
      const solved = isHeardOtherwise ? solveFor(first, heard, familyOf, setting) : systems;
      const system = solved.get(made.assume ?? "stated");
      if (system === undefined) return [];
      return asked.flatMap((ask, at): readonly PublishedSensitivity[] => {
        const after = outcomeOf(system, ask);
        const was = before[at];
        if (was && isSameOutcome(was, after)) return [];
        const { series, metric, from, to } = ask;
        const { low, low_inclusive, high, high_inclusive, fewest_wrong } = after;
        return [
          {
            ...{ series, metric, from, to, collection },
            ...{ decision: made.decision, option: made.option, fewest_wrong },
            ...{ low, low_inclusive, high, high_inclusive },
          },
        ];
      });
    });
  });
}
