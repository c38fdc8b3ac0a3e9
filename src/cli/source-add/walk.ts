import confirm from "@inquirer/confirm";
import expand from "@inquirer/expand";
import input from "@inquirer/input";
import type { Cells } from "../../entry/cells.ts";
import { type Proposal, suggestedDismissal } from "../../entry/proposals.ts";
import { type Decision, decisionOn, progressOf, undecidedOf } from "../../entry/session.ts";
import { checkCell } from "../../entry/columns.ts";
import type { Dismissal } from "../../ledger/tables.ts";
import { askCell } from "./ask.ts";
import { excerptOf, flat, valueOf } from "../../entry/excerpt.ts";
import { type Desk, fillClaim } from "./fill.ts";
import { type Outcome, finish } from "./finish.ts";

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

function describeDecision(decision: Decision): string {
  if (decision.verdict === "dismissal")
    return `dismissed: ${decision.cells["kind"] ?? ""}, ${decision.cells["reason"] ?? ""}`;
  return decision.claims
    .map((cells) => `claim: ${valueOf(cells)}, ${cells["metric"] ?? ""}, ${cells["origin"] ?? ""}`)
    .join("; ");
}

/** The figure in view, with how far the work has come. */
function show(desk: Desk, proposal: Proposal): void {
  const { position, figures, claimed, dismissed, undecided } = progressOf(
    desk.session(),
    desk.proposals(),
  );
  const { figure, cells, key } = proposal;
  const decision = decisionOn(desk.session(), key);
  say("");
  say(
    `Figure ${String(position)} of ${String(figures)} (${String(claimed)} claims, ${String(dismissed)} dismissed, ${String(undecided)} to decide)`,
  );
  say(`  ${excerptOf(proposal)}`);
  say(
    `  ${figure.kind}, ${figure.claim ? "looks like a claim" : "probably no claim"}: ${valueOf(cells)}`,
  );
  if (decision) say(`  ${describeDecision(decision)}`);
}

/** Kind and reason of a dismissal. */
async function askDismissal({
  figure,
}: Proposal): Promise<{ readonly kind: Dismissal["kind"]; readonly reason: string }> {
  const [kind, reason] = suggestedDismissal(figure);
  const chosen = await askCell("dismissals", "kind", kind);
  return {
    // The prompt offers the words of the column only.
    kind: chosen as Dismissal["kind"],
    reason: await askCell("dismissals", "reason", chosen === kind ? reason : ""),
  };
}

/** A phrase that the scanner does not know, behind the figure in view if it stands there. */
async function mark(desk: Desk, { key }: Proposal): Promise<void> {
  const { text } = desk.document;
  const phrase = await input({
    message: "The phrase as printed (Enter for none)",
    validate: (typed) => {
      if (typed === "") return true;
      if (!text.includes(typed)) return "the text does not hold it: copy it from there";
      return checkCell("claims", "quote", typed) === null || "a phrase that a cell can hold";
    },
  });
  if (phrase === "") return;
  const units = Array.from(text).slice(0, key).join("").length;
  const behind = text.indexOf(phrase, units);
  const at = behind < 0 ? text.indexOf(phrase) : behind;
  const start = Array.from(text.slice(0, at)).length;
  desk.act({ do: "mark", mark: { start, end: start + Array.from(phrase).length } });
  desk.act({ do: "go", to: start });
}

const KEYS = [
  { key: "a", value: "accept", name: "accept: a claim, to be filled in" },
  { key: "d", value: "dismiss", name: "dismiss: no claim" },
  { key: "k", value: "dismiss_kind", name: "dismiss all figures of this kind" },
  { key: "s", value: "skip", name: "skip for now" },
  { key: "b", value: "back", name: "back to the figure before" },
  { key: "u", value: "undo", name: "undo the last decision" },
  { key: "m", value: "mark", name: "mark a phrase that was not found" },
  { key: "q", value: "quit", name: "quit; the work is kept" },
] as const;

/** The claim that was decided last, as suggestion for the next. */
function lastClaim(desk: Desk): Cells {
  const decisions = desk
    .session()
    .steps.map(({ at }) => (at === null ? null : decisionOn(desk.session(), at)));
  const last = decisions.filter((decision) => decision?.verdict === "claim").at(-1);
  return last?.verdict === "claim" ? (last.claims.at(-1) ?? {}) : {};
}

/** The claim of a figure, or several when the phrase can be read in ways that exclude each other. */
async function askReadings(desk: Desk, proposal: Proposal): Promise<readonly Cells[]> {
  const claims = [await fillClaim(desk, proposal, lastClaim(desk))];
  const hasAlternative = (cells: Cells | undefined): boolean =>
    (cells?.["alternative"] ?? "") !== "";
  while (
    hasAlternative(claims.at(-1)) &&
    (await confirm({ message: "Fill in another reading of this figure?", default: false }))
  )
    claims.push(await fillClaim(desk, proposal, claims.at(-1) ?? {}));
  return claims;
}

/** Lets a person decide about one figure. @returns Whether they want to stop. */
async function decide(desk: Desk, proposal: Proposal): Promise<Outcome> {
  show(desk, proposal);
  const answer = await expand({
    message: "Claim or no claim? (h lists the keys)",
    choices: [...KEYS],
    default: "h",
  });
  switch (answer) {
    case "accept":
      desk.act({ do: "accept", claims: await askReadings(desk, proposal) });
      return "on";
    case "dismiss":
      desk.act({ do: "dismiss", ...(await askDismissal(proposal)) });
      return "on";
    case "dismiss_kind": {
      const { kind } = proposal.figure;
      const meant = undecidedOf(desk.session(), desk.proposals()).filter(
        ({ figure }) => figure.kind === kind,
      );
      say(
        `  ${String(meant.length)} undecided: ${meant.map(({ cells }) => flat(cells["quote"] ?? "")).join(" | ")}`,
      );
      desk.act({ do: "dismiss_kind", of: kind, ...(await askDismissal(proposal)) });
      return "on";
    }
    case "mark":
      await mark(desk, proposal);
      return "on";
    case "quit":
      return "quit";
    case "skip":
    case "back":
    case "undo":
      desk.act({ do: answer });
      return "on";
  }
}

/** Shows one figure after the other until all rows are written, or the person stops. */
export async function walk(desk: Desk): Promise<string> {
  for (;;) {
    const { at } = desk.session();
    const proposal = desk.proposals().find(({ key }) => key === at);
    const outcome: Outcome = proposal ? await decide(desk, proposal) : await finish(desk);
    if (outcome === "on") continue;
    if (outcome !== "quit") return outcome.said;
    const { figures, undecided } = progressOf(desk.session(), desk.proposals());
    return `${String(figures - undecided)} of ${String(figures)} figures are decided and kept; nothing was written. Run the same command to go on.\n`;
  }
}
