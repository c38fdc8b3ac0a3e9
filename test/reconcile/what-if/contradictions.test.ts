import { describe, expect, test } from "vitest";
import { readLedger } from "../../../src/ledger/read.ts";
import { choicesIn } from "../../../src/reconcile/what-if/choices.ts";
import { contradictionsIn } from "../../../src/reconcile/what-if/contradictions.ts";
import { dialsIn } from "../../../src/reconcile/dials.ts";

const { ledger } = readLedger("data");
const offered = { ledger, choices: choicesIn(ledger), dials: dialsIn(ledger) };

/** Pairs that contradict each other, as OPTION with NUMBER=VALUE, and the value that agrees. */
function found(
  options: readonly (readonly [string, string])[],
  numbers: readonly (readonly [string, number])[],
): readonly string[] {
  const settings = { options: new Map(options), numbers: new Map(numbers) };
  return contradictionsIn(offered, settings).map(
    ({ option, dial, value, agreeing }) =>
      `${option.id} with ${dial.id}=${String(value)}, agreeing ${String(agreeing)}`,
  );
}

describe("contradictionsIn(offered, settings)", () => {
  test.each([
    // option, share of 152-mm shells, the share that agrees with the option
    ["all_122", 100, ["all_122 with p_share_152=100, agreeing 0"]],
    ["all_122", 0.5, ["all_122 with p_share_152=0.5, agreeing 0"]],
    ["all_122", 0, []],
    ["all_152", 0, ["all_152 with p_share_152=0, agreeing 100"]],
    ["all_152", 99, ["all_152 with p_share_152=99, agreeing 100"]],
    ["all_152", 100, []],
  ] as const)("%s beside a share of %d percent", (option, share, pairs) => {
    expect(found([["load", option]], [["p_share_152", share]])).toEqual(pairs);
  });

  test("not where either is as published: a mix allows any share, and the range any kind", () => {
    expect(found([], [["p_share_152", 50]])).toEqual([]);
    expect(found([["load", "all_122"]], [])).toEqual([]);
  });

  test("whatever the loads are put at", () => {
    const pair = found(
      [["load", "all_122"]],
      [
        ["p_load_152", 300],
        ["p_load_122", 300],
        ["p_share_152", 20],
      ],
    );
    expect(pair).toEqual(["all_122 with p_share_152=20, agreeing 0"]);
  });

  test("a mix of calibres and its share are the only pair of the ledger", () => {
    // by hand: no other number weighs what two options of one choice say
    const all = offered.choices.flatMap(({ id, options }) =>
      options
        .slice(1)
        .flatMap((option) =>
          offered.dials.flatMap((dial) =>
            [dial.from, dial.to, (dial.from + dial.to) / 2].flatMap((value) =>
              found([[id, option.id]], [[dial.id, value]]).map((words) => words.split("=")[0]),
            ),
          ),
        ),
    );
    expect([...new Set(all)].sort()).toEqual([
      "all_122 with p_share_152",
      "all_152 with p_share_152",
    ]);
  });
});
