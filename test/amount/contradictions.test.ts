import { describe, expect, test } from "vitest";
import { MOST_CONFLICTS, MOST_WRONG, contradictionsIn } from "../../src/amount/contradictions.ts";
import { BEGINNING } from "../../src/amount/periods.ts";
import { answersTo } from "../../src/amount/systems.ts";
import { ifAnyOneWrong, rangesWithout } from "../../src/amount/without.ts";
import { nothingBefore, rangesTo, said, systemOf } from "../fixtures/amount.ts";

const DAY = "2024-03-31";

/** So many who all name another number. */
const disagreeing = (count: number) =>
  Array.from({ length: count }, (_, at) =>
    said(`c_${String(at).padStart(2, "0")}`, DAY, { low: at, high: at }),
  ).flat();

describe("contradictionsIn(constraints)", () => {
  test("of what can hold is none", () => {
    expect(contradictionsIn(said("A", DAY, { low: 1, high: 2 }))).toEqual({
      ...{ conflicts: [], isComplete: true, fewest: 0, repairs: [[]] },
    });
  });

  test("has a gap of 0 where only the exclusion of an end is at odds", () => {
    const rows = [...said("A", DAY, { low: 5 }), ...said("B", DAY, { high: 5, strict: true })];
    expect(contradictionsIn(rows).conflicts).toEqual([{ testimony: [["A"], ["B"]], gap: 0 }]);
  });

  // 5 by the end of June, and nothing before September: who says so is alone against what is assumed.
  test("never has an assumption among those who may be wrong", () => {
    const rows = [...said("A", "2024-06-30", { low: 5 }), nothingBefore("2024-09-01")];
    expect(contradictionsIn(rows)).toEqual({
      ...{ conflicts: [{ testimony: [["A"]], gap: 5 }], isComplete: true },
      ...{ fewest: 1, repairs: [[["A"]]] },
    });
    expect(rangesTo(rows, "2024-06-30")).toEqual([[null, 0]]);
  });

  test("finds two contradictions that share nobody: one of each must be wrong", () => {
    const rows = [
      ...said("A", DAY, { low: 10, from: "2024-03-01" }),
      ...said("B", DAY, { high: 7, from: "2024-03-01" }),
      ...said("C", "2024-06-30", { low: 9, from: "2024-06-01" }),
      ...said("D", "2024-06-30", { high: 8, from: "2024-06-01" }),
    ];
    const { conflicts, fewest, repairs } = contradictionsIn(rows);
    expect(conflicts.map(({ gap }) => gap)).toEqual([3, 1]);
    expect(fewest).toBe(2);
    expect(repairs.map((one) => one.join(" "))).toEqual(["A C", "A D", "B C", "B D"]);
  });

  test(`lists ${String(MOST_CONFLICTS)} and says that there are more`, () => {
    // 21 pairs among seven, of whom all but one must be wrong
    const seven = contradictionsIn(disagreeing(7));
    expect(seven.conflicts).toHaveLength(MOST_CONFLICTS);
    expect(seven.isComplete).toBe(false);
    expect(seven).toMatchObject({ fewest: null, repairs: [] });
    const six = contradictionsIn(disagreeing(6));
    expect(six.conflicts).toHaveLength(15);
    expect(six.isComplete).toBe(true);
    expect([six.fewest, six.repairs.length]).toEqual([MOST_WRONG, 6]);
  });
});

describe("where more must be wrong than can be tried", () => {
  const crowd = disagreeing(40);

  test("answersTo(system, start, end) tells no range, and no origin alone makes one", () => {
    const system = systemOf(crowd);
    expect(answersTo(system, BEGINNING, DAY)).toMatchObject([{ low: null, high: null }]);
    expect(rangesWithout(system, "origin", BEGINNING, DAY)).toEqual(new Map());
    expect(ifAnyOneWrong(system, BEGINNING, DAY)).toBeNull();
  });

  test("it is found out in an instant, also of long rings", () => {
    // six rings of ten who each add a little more than all of it together can hold
    const rings = Array.from({ length: 6 }, (_, ring) => [
      ...Array.from({ length: 10 }, (_, at) =>
        said(`c_${String(ring)}_${String(at)}`, `20${String(10 + ring)}-03-${String(11 + at)}`, {
          ...{ low: 10, from: `20${String(10 + ring)}-03-${String(11 + at)}` },
        }),
      ).flat(),
      ...said(`c_${String(ring)}_all`, `20${String(10 + ring)}-03-20`, {
        ...{ high: 95, from: `20${String(10 + ring)}-03-11` },
      }),
    ]);
    const began = performance.now();
    expect(contradictionsIn(rings.flat()).fewest).toBeNull();
    const five = contradictionsIn(rings.slice(0, 2).flat());
    expect(five.fewest).toBe(2);
    expect(five.repairs).toHaveLength(11 * 11);
    expect(performance.now() - began).toBeLessThan(5000);
  });
});
