import { describe, expect, test } from "vitest";
import type { Answer } from "../../../src/amount/systems.ts";
import { SETS } from "../../../src/ledger/sets.ts";
import type { Model } from "../../../src/notebook/model.ts";
import { answerTo } from "../../../src/notebook/what-if/answer.ts";
import { whatIfFacts } from "../../../src/notebook/what-if/facts.ts";
import { type Question, estimatesOn } from "../../../src/published/lookup.ts";

/** What the page holds of a model. */
export function knownOf(model: Model) {
  const [row] = model.ledger.metrics;
  if (!row) throw new Error("there is no quantity");
  const asked = { row, metric: row.id, day: "2024-02-01" } as const;
  return whatIfFacts(model, { ...asked, collection: "all", assume: "stated" }, []);
}

/** The values of answers, without what nothing is stated of. */
const stated = (answers: readonly Pick<Answer, "low" | "high" | "low_claims" | "high_claims">[]) =>
  answers
    .filter(({ low, high }) => low !== null || high !== null)
    .map(({ low, high, low_claims, high_claims }) => ({ low, high, low_claims, high_claims }));

const hasTotals = ({ published }: Model, { metric, collection, assume }: Question): boolean =>
  published.estimates.some(
    (row) =>
      row.from === null &&
      row.metric === metric &&
      row.collection === collection &&
      row.assume === assume,
  );

/** Holds the plain functions of the page against what Arquero's pipeline published of the same tables. */
export function holdToPublished(name: string, model: Model): void {
  describe(`answerTo(known, setting) of ${name}`, () => {
    const known = knownOf(model);
    /** Days on which something is published of a quantity, and others. */
    const daysOf = (metric: string) =>
      new Set([
        ...model.published.estimates.flatMap((row) =>
          row.metric === metric ? [row.from ?? row.to, row.to] : [],
        ),
        ...["2020-01-01", "2023-07-09", "2030-01-01"],
      ]);

    test.each(["core", "all"] as const)("is what is published of %s", (collection) => {
      for (const { id: metric } of known.quantities)
        for (const on of daysOf(metric)) {
          const answered = answerTo(known, { ...known.published, metric, day: on, collection });
          for (const assume of SETS) {
            const question = { metric, day: on, collection, assume };
            const published = estimatesOn(model.published, question);
            // before the first day that anybody names no total is listed, though ceilings hold there
            if (published.length === 0 && hasTotals(model, question)) continue;
            const name = Object.values(question).join(" ");
            expect([name, stated(answered.bySet.get(assume)?.answers ?? [])]).toEqual([
              name,
              stated(published),
            ]);
          }
        }
    });

    test("without an origin or an institution is what is published without it", () => {
      const totals = model.published.without.filter(({ from }) => from === null);
      expect(totals.length).toBeGreaterThan(0);
      const seen = totals.filter((_row, at) => at % Math.ceil(totals.length / 300) === 0);
      for (const { metric, to, collection, assume, left_out, low, high } of seen) {
        const setting = { ...known.published, metric, day: to, collection, without: [left_out] };
        const answers = answerTo(known, setting).bySet.get(assume)?.answers ?? [];
        expect([left_out, metric, to, answers.map((one) => [one.low, one.high])]).toEqual([
          left_out,
          metric,
          to,
          [[low, high]],
        ]);
      }
    });
  });
}
