import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { proposalsOf } from "../../src/entry/proposals.ts";
import { rowsOf } from "../../src/entry/rows.ts";
import {
  type Action,
  type Session,
  act,
  progressOf,
  startSession,
} from "../../src/entry/session.ts";

const TEXT =
  "Am 3. Oktober 2024 kamen etwa 6.700 Container, am 4. Oktober 2024 mindestens 60 Züge.";
const proposals = proposalsOf(TEXT, "de");
const KEYS = proposals.map(({ key }) => key);
const start = (): Session =>
  startSession(
    {
      sha256: "sha256:00",
      language: "de",
      source: { publisher: "Süddeutsche", published_on: "2024-10-05" },
    },
    proposals,
  );
const after = (...actions: readonly Action[]): Session =>
  actions.reduce((session, action) => act(session, proposals, action), start());

const CLAIM: Action = { do: "accept", claims: [{ metric: "m_count", origin: "o_one" }] };
const DATES: Action = { do: "dismiss_kind", of: "date", kind: "date", reason: "a date" };
const DISMISS: Action = { do: "dismiss", kind: "other_subject", reason: "trains" };

test("the text of these tests has two dates and two counts", () => {
  expect(proposals.map(({ figure }) => figure.kind)).toEqual(["date", "count", "date", "count"]);
});

describe("act(session, proposals, action)", () => {
  test("accept takes the proposed cells, then those that are given, and moves on", () => {
    const session = after({ do: "skip" }, CLAIM);
    expect(session.decisions[String(KEYS[1])]).toMatchObject({
      verdict: "claim",
      claims: [{ quote: "etwa 6.700 Container", best: "6700", metric: "m_count" }],
    });
    expect(session.at).toBe(KEYS[2]);
  });

  test("dismiss_kind takes all undecided figures of the kind, and no other", () => {
    const session = after({ do: "dismiss", kind: "page_furniture", reason: "a caption" }, DATES);
    expect(Object.keys(session.decisions)).toEqual([String(KEYS[0]), String(KEYS[2])]);
    expect(session.decisions[String(KEYS[0])]).toMatchObject({ cells: { kind: "page_furniture" } });
    expect(session.at).toBe(KEYS[1]);
  });

  test("skip leaves the figure undecided, back shows the one before, decided or not", () => {
    const skipped = after({ do: "skip" });
    expect([skipped.at, progressOf(skipped, proposals).undecided]).toEqual([KEYS[1], 4]);
    expect(after(DATES, { do: "back" }).at).toBe(KEYS[0]);
    expect(after({ do: "back" }).at).toBe(KEYS[0]);
  });

  test("undo takes back a whole kind at once and shows the figure again", () => {
    expect(after(DATES, { do: "undo" })).toEqual(start());
    expect(after({ do: "undo" })).toEqual(start());
  });

  test("undo brings back the decision that another has replaced", () => {
    const first = after(DISMISS);
    const twice = act(act(first, proposals, { do: "back" }), proposals, CLAIM);
    expect(twice.decisions[String(KEYS[0])]?.verdict).toBe("claim");
    expect(act(twice, proposals, { do: "undo" }).decisions).toEqual(first.decisions);
  });

  test("nothing is in view when all is decided, and a decision then changes nothing", () => {
    const session = after(DATES, CLAIM, DISMISS);
    expect(progressOf(session, proposals)).toEqual({
      figures: 4,
      claimed: 1,
      dismissed: 3,
      undecided: 0,
      position: null,
    });
    expect(act(session, proposals, CLAIM)).toBe(session);
    expect(act(session, proposals, { do: "back" }).at).toBe(KEYS[3]);
  });

  const anyAction: fc.Arbitrary<Action> = fc.oneof(
    fc.constantFrom<Action>(CLAIM, DISMISS, DATES, { do: "skip" }, { do: "back" }, { do: "undo" }),
    fc.constantFrom(...KEYS).map((to): Action => ({ do: "go", to })),
  );

  test("property: a session kept as JSON goes on as if it had not been", () => {
    fc.assert(
      fc.property(fc.array(anyAction), anyAction, (actions, next) => {
        const session = after(...actions);
        const kept = JSON.parse(JSON.stringify(session)) as Session;
        expect(act(kept, proposals, next)).toEqual(act(session, proposals, next));
      }),
    );
  });

  test("property: undo takes back any decision, and as many undos as decisions give the start", () => {
    fc.assert(
      fc.property(fc.array(anyAction), (actions) => {
        let session = after(...actions);
        for (const { before } of [...session.steps].reverse()) {
          const undone = act(session, proposals, { do: "undo" });
          for (const [key, decision] of before)
            expect(undone.decisions[String(key)] ?? null).toEqual(decision);
          session = undone;
        }
        expect(session.decisions).toEqual({});
      }),
    );
  });
});

describe("rowsOf(session, taken)", () => {
  const NONE = new Set<string>();

  test("names the document and its claims, in the order of the document", () => {
    const session = after(
      { do: "go", to: KEYS[3] ?? 0 },
      CLAIM,
      { do: "go", to: KEYS[1] ?? 0 },
      CLAIM,
      DATES,
    );
    const { sources, claims, dismissals } = rowsOf(session, NONE);
    expect(sources).toMatchObject([{ id: "s_sueddeutsche_2024_10" }]);
    expect(claims.map(({ id, source, quote, status }) => [id, source, quote, status])).toEqual([
      ["c_sueddeutsche_2024_10_count", "s_sueddeutsche_2024_10", "etwa 6.700 Container", "active"],
      ["c_sueddeutsche_2024_10_count_2", "s_sueddeutsche_2024_10", "mindestens 60 Züge", "active"],
    ]);
    expect(dismissals).toMatchObject([
      { source: "s_sueddeutsche_2024_10", quote: "3. Oktober 2024", kind: "date" },
      { source: "s_sueddeutsche_2024_10", quote: "4. Oktober 2024", kind: "date" },
    ]);
  });

  test("no id is one that the tables hold", () => {
    const taken = new Set(["s_sueddeutsche_2024_10", "c_sueddeutsche_2024_10_2_count"]);
    const { sources, claims } = rowsOf(after({ do: "skip" }, CLAIM), taken);
    expect(sources[0]?.["id"]).toBe("s_sueddeutsche_2024_10_2");
    expect(claims[0]?.["id"]).toBe("c_sueddeutsche_2024_10_2_count_2");
  });

  test("rows that were added for a claim go with it, those behind them too", () => {
    const added: readonly Action[] = [
      { do: "add", table: "claimants", cells: { id: "a_body", name: "Body" } },
      { do: "add", table: "claimants", cells: { id: "a_new", name: "New", part_of: "a_body" } },
      { do: "add", table: "origins", cells: { id: "o_one", claimant: "a_new" } },
      { do: "add", table: "metrics", cells: { id: "m_other", label: "Other" } },
    ];
    const used = rowsOf(after(...added, CLAIM), NONE);
    expect(used.claimants.map(({ id }) => id)).toEqual(["a_body", "a_new"]);
    expect(used.origins.map(({ id }) => id)).toEqual(["o_one"]);
    expect(used.metrics).toEqual([]);
    const undone = rowsOf(after(...added, CLAIM, { do: "undo" }), NONE);
    expect([undone.claimants, undone.origins]).toEqual([[], []]);
  });
});
