import { describe, expect, test } from "vitest";
import { BEGINNING } from "../../src/amount/periods.ts";
import { type Answer, answersTo } from "../../src/amount/systems.ts";
import { keepCollection } from "../../src/ledger/collections.ts";
import { readLedger } from "../../src/ledger/read.ts";
import { SETS } from "../../src/ledger/sets.ts";
import { solve } from "../../src/reconcile/reconcile.ts";
import { rowsOf } from "../../src/reconcile/verbs.ts";

// Oracle: the tables and sentences of the note on reconciliation, "Worked examples", worked out there.

const { ledger } = readLedger("data", { articles: null });
const [core, all] = (["core", "all"] as const).map((collection) =>
  rowsOf(solve(keepCollection(ledger, collection)).systems),
);

/** Both ends in millions; [ and ] belong to the range, ( and ) do not. */
const written = ({ low, low_inclusive, high, high_inclusive }: Answer): string => {
  const millions = (end: number | null): string =>
    end === null ? "" : String(Number((end / 1e6).toFixed(4)));
  const [open, close] = [low_inclusive === false ? "(" : "[", high_inclusive === false ? ")" : "]"];
  return low === null && high === null ? "-" : open + millions(low) + ", " + millions(high) + close;
};

const rangesOn = (systems: typeof core, series: string, start: string, end: string) =>
  SETS.map((set) => {
    const found = systems?.find((one) => one.series === series && one.assume === set);
    return found ? answersTo(found.system, start, end).map(written).join(" | ") : "";
  });

describe("rounds delivered since the beginning, by the core, under stated, opening, spans and contents", () => {
  test.each([
    ["2024-02-26", ["-", "-", "[, 6)", "[0.45, 3.3]"]],
    ["2024-02-27", ["-", "-", "[, 6)", "[0.45, 6)"]],
    ["2024-08-31", ["[2, ]", "[2, ]", "[2, 6)", "[2, 6)"]],
    ["2024-10-03", ["[2, ]", "[2, ]", "[2, 6)", "[2, 6)"]],
  ])("on %s", (day, ranges) => {
    expect(rangesOn(core, "m_shells_delivered", BEGINNING, day)).toEqual(ranges);
  });
});

describe("by all documents", () => {
  const conflictsOf = (series: string) => {
    const found = all?.find((one) => one.series === series && one.assume === "stated");
    return found?.system.worlds.flatMap(({ contradictions }) => contradictions ?? []) ?? [];
  };

  test("rounds by the end of 2024 are 5 to 7.7 million or 9.1 to 10.5, by who is right", () => {
    const [stated] = rangesOn(all, "m_shells_delivered", BEGINNING, "2024-12-31");
    expect(stated).toBe("(5, 7.7] | (9.1407, 10.5]");
    // a bare cycle names c_f007 too, needlessly
    expect(conflictsOf("m_shells_delivered").flatMap(({ conflicts }) => conflicts)).toMatchObject([
      { testimony: [["c_f107"], ["c_f116"]] },
    ]);
  });

  test("Russian fire in 2023 is 6.5 to 7.5 million rounds or 9.9 to 12, of at least 4 who are wrong in 12 ways", () => {
    const [stated] = rangesOn(all, "m_fire_rate_russia", "2022-12-31", "2023-12-31");
    // about 30,000 a day, 27,000 to 33,000, on each of 365 days
    expect(stated).toBe("[6.5, 7.5] | [9.855, 12.045]");
    const [contradictions] = conflictsOf("m_fire_rate_russia");
    expect([contradictions?.fewest, contradictions?.repairs.length]).toEqual([4, 12]);
  });

  test("containers are 20,000 to 28,500 by 29 May 2025, whichever of Seoul and Washington was right in 2024", () => {
    const [stated] = rangesOn(all, "m_containers_delivered", BEGINNING, "2025-05-29");
    expect(stated).toBe("(0.02, 0.0285]");
    const [contradictions] = conflictsOf("m_containers_delivered");
    expect(contradictions?.fewest).toBe(1);
    expect(contradictions?.repairs.length).toBe(2);
  });
});
