import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Session } from "../../../src/entry/session.ts";
import { readLedger } from "../../../src/ledger/read.ts";
import { tableNames } from "../../../src/ledger/tables.ts";
import { tableFolder } from "../../fixtures/folder.ts";
import { programOf } from "../program.ts";
import { ARTICLE, PARTICULARS } from "./article.ts";
import { BACKSPACE, CTRL_C, DOWN, ENTER, type Terminal, openTerminal } from "./terminal.ts";

const program = programOf("src/cli/source-add.ts");

function setUp() {
  const { path } = tableFolder();
  const article = join(path, "article.txt");
  writeFileSync(article, ARTICLE);
  const tables = () => tableNames.map((name) => readFileSync(join(path, `${name}.csv`), "utf8"));
  const drafts = () => readdirSync(join(path, ".drafts"));
  return {
    path,
    tables,
    drafts,
    /** The process that holds the draft, as its lock names it. */
    runningPid: () => {
      const lock = drafts().find((name) => name.endsWith(".lock")) ?? "no lock";
      const holder = JSON.parse(readFileSync(join(path, ".drafts", lock), "utf8")) as {
        readonly pid: number;
      };
      return holder.pid;
    },
    draft: () =>
      JSON.parse(readFileSync(join(path, ".drafts", drafts()[0] ?? ""), "utf8")) as Session,
    run: (...flags: readonly string[]): Terminal =>
      openTerminal([process.execPath, program, article, ...PARTICULARS, ...flags], {
        ...process.env,
        DATA_DIR: path,
        ARTICLES_DIR: "",
      }),
  };
}

type Steps = readonly (readonly [seen: string, keys: string])[];

async function answerAll(terminal: Terminal, steps: Steps): Promise<void> {
  for (const [seen, keys] of steps) await terminal.answer(seen, keys);
}

const ASK = "h lists the keys";
const key = (letter: string): Steps => [[ASK, `${letter}${ENTER}`]];
const DISMISS: Steps = [
  ["kind: Why it is no claim", ENTER],
  ["reason: The reason", ENTER],
];
const DISMISS_OTHER: Steps = [
  ["kind: Why it is no claim", ENTER],
  ["reason: The reason", `trains${ENTER}`],
];
/** A claim of the table's one metric, a total, and one origin. */
const CLAIM: Steps = [
  ["Metric: what is counted", ""],
  ["❯ m_count", ENTER],
  ["Is the value", ENTER],
  ["Origin: who estimated", ""],
  ["❯ o_one", ENTER],
  ["primary: yes if the document", ENTER],
  ["modality: How the document", `${DOWN}${ENTER}`],
  ["as_of_earliest: For totals and levels", ENTER],
  ["as_of_latest: For totals and levels", `2025-02-03${ENTER}`],
  ["counted_from: For totals up to a day", ENTER],
  ["time_basis: Where the dates", ENTER],
  ["Anything else", ENTER],
];

// Each starts processes that wait for somebody; the machine may be busy.
describe("npm run source:add in a terminal", () => {
  test("accepts, dismisses a kind, goes back, undoes, stops at Ctrl-C, and goes on where it was", async () => {
    const { path, tables, draft, drafts, run } = setUp();
    const old = tables();
    const first = run();
    await answerAll(first, [
      ["Figure 1 of 5", ""],
      ...key("k"),
      ...DISMISS,
      ["Figure 2 of 5 (0 claims, 1 dismissed", ""],
      ...key("a"),
      ...CLAIM,
      ["Figure 3 of 5 (1 claims, 1 dismissed", ""],
      ...key("b"),
      // The figure before, with what was decided about it.
      ["claim: about 11200, m_count, o_one", ""],
      ...key("u"),
      ["Figure 2 of 5 (0 claims, 1 dismissed", ""],
      ...key("a"),
      ...CLAIM,
      ["Figure 3 of 5", CTRL_C],
    ]);
    expect(await first.end()).toBe(130);
    expect(first.screen()).toContain("Stopped. 2 of 5 decisions are kept; nothing was written.");
    expect(tables()).toEqual(old);
    expect(Object.values(draft().decisions).map(({ verdict }) => verdict)).toEqual([
      "dismissal",
      "claim",
    ]);

    const second = run();
    await answerAll(second, [
      ["Going on where you stopped: 2 of 5 figures are decided", ""],
      ["Figure 3 of 5", ""],
      ...key("d"),
      ...DISMISS,
      ["Figure 4 of 5", ""],
      ...key("s"),
      ["Figure 5 of 5", ""],
      ...key("d"),
      ...DISMISS_OTHER,
      ["some figures are not decided", ENTER],
      ["Figure 4 of 5", ""],
      ...key("d"),
      ...DISMISS_OTHER,
      ["All figures are decided", ENTER],
      ["Write these rows (1 source, 1 claim, 4 dismissals)?", ENTER],
    ]);
    expect(await second.end()).toBe(0);
    expect(second.screen()).toContain("Added s_an_outlet_2025_02");
    expect(drafts()).toEqual([]);
    const { ledger } = readLedger(path, { articles: null });
    expect(ledger.claims.at(-1)).toMatchObject({
      id: "c_an_outlet_2025_02_count",
      quote: "etwa 11.200 Container",
      best: 11200,
      bound: "about",
      modality: "asserted",
      as_of_latest: "2025-02-03",
    });
    expect(ledger.dismissals.slice(-4).map(({ quote, kind }) => `${quote}: ${kind}`)).toEqual([
      "3. Februar 2025: date",
      "Kaliber 152 mm: calibre",
      "zwei Dutzend Züge: other_subject",
      "mindestens 10.000 Rohre pro Tag: other_subject",
    ]);
  });

  test("a kill loses nothing but the answer that was being typed", async () => {
    const { draft, tables, run, runningPid } = setUp();
    const old = tables();
    const first = run();
    await answerAll(first, [...key("d"), ...DISMISS, ["Figure 2 of 5", ""]]);
    process.kill(runningPid(), "SIGKILL");
    await first.end();
    expect(Object.keys(draft().decisions)).toHaveLength(1);
    expect(tables()).toEqual(old);
    // The lock that it leaves is taken over.
    const second = run();
    await answerAll(second, [["1 of 5 figures are decided", ""], ...key("q")]);
    expect(await second.end()).toBe(0);
    expect(second.screen()).toContain("1 of 5 figures are decided and kept; nothing was written.");
  });

  test("a fault of a row is told at its figure, which is shown again", async () => {
    const { tables, run } = setUp();
    const old = tables();
    const terminal = run();
    const early: Steps = CLAIM.map(([seen, keys]) => [
      seen,
      keys.replace("2025-02-03", "2025-02-30"),
    ]);
    await answerAll(terminal, [
      ...key("d"),
      ...DISMISS,
      ...key("a"),
      ...early.slice(0, 9),
      // The cell is refused at once; the person mends it, to a day after the publication.
      ["expected a calendar day", `${BACKSPACE.repeat(5)}03-01${ENTER}`],
      ...CLAIM.slice(9),
      ...key("d"),
      ...DISMISS,
      ...key("d"),
      ...DISMISS_OTHER,
      ...key("d"),
      ...DISMISS_OTHER,
      ["All figures are decided", ENTER],
      ['figure "etwa 11.200 Container" as_of_latest: found "2025-03-01"', ""],
      ["Figure 2 of 5", ""],
      ...key("q"),
    ]);
    expect(await terminal.end()).toBe(0);
    expect(tables()).toEqual(old);
  });
});
