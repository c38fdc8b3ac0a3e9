import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readSheet } from "../../src/cli/source-add/sheet-read.ts";
import { decidedSheet } from "../../src/entry/decided-sheet.ts";
import { proposalsOf } from "../../src/entry/proposals.ts";
import { type Action, type Session, act, startSession } from "../../src/entry/session.ts";

const TEXT = "Am 3. Mai 2024 kamen etwa 6.700 Container, dann mindestens 60 Züge und 80 Schiffe.";
const proposals = proposalsOf(TEXT, "de");
const begun = startSession({ sha256: "sha256:00", language: "de", source: {} }, proposals);

const after = (...actions: readonly Action[]): Session =>
  actions.reduce((session, action) => act(session, proposals, action), begun);

/** What the command reads back from the sheet of a session. */
function readBack(session: Session): Pick<Session, "decisions" | "added"> {
  const folder = mkdtempSync(join(tmpdir(), "sheet-"));
  try {
    const file = join(folder, "sheet.csv");
    writeFileSync(file, decidedSheet(session, proposals).sheet);
    const { decisions, added } = readSheet(file, begun, new Set()).session;
    return { decisions, added };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const filled = (cells: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(cells).filter(([, cell]) => cell !== ""));

const ORIGIN = { id: "o_office", claimant: "a_office", method: "count", label: "Their count" };
const OFFICE = { id: "a_office", name: "The office", kind: "official", stance: "neutral" };
const PAPER = { id: "a_paper", name: "The paper", kind: "media", stance: "neutral" };

const DECIDED = after(
  { do: "dismiss", kind: "date", reason: "a date" },
  { do: "add", table: "claimants", cells: PAPER },
  { do: "add", table: "claimants", cells: OFFICE },
  { do: "add", table: "origins", cells: ORIGIN },
  {
    do: "accept",
    claims: [
      { metric: "m_boxes", origin: "o_office", via: "a_paper|a_office", alternative: "read/a" },
      { metric: "m_crates", origin: "o_office", alternative: "read/b" },
    ],
  },
  { do: "dismiss", kind: "other_subject", reason: "trains, in passing" },
  { do: "accept", claims: [{ metric: "m_ships", origin: "o_other" }] },
);

describe("decidedSheet(session, proposals)", () => {
  test("is read back by source:add --from as the same decisions and rows", () => {
    const { decisions, added } = readBack(DECIDED);
    const claims = Object.values(DECIDED.decisions).flatMap((decision) =>
      decision.verdict === "claim" ? decision.claims : [],
    );
    const back = Object.values(decisions).flatMap((decision) =>
      decision.verdict === "claim" ? decision.claims : [],
    );
    const plain = { quote_seen: "seen", repeats: "faithful", status: "active" };
    expect(back.map(filled)).toEqual(claims.map((cells) => filled({ ...plain, ...cells })));
    const dismissed = (of: Session["decisions"]) =>
      Object.values(of).filter(({ verdict }) => verdict === "dismissal");
    expect(dismissed(decisions)).toEqual(dismissed(DECIDED.decisions));
    expect(added).toEqual({
      metrics: [],
      origins: [ORIGIN],
      claimants: [OFFICE, PAPER],
    });
  });

  test("leaves the decision of an open figure to be filled in", () => {
    const { sheet } = decidedSheet(begun, proposals);
    const [, ...rows] = sheet.trimEnd().split("\r\n");
    expect(rows.map((row) => row.includes(",claim,") || row.includes(",dismiss,"))).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  test("names the new rows that it cannot carry: an origin that no claim names", () => {
    const session = after({ do: "add", table: "origins", cells: ORIGIN });
    expect(decidedSheet(session, proposals).left).toEqual(["o_office"]);
  });
});
