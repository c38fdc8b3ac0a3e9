import { describe, expect, test } from "vitest";
import { asking, onDay, said } from "../fixtures/asked.ts";
import { metric } from "../fixtures/ledger.ts";

const atMost = (high: number) => ({ high, bound: "at_most" }) as const;

const count = metric({ id: "m_count" });
const room = metric({ id: "m_room", measure: "capacity", series: "m_count" });

describe("parts and wholes", () => {
  const metrics = [
    count,
    metric({ id: "m_part", part_of: "m_count" }),
    metric({ id: "m_leaf", part_of: "m_part" }),
  ];
  const ask = asking({
    metrics,
    claims: [
      said("leaf", { metric: "m_leaf", best: 2, ...onDay("2024-01-01") }),
      said("part", { metric: "m_part", ...atMost(7), ...onDay("2024-01-01") }),
      said("whole", { best: 5, ...onDay("2024-01-01") }),
    ],
  });

  test("a part's floor is one of the whole, and the whole's ceiling one of the part, however far up", () => {
    const to = "2024-01-01";
    expect(ask({ to, series: "m_leaf" })).toEqual([[2, 2]]);
    expect(ask({ to, series: "m_part" })).toEqual([[2, 5]]);
    expect(ask({ to })).toEqual([[5, 5]]);
  });

  test("a capacity that is part of another bounds it, and not what both are taken for", () => {
    const capacities = asking({
      metrics: [
        count,
        room,
        metric({ id: "m_berth", measure: "capacity", series: "m_count", part_of: "m_room" }),
      ],
      claims: [
        said("berth", {
          ...{ metric: "m_berth", modality: "possible" },
          best: 2,
          ...onDay("2024-01-01"),
        }),
        said("room", {
          ...{ metric: "m_room", modality: "possible" },
          ...atMost(9),
          ...onDay("2024-01-01"),
        }),
      ],
    });
    const [from, to, cell] = ["2024-01-01", "2024-01-01", "2024-01-01/2024-01-01"];
    expect(capacities({ from, to, cell, series: "m_room" })).toEqual([[2, 9]]);
    expect(capacities({ from, to, cell, series: "m_berth" })).toEqual([[2, 2]]);
    expect(capacities({ to })).toEqual([[null, null]]);
  });
});
