import type { Formula } from "../../ledger/formula.ts";
import type { Ledger } from "../../ledger/tables.ts";
import { alternativeOf } from "../choice.ts";
import { idsIn } from "../collection.ts";
import { termsOf } from "../derive.ts";
import { type Dial, withNumbers } from "../dials.ts";
import type { Option } from "../solidity/axes.ts";
import { standingIn } from "../standing.ts";
import type { Choice } from "./choices.ts";
import { dependsOn, withNumber } from "./depends.ts";
import type { Settings } from "./settings.ts";

/** A choice and a number that cannot both be meant. */
export interface Contradiction {
  readonly choice: Choice;
  readonly option: Option;
  readonly dial: Dial;
  readonly value: number;
  /** The number that agrees with the choice. */
  readonly agreeing: number;
}

/** What can be set, and in what. */
export interface Offered {
  readonly ledger: Ledger;
  readonly choices: readonly Choice[];
  readonly dials: readonly Dial[];
}

/** Numbers that follow from options of a choice: of the option that is taken, and of those set aside. */
interface Sides {
  readonly taken: readonly string[];
  readonly aside: readonly string[];
}

function sidesOf({ ledger, dials }: Offered, choice: Choice, option: Option): Sides {
  const own = new Set(
    ledger.claims.flatMap((row) => (alternativeOf(row)?.group === choice.id ? [row.id] : [])),
  );
  const weighed = dials.filter(({ claims }) => claims.some((id) => own.has(id)));
  // where one number alone follows from the options, none weighs them
  if (weighed.length < 2) return { taken: [], aside: [] };
  const question = { metric: "", asOf: "", collection: "all" } as const;
  const settled = option.settle({ ledger, question }).ledger;
  const standing = standingIn(settled);
  const fallen = new Set(
    settled.claims.flatMap((row) => (own.has(row.id) && standing(row) !== null ? [row.id] : [])),
  );
  const isAside = ({ claims }: Dial): boolean => claims.some((id) => fallen.has(id));
  return {
    taken: weighed.filter((dial) => !isAside(dial)).map(({ id }) => id),
    aside: weighed.filter(isAside).map(({ id }) => id),
  };
}

const formulasIn = ({ crosschecks }: Ledger): readonly Formula[] =>
  crosschecks.flatMap(({ formula, against }) => (against ? [formula, against] : [formula]));

/**
 * Finds numbers that a choice excludes: "all of one kind" beside a share of the other.
 *
 * Such a number weighs what follows from one option of the choice against what follows
 * from another, in some formula of the ledger. It contradicts the option that is taken
 * where the formula still rests on an option that was set aside, though another number
 * would leave it to the one that was taken.
 *
 * @returns Each pair once, in the order of choices and numbers; empty unless both are set.
 */
export function contradictionsIn(
  offered: Offered,
  { options, numbers }: Pick<Settings, "options" | "numbers">,
): readonly Contradiction[] {
  if (options.size === 0 || numbers.size === 0) return [];
  const { ledger, choices, dials } = offered;
  const terms = termsOf(withNumbers(ledger, numbers));
  return choices.flatMap((choice): readonly Contradiction[] => {
    const option = choice.options.find(({ id }) => id === options.get(choice.id));
    if (!option) return [];
    const { taken, aside } = sidesOf(offered, choice, option);
    if (taken.length === 0 || aside.length === 0) return [];
    return dials.flatMap((dial): readonly Contradiction[] => {
      const value = numbers.get(dial.id);
      if (value === undefined || taken.includes(dial.id) || aside.includes(dial.id)) return [];
      for (const formula of formulasIn(ledger)) {
        const named = new Set(idsIn(formula.term));
        const rests = (on: readonly string[], number: number): boolean =>
          on.some(
            (id) => named.has(id) && dependsOn(formula, id, withNumber(terms, dial.id, number)),
          );
        if (!named.has(dial.id) || !rests(aside, value)) continue;
        const agreeing = [dial.from, dial.to].find(
          (end) => rests(taken, end) && !rests(aside, end),
        );
        if (agreeing !== undefined) return [{ choice, option, dial, value, agreeing }];
      }
      return [];
    });
  });
}
