import { type Terms, evaluate, valueOf } from "../../arithmetic/evaluate.ts";
import { endsOf } from "../../arithmetic/interval.ts";
import { type Formula, parseFormula } from "../../ledger/formula.ts";
import { formatOurs } from "../../words/ranges.ts";
import type { Known, Setting, Sum } from "./known.ts";

/**
 * A formula from its text.
 *
 * @throws Error when it is none: the page was made from a checked ledger.
 */
function formulaOf(text: string): Formula {
  const parsed = parseFormula(text);
  if ("expected" in parsed) throw new Error(`the page holds a formula that is none: ${text}`);
  return parsed.formula;
}

const parsed = <Row extends { readonly derived_from: string | null }>(row: Row) => ({
  ...row,
  derived_from: row.derived_from === null ? null : formulaOf(row.derived_from),
});

/** What formulas can name; a number that a reader has set stands for its assumption. */
export function termsUnder(
  { claims, assumptions }: Pick<Known, "claims" | "assumptions">,
  numbers: Setting["numbers"],
): Terms {
  return {
    claims: new Map(claims.map((row) => [row.id, parsed(row)])),
    assumptions: new Map(
      assumptions.map((row) => {
        const set = numbers[row.id];
        if (set === undefined) return [row.id, parsed(row)];
        return [row.id, { ...parsed(row), low: null, best: set, high: null }];
      }),
    ),
    crosschecks: new Map(),
  };
}

/** A number of the arithmetic in words, as published. */
export const publishedNumber = (known: Known, id: string): string =>
  formatOurs(endsOf(valueOf(id, termsUnder(known, {})).value));

/** The result of arithmetic in words, or why there is none. */
export function resultOf({ formula }: Sum, known: Known, setting: Setting): string {
  const { value, claims } = evaluate(formulaOf(formula), termsUnder(known, setting.numbers));
  const { eligible } = known.evidence.all;
  const isLeftOut = claims.some((id) => {
    const claim = eligible.find((one) => one.claim === id);
    return (
      claim !== undefined &&
      (setting.without.includes(claim.origin) || setting.without.includes(claim.institution))
    );
  });
  return isLeftOut ? "uses a figure that is left out" : formatOurs(endsOf(value));
}
