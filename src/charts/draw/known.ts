import type { Published } from "../../published/tables.ts";
import { formatDay } from "../../words/days.ts";
import { formatOurs } from "../../words/ranges.ts";
import { type Domain, stepsOf } from "./region.ts";
import { type Said, saidIn } from "./said.ts";
import { dateOf, dayOf, endOf, yearOf } from "./time.ts";
import { newest } from "./total.ts";

type Data = Pick<Published, "hindsight" | "claims">;

/** Room after the last answer, in milliseconds: some three weeks. */
const AFTER = 2e9;

/**
 * The answer to one question by day of publication, in steps: how many came up to the last day that
 * is asked, by what is stated.
 */
export function answersIn({ hindsight, claims }: Data, asked: string) {
  const own = hindsight.filter(
    ({ metric, from, assume }) => metric === asked && from === null && assume === "stated",
  );
  const day = own.map(({ to }) => to).reduce((a, b) => (a > b ? a : b), "");
  const all = own.filter(({ to }) => to === day);
  // a step too small to be told is none
  const rows = all.filter(
    (row, at) => at === 0 || formatOurs(row) !== formatOurs(all[at - 1] ?? row),
  );
  const [first, last] = [rows[0]?.known_on ?? day, rows.at(-1)?.known_on ?? day];
  const until = Math.max(newest({ claims }).getTime(), endOf(last).getTime() + AFTER);
  const domain: Domain = [yearOf(dateOf(first)), new Date(until)];
  return { day, domain, steps: stepsOf(rows, ({ known_on }) => known_on, domain) };
}

/** Each answer as the figure that moved it, at the day on which that was published. */
export const movedBy = (
  steps: ReturnType<typeof answersIn>["steps"],
  claims: Data["claims"],
): readonly Said[] =>
  steps.flatMap((step, at) => {
    const before = steps[at - 1];
    const known = [...(before?.low_claims ?? []), ...(before?.high_claims ?? [])];
    const fresh = [...step.low_claims, ...step.high_claims].find((id) => !known.includes(id));
    const { low, low_inclusive, high, high_inclusive, from: last } = step;
    return saidIn(claims.filter(({ claim }) => claim === fresh)).map((one): Said => ({
      ...{ ...one, low, low_inclusive, high, high_inclusive, value: high ?? low ?? 0, last },
      ...{ shape: low !== null && high !== null ? "range" : "bound", kind: "said", why: null },
      ...{ printed: formatOurs(step), when: formatDay(dayOf(last)), countedFrom: null },
    }));
  });
