/**
 * How solid a finding is, the most solid first. A grade says what has to fall before
 * the finding does; it is no probability.
 */
export const GRADES = [
  "stands without any one origin and choice",
  "moves with a choice",
  "hangs on single origins",
  "rests on one origin",
  "claims conflict",
  "rests on a claim that does not count",
] as const;
export type Grade = (typeof GRADES)[number];

/** What a finding is graded by. */
export interface Footing {
  /** Separate acts of estimation behind it. */
  readonly origins: number;
  /** Origins whose fall would widen the range or end the arithmetic. */
  readonly hangs_on: readonly string[];
  /** Choices that move an end of it when made otherwise. */
  readonly moving_choices: readonly string[];
  /** Assumptions that its arithmetic uses. */
  readonly assumptions: readonly string[];
  /** Pairs of claims behind it that cannot both be true. */
  readonly conflicts: number;
  /** Whether a claim that it is computed from has fallen. */
  readonly hasFallen: boolean;
}

/** Grades a finding by the worst that can be said of it. */
export function gradeOf(footing: Footing): Grade {
  if (footing.hasFallen) return "rests on a claim that does not count";
  if (footing.conflicts > 0) return "claims conflict";
  if (footing.origins < 2) return "rests on one origin";
  if (footing.hangs_on.length > 0) return "hangs on single origins";
  return footing.moving_choices.length + footing.assumptions.length > 0
    ? "moves with a choice"
    : "stands without any one origin and choice";
}

const propsOf = ({ hangs_on, moving_choices, assumptions, conflicts }: Footing): number =>
  hangs_on.length + moving_choices.length + assumptions.length + conflicts;

/**
 * Puts the more solid of two findings first: by grade, then by the number of things
 * whose fall would change it, then by the number of origins behind it.
 */
export function compareFootings(a: Footing, b: Footing): number {
  const grade = GRADES.indexOf(gradeOf(a)) - GRADES.indexOf(gradeOf(b));
  return grade || propsOf(a) - propsOf(b) || b.origins - a.origins;
}
