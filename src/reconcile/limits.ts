/**
 * How much of what grows faster than the claims is computed and listed. Past a limit
 * less is listed, by a rule, and a row of the table `unlisted` says so: see
 * {@link PublishedUnlisted}. The shipped data reach none of them.
 *
 * @source docs/decisions/0036-what-grows-faster-is-cut-and-says-so.md
 */

/**
 * Days on which one quantity is told, each without every origin that speaks then and under
 * every choice; 22 at most. Past it this is listed of the last day alone.
 */
export const DAYS = 50;

/** Combinations of choices of one estimate; 192 at most in the shipped data. */
export const COMBINATIONS = 256;

/** Pairs that the statements about one quantity, or about the quantities of one subject, make; 780 at most. */
export const PAIRS = 1000;

/** Bounds of one side of one metric for which origins are counted; 12 at most. */
export const THRESHOLDS = 50;
