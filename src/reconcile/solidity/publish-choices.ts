import { FIRST_DAY } from "../bounds.ts";
import type { Question } from "../estimate.ts";
import type { Interval } from "../interval.ts";
import { type PublishedEstimate, endsOf, gapOf } from "../published.ts";
import type { Multiverse } from "./multiverse.ts";
import { publishUnlisted } from "./publish-unlisted.ts";
import type { PublishedSwing, PublishedUniverse, PublishedUnlisted } from "./rows.ts";
import { tornadoOf } from "./tornado.ts";
import { listedOf } from "./unlisted.ts";

const rangeColumns = (range: Interval) => ({ ...endsOf(range), gap: gapOf(range) });

/** Estimates under their choices. */
export interface PublishedChoices {
  readonly universes: readonly PublishedUniverse[];
  readonly swings: readonly PublishedSwing[];
  readonly unlisted: readonly PublishedUnlisted[];
}

/** Some estimates under the combinations of their choices, and with each choice made otherwise alone. */
export function publishChoices(
  ask: (question: Question, cutOn: string) => Multiverse,
  estimates: readonly PublishedEstimate[],
): PublishedChoices {
  const lastDays = new Map(estimates.map(({ metric, as_of }) => [metric, as_of ?? FIRST_DAY]));
  const found = estimates.map(({ metric, as_of, collection }) => {
    const question = { metric, collection, asOf: as_of ?? FIRST_DAY };
    const multiverse = ask(question, lastDays.get(metric) ?? question.asOf);
    return { whose: { metric, as_of, collection }, multiverse };
  });
  // as many on each day: choices are those of the quantity
  const ofMetric = new Map(found.map((one) => [one.whose.metric, one]));
  return {
    unlisted: [...ofMetric.values()].flatMap(({ whose: { metric, collection }, multiverse }) => {
      const { universes, combinations } = multiverse;
      const { unlisted } = listedOf([
        { about: metric, rows: [], computed: universes.length, of: combinations },
      ]);
      return publishUnlisted("multiverse", collection, unlisted);
    }),
    universes: found.flatMap(({ whose, multiverse }) =>
      multiverse.universes.map(({ options, range }): PublishedUniverse => ({
        ...whose,
        options: options.map(({ id }) => id),
        ...rangeColumns(range),
        low_claims: range.low?.claims ?? [],
        high_claims: range.high?.claims ?? [],
      })),
    ),
    swings: found.flatMap(({ whose, multiverse }) =>
      tornadoOf(multiverse).swings.map(
        ({ axis, option, range, low, high, reach }): PublishedSwing => ({
          ...whose,
          choice: axis,
          option: option.id,
          option_label: option.label,
          published_option: multiverse.axes.find(({ id }) => id === axis)?.options[0].label ?? "",
          ...rangeColumns(range),
          low_effect: low,
          high_effect: high,
          reach: Number.isFinite(reach) ? reach : null,
          low_claims: range.low?.claims ?? [],
          high_claims: range.high?.claims ?? [],
        }),
      ),
    ),
  };
}
