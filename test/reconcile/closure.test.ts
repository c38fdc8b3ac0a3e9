import { describe, expect, test } from "vitest";
import type { BoundRow } from "../../src/reconcile/bounds.ts";
import { closureOf, closureOn } from "../../src/reconcile/closure.ts";
import {
  boundAt,
  foldOf,
  isEmpty,
  jaccard,
  liesIn,
  pointAt,
  tighter,
  unbounded,
  wider,
} from "../../src/reconcile/interval.ts";
import { momentOn, timelineOf } from "../../src/reconcile/moments.ts";
import { rootOf } from "../../src/reconcile/root.ts";
import { stepsOf } from "../../src/reconcile/steps.ts";
import { nextDay } from "../../src/reconcile/stretches.ts";
import { leaveOneOut, relaxedOf } from "../../src/reconcile/stress.ts";
import { origin } from "../fixtures/ledger.ts";

const row = (name: string, side: BoundRow["side"], value: number, from: string, to: string) => ({
  metric: "m_count",
  origin: `o_${name}`,
  side,
  value,
  inclusive: true,
  claims: [`c_${name}`],
  members: [`c_${name}`],
  as_of: "",
  from,
  to,
});
const FLOOR = row("floor", "low", 5, "2024-02-28", "9999-12-31");
const CEILING = row("ceiling", "high", 8, "0000-01-01", "2024-02-28");

describe("closureOn(timeline, day)", () => {
  test("does not carry a floor backward or a ceiling forward", () => {
    expect(closureOn(timelineOf([FLOOR, CEILING]), "2024-02-27").low).toBeNull();
    expect(closureOn(timelineOf([FLOOR, CEILING]), "2024-02-29").high).toBeNull();
    expect(closureOn(timelineOf([]), "2024-02-27")).toEqual(unbounded);
  });

  test("names all claims that bind together, sorted", () => {
    const other = { ...FLOOR, claims: ["c_a"] };
    expect(closureOn(timelineOf([FLOOR, other]), "2024-03-01").low?.claims).toEqual([
      "c_a",
      "c_floor",
    ]);
  });
});

test("stepsOf(timeline, within) has a step for each day on which something begins or has ceased", () => {
  const within = { first: "2024-02-01", last: "2024-12-31" };
  const steps = Array.from(stepsOf(timelineOf([FLOOR, CEILING]), within), ({ day, moment }) => {
    const { low, high } = closureOf(moment);
    return [day, low?.value, high?.value];
  });
  expect(steps).toEqual([
    ["2024-02-01", undefined, 8],
    ["2024-02-28", 5, 8],
    ["2024-02-29", 5, undefined],
  ]);
});

test("nextDay(day) crosses months and leap days", () => {
  expect(nextDay("2024-02-28")).toBe("2024-02-29");
  expect(nextDay("2023-12-31")).toBe("2024-01-01");
  expect(nextDay("2023-02-28")).toBe("2023-03-01");
  expect(nextDay("2024-03-09")).toBe("2024-03-10");
  expect(nextDay("0000-01-01")).toBe("0000-01-02");
});

test("leaveOneOut(moment) answers for every origin that speaks, bound by it or not", () => {
  const idle = row("idle", "low", 1, "2024-01-01", "9999-12-31");
  const found = leaveOneOut(momentOn(timelineOf([FLOOR, CEILING, idle]), "2024-02-28"));
  expect(found.map(({ origin: id, range }) => [id, range.low?.value, range.high?.value])).toEqual([
    ["o_ceiling", 5, undefined],
    ["o_floor", 1, 8],
    ["o_idle", 5, 8],
  ]);
});

test("relaxedOf(moment) leaves nothing of one origin", () => {
  expect(relaxedOf(momentOn(timelineOf([FLOOR]), "2024-03-01"))).toEqual({
    range: unbounded,
    hangsOn: ["o_floor"],
  });
});

test("rootOf(id, origins) follows single bases only", () => {
  const origins = new Map(
    [
      origin("o_a"),
      origin("o_b", { based_on: ["o_a"] }),
      origin("o_c", { based_on: ["o_b"] }),
      origin("o_d", { based_on: ["o_c", "o_a"] }),
    ].map((one) => [one.id, one]),
  );
  expect(["o_a", "o_c", "o_d", "o_unknown"].map((id) => rootOf(id, origins))).toEqual([
    "o_a",
    "o_a",
    "o_d",
    "o_unknown",
  ]);
});

test("tighter(side, a, b) and wider(side, a, b) treat open and excluded ends", () => {
  const [closed, open] = [boundAt(5, ["c_a"]), boundAt(5, ["c_b"], false)];
  expect(tighter("low", closed, open)).toEqual(open);
  expect(wider("low", closed, open)).toEqual(closed);
  expect(tighter("high", null, closed)).toEqual(closed);
  expect(wider("high", null, closed)).toBeNull();
  expect(tighter("low", closed, boundAt(5, ["c_c"]))?.claims).toEqual(["c_a", "c_c"]);
});

test("isEmpty(interval) and liesIn(inner, outer) see ends that touch", () => {
  expect(isEmpty(pointAt(5))).toBe(false);
  expect(isEmpty({ low: boundAt(5), high: boundAt(5, [], false) })).toBe(true);
  expect(liesIn(pointAt(5), { low: boundAt(5, [], false), high: null })).toBe(false);
  expect(liesIn(unbounded, pointAt(5))).toBe(false);
});

test("foldOf(interval) and jaccard(a, b) give null where they mean nothing", () => {
  expect(foldOf({ low: boundAt(0), high: boundAt(5) })).toBeNull();
  expect(foldOf({ low: boundAt(2), high: null })).toBeNull();
  expect(jaccard(pointAt(5), pointAt(5))).toBeNull();
  expect(jaccard(pointAt(5), pointAt(6))).toBe(0);
});
