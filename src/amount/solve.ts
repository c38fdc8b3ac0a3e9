/**
 * Amounts solved from eligible claims without Arquero: for many settings of few claims, and in a
 * reader's browser, where a strict policy lets no table expression be compiled.
 *
 * It groups what the stages of src/reconcile group, with their functions; a test holds both to the
 * same answers.
 */
import { ascending, group } from "d3-array";
import type { AssumptionSet } from "../ledger/sets.ts";
import { BEGINNING } from "./periods.ts";
import type { Constraint, EligibleClaim } from "./rows.ts";
import { type System, systemsBySet } from "./systems.ts";
import { boundsOf, testify } from "./testify.ts";

/** The amounts that are parts of an amount, and those that it is part of. */
export interface Family {
  readonly parts: ReadonlySet<string>;
  readonly wholes: ReadonlySet<string>;
}

/** What is asked of a ledger's eligible claims. */
export interface Setting {
  /** Whether an origin or an institution is heard. */
  readonly isHeard: (id: string) => boolean;
  /** The id of the assumption that nothing went before the first count; null where there is none. */
  readonly opening: string | null;
}

/** Every combination of readings that are left open, each as its readings joined by "|". */
export function readingsAmong(choices: Iterable<string | null>): readonly string[] {
  const open = [...new Set(choices)].filter((choice) => choice !== null).sort(ascending);
  return open
    .reduce<readonly (readonly string[])[]>(
      (all, choice) => choice.split("|").flatMap((one) => all.map((taken) => [...taken, one])),
      [[]],
    )
    .map((taken) => taken.join("|"));
}

/** Whether a claim speaks under a combination of readings. */
export const isTaken = (
  { choice, option }: Pick<EligibleClaim, "choice" | "option">,
  reading: string,
): boolean => choice === null || reading.split("|").includes(option ?? "");

/** Nothing before the earliest day from which anybody counts; where nobody does, under `contents` by capacities. */
function openingsOf(
  series: string,
  claims: readonly EligibleClaim[],
  reading: string,
  assumption: string,
): readonly Constraint[] {
  const counts = claims.filter((one) => one.counted && one.start !== BEGINNING);
  const said = counts.filter(({ assume }) => assume !== "contents");
  const [first] = (said.length > 0 ? said : counts).map(({ start }) => start).sort(ascending);
  return first === undefined
    ? []
    : [
        {
          ...{ reading, series, cell: "", side: "ceiling", value: 0, inclusive: true },
          ...{ assume: said.length > 0 ? "opening" : "contents", start: BEGINNING, end: first },
          ...{ binds: [assumption], claims: [], origin: null, institution: null },
        },
      ];
}

function constraintsFor(
  { series, cell }: Pick<Constraint, "series" | "cell">,
  eligible: readonly EligibleClaim[],
  { parts, wholes }: Family,
  reading: string,
  { isHeard, opening }: Setting,
): readonly Constraint[] {
  const taken = eligible.filter((one) => isTaken(one, reading));
  const heard = taken.filter(
    (one) =>
      one.cell === cell &&
      (one.series === series || parts.has(one.series) || wholes.has(one.series)) &&
      isHeard(one.origin) &&
      isHeard(one.institution),
  );
  const groups = group(
    heard,
    ({ series: of, assume, origin, until }) => `${of} ${assume} ${origin} ${until}`,
  );
  const stated = [...groups.values()].flatMap((claims) => {
    const [first] = claims;
    return first === undefined ? [] : boundsOf({ ...first, ...testify(claims), reading });
  });
  const own = taken.filter((one) => one.series === series && one.cell === cell);
  return [
    ...stated
      .filter(
        ({ series: of, side }) =>
          of === series || (side === "floor" ? parts.has(of) : wholes.has(of)),
      )
      .map((one) => ({ ...one, series })),
    ...(opening === null ? [] : openingsOf(series, own, reading, opening)),
  ];
}

/**
 * Solves one amount under each set of assumptions.
 *
 * @param eligible Claims that may bound it, its parts or its wholes; others are passed over.
 */
export function solveAmount(
  amount: Pick<Constraint, "series" | "cell">,
  eligible: readonly EligibleClaim[],
  family: Family,
  setting: Setting,
): ReadonlyMap<AssumptionSet, System> {
  const readings = readingsAmong(eligible.map(({ choice }) => choice));
  return systemsBySet(
    readings.flatMap((reading) => constraintsFor(amount, eligible, family, reading, setting)),
    readings,
  );
}
