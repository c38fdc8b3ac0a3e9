import { type Terms, claimsUnder, evaluate, termsOf } from "../arithmetic/evaluate.ts";
import { type Interval, type Side, isEmpty } from "../arithmetic/interval.ts";
import { standingIn } from "../arithmetic/standing.ts";
import type { Formula, Term } from "../ledger/formula.ts";
import type { Assumption, Claim, Crosscheck, Ledger } from "../ledger/tables.ts";
import type { PublishedTippingPoint } from "../published/tables.ts";
import { type Verdict, checkArithmetic } from "../reconcile/crosschecks.ts";

/** The value of one input of a cross-check at which its verdict turns, in the input's own unit. */
type TippingPoint = Omit<PublishedTippingPoint, "collection">;

/** One input of a formula: where it stands, and which end of it makes an end of the whole. */
interface Input {
  readonly id: string;
  readonly end: Side;
  readonly now: number;
  /** The value at which the end of the whole is `target`; null where none does it. */
  readonly solve: (target: number) => number | null;
}

const other = (side: Side): Side => (side === "low" ? "high" : "low");

const valueOf = (term: Term, terms: Terms): Interval => evaluate({ text: "", term }, terms).value;

type Operation = Extract<Term, { readonly kind: "operation" }>;

/** What the left side must be so that the operation gives the target, the right side being known. */
const solveLeft = ({ operator }: Operation, target: number, right: number): number =>
  ({ "+": target - right, "-": target + right, "*": target / right, "/": target * right })[
    operator
  ];

const solveRight = ({ operator }: Operation, target: number, left: number): number =>
  ({ "+": target - left, "-": left - target, "*": target / left, "/": left / target })[operator];

/** Whether a larger right side makes the whole smaller. Quantities here are not negative. */
const turns = ({ operator }: Operation): boolean => operator === "-" || operator === "/";

/** The inputs of a term, each solved for one end of the whole. */
function inputsOf(term: Term, side: Side, terms: Terms): readonly Input[] {
  if (term.kind === "number") return [];
  if (term.kind === "id") {
    const check = terms.crosschecks.get(term.id);
    if (check) return inputsOf(check.formula.term, side, terms);
    const end = term.end === "low" || term.end === "high" ? term.end : side;
    const now = valueOf(term, terms)[side]?.value;
    return now === undefined ? [] : [{ id: term.id, end, now, solve: (target) => target }];
  }
  const rightSide = turns(term) ? other(side) : side;
  const left = valueOf(term.left, terms)[side]?.value ?? null;
  const right = valueOf(term.right, terms)[rightSide]?.value ?? null;
  const through = (
    { solve, ...input }: Input,
    known: number | null,
    step: typeof solveLeft,
  ): Input => ({
    ...input,
    solve: (target) => (known === null ? null : solve(step(term, target, known))),
  });
  return [
    ...inputsOf(term.left, side, terms).map((one) => through(one, right, solveLeft)),
    ...inputsOf(term.right, rightSide, terms).map((one) => through(one, left, solveRight)),
  ];
}

/** A claim that states another number at one end. */
function claimWith(claim: Claim, end: Side, value: number): Claim {
  return claim[end] === null ? { ...claim, best: value } : { ...claim, [end]: value };
}

const assumptionWith = (row: Assumption, end: Side, value: number): Assumption =>
  row[end] === null
    ? { ...row, best: value, derived_from: null }
    : { ...row, [end]: value, derived_from: null };

/** The terms as if one input were another number. */
function termsWith(terms: Terms, { id, end }: Input, value: number): Terms {
  const claim = terms.claims.get(id);
  if (claim)
    return { ...terms, claims: new Map([...terms.claims, [id, claimWith(claim, end, value)]]) };
  const row = terms.assumptions.get(id);
  return row
    ? {
        ...terms,
        assumptions: new Map([...terms.assumptions, [id, assumptionWith(row, end, value)]]),
      }
    : terms;
}

/** Near enough to turn the verdict, far enough for a computer to tell. */
const STEP = 1e-9;

/**
 * The values at which the verdict turns: where a floor meets the other side's ceiling,
 * and where it lies above it by just the tolerance.
 */
function targetsFor(side: Side, against: Interval, tolerance: number): readonly number[] {
  const facing = against[other(side)]?.value;
  if (facing === undefined) return [];
  const share = 1 - tolerance;
  return tolerance > 0 ? [facing, side === "low" ? facing / share : facing * share] : [facing];
}

/** Ids that stand twice in the comparison: to move one would move both sides. */
function idsTwice(inputs: readonly Input[]): ReadonlySet<string> {
  const ids = inputs.map(({ id }) => id);
  return new Set(ids.filter((id, at) => ids.indexOf(id) !== at));
}

/**
 * Solves a cross-check for each of its inputs: at which value does its verdict turn,
 * all else as it is? Each answer is put back into the check, just below and just
 * above, and kept only where the verdict does turn.
 *
 * @returns Nothing for a finding that is compared with nothing; inputs in the order of
 *   the formulas. An input that stands twice on one side is left out.
 */
export function tippingPointsOf(check: Crosscheck, terms: Terms): readonly TippingPoint[] {
  const { against } = check;
  if (!against) return [];
  const verdictWith = (input: Input, value: number): Verdict =>
    checkArithmetic(check, termsWith(terms, input, value)).verdict;
  const solved = (formula: Formula, facing: Formula, side: Side): readonly TippingPoint[] => {
    const inputs = inputsOf(formula.term, side, terms);
    const twice = idsTwice(inputs);
    const targets = targetsFor(side, valueOf(facing.term, terms), check.tolerance ?? 0);
    return inputs
      .filter(({ id }) => !twice.has(id))
      .flatMap((input) =>
        targets.flatMap((target): readonly TippingPoint[] => {
          const at = input.solve(target);
          // nothing at all is no amount that anybody could have counted
          if (at === null || at === 0 || !Number.isFinite(at)) return [];
          // a span whose low end lies above its high end says nothing
          const moved = valueOf(
            { kind: "id", id: input.id, end: null },
            termsWith(terms, input, at),
          );
          if (isEmpty(moved)) return [];
          const step = STEP * Math.abs(at);
          const below = verdictWith(input, at - step);
          const above = verdictWith(input, at + step);
          const { id, end, now } = input;
          return below === above
            ? []
            : [{ crosscheck: check.id, input: id, end, now, at, below, above }];
        }),
      );
  };
  const sides = ["low", "high"] as const;
  return [
    ...sides.flatMap((side) => solved(check.formula, against, side)),
    ...sides.flatMap((side) => solved(against, check.formula, side)),
  ];
}

/** The terms that a cross-check rests on: all others would be copied for each value that is tried. */
function termsUnder({ formula, against }: Crosscheck, terms: Terms): Terms {
  const ids = [formula, ...(against ? [against] : [])].flatMap((one) => claimsUnder(one, terms));
  return { ...terms, claims: new Map([...terms.claims].filter(([id]) => ids.includes(id))) };
}

/** Every value at which the verdict of a cross-check turns, in the ledger's order. */
export function tippingPoints(
  ledger: Ledger,
  inCore: ReadonlySet<string>,
): readonly PublishedTippingPoint[] {
  const [terms, standing] = [termsOf(ledger), standingIn(ledger)];
  const counts = (check: Crosscheck): boolean =>
    checkArithmetic(check, terms, standing).verdict !== "rests on a claim that does not count";
  return ledger.crosschecks
    .filter(counts)
    .flatMap((check) => tippingPointsOf(check, termsUnder(check, terms)))
    .map((point) => ({
      ...point,
      collection: inCore.has(point.crosscheck) ? ("core" as const) : ("all" as const),
    }));
}
