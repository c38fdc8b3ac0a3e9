import type { Dismissal } from "../ledger/tables.ts";
import type { Kind } from "../scan/figure.ts";
import type { Cells } from "./cells.ts";
import type { Mark, Proposal } from "./proposals.ts";

/** What a person has decided about one figure: cells of one claim, of several readings, or of a dismissal. */
export type Decision =
  | { readonly verdict: "claim"; readonly claims: readonly Cells[] }
  | { readonly verdict: "dismissal"; readonly cells: Cells };

/** What a step changed, so that it can be taken back. */
export interface Step {
  /** The proposal that was in view before the step. */
  readonly at: number | null;
  /** Decisions before the step, by proposal; null where there was none. */
  readonly before: readonly (readonly [key: number, decision: Decision | null])[];
}

/** The work on one document so far; plain JSON, so that it can be kept and taken up again. */
export interface Session {
  readonly version: 1;
  /** Hash of the document's raw bytes, as in sources.csv. */
  readonly sha256: string;
  readonly language: string;
  /** Cells of the document's row. */
  readonly source: Cells;
  /** Rows that claims of this document may refer to; those that none does are not written. */
  readonly added: Readonly<Record<"claimants" | "origins" | "metrics", readonly Cells[]>>;
  readonly marks: readonly Mark[];
  /** Decisions by the key of their proposal. */
  readonly decisions: Readonly<Record<string, Decision>>;
  /** Key of the proposal in view; null when the last one has been passed. */
  readonly at: number | null;
  /** Steps that can be taken back, the latest last. */
  readonly steps: readonly Step[];
}

/** One thing that a person does. */
export type Action =
  /** The figure in view is a claim; cells that are not given are as proposed. */
  | { readonly do: "accept"; readonly claims: readonly Cells[] }
  /** The figure in view is none. */
  | { readonly do: "dismiss"; readonly kind: Dismissal["kind"]; readonly reason: string }
  /** No undecided figure of one scanner kind is a claim. */
  | {
      readonly do: "dismiss_kind";
      readonly of: Kind;
      readonly kind: Dismissal["kind"];
      readonly reason: string;
    }
  /** On to the next undecided figure, leaving this one as it is. */
  | { readonly do: "skip" }
  /** The figure before this one, decided or not. */
  | { readonly do: "back" }
  | { readonly do: "go"; readonly to: number }
  /** Takes back the last decision and shows its figure again. */
  | { readonly do: "undo" }
  | { readonly do: "describe"; readonly source: Cells }
  | { readonly do: "add"; readonly table: keyof Session["added"]; readonly cells: Cells }
  /** A figure that the scanner does not see: make the proposals again, and go to its key. */
  | { readonly do: "mark"; readonly mark: Mark };

/** The start of the work on a document. */
export const startSession = (
  { sha256, language, source }: Pick<Session, "sha256" | "language" | "source">,
  proposals: readonly Proposal[],
): Session => ({
  version: 1,
  sha256,
  language,
  source,
  added: { claimants: [], origins: [], metrics: [] },
  marks: [],
  decisions: {},
  at: proposals[0]?.key ?? null,
  steps: [],
});

export const decisionOn = (session: Session, key: number): Decision | null =>
  session.decisions[String(key)] ?? null;

/** Figures that are neither claimed nor dismissed yet. */
export const undecidedOf = (
  session: Session,
  proposals: readonly Proposal[],
): readonly Proposal[] => proposals.filter(({ key }) => decisionOn(session, key) === null);

/** The next undecided figure behind an offset; null when there is none. */
const nextAfter = (session: Session, proposals: readonly Proposal[], at: number): number | null =>
  undecidedOf(session, proposals).find(({ key }) => key > at)?.key ?? null;

function withDecisions(
  session: Session,
  decided: readonly (readonly [number, Decision])[],
): Session {
  const before = decided.map(([key]) => [key, decisionOn(session, key)] as const);
  return {
    ...session,
    decisions: {
      ...session.decisions,
      ...Object.fromEntries(decided.map(([key, decision]) => [String(key), decision])),
    },
    steps: [...session.steps, { at: session.at, before }],
  };
}

function decide(
  session: Session,
  proposals: readonly Proposal[],
  decided: readonly (readonly [number, Decision])[],
): Session {
  const next = withDecisions(session, decided);
  const { at } = session;
  if (at === null || decisionOn(next, at) === null) return next;
  return { ...next, at: nextAfter(next, proposals, at) };
}

function undo(session: Session): Session {
  const last = session.steps.at(-1);
  if (!last) return session;
  const undone = new Map(last.before.map(([key, decision]) => [String(key), decision]));
  const kept = Object.entries(session.decisions).filter(([key]) => !undone.has(key));
  const again = [...undone].flatMap(([key, decision]) =>
    decision === null ? [] : [[key, decision] as const],
  );
  return {
    ...session,
    decisions: Object.fromEntries([...kept, ...again]),
    at: last.at,
    steps: session.steps.slice(0, -1),
  };
}

const dismissed = (proposal: Proposal, kind: Dismissal["kind"], reason: string) =>
  [proposal.key, { verdict: "dismissal", cells: { ...proposal.dismissal, kind, reason } }] as const;

/**
 * The session after one action. Nothing is ever lost: a decision that replaces another can be
 * taken back, and what does not apply (a decision when no figure is in view) changes nothing.
 *
 * @param proposals Those of the document, with the session's marks.
 */
export function act(session: Session, proposals: readonly Proposal[], action: Action): Session {
  const inView = proposals.find(({ key }) => key === session.at);
  switch (action.do) {
    case "accept": {
      if (!inView || action.claims.length === 0) return session;
      const claims = action.claims.map((cells) => ({ ...inView.cells, ...cells }));
      return decide(session, proposals, [[inView.key, { verdict: "claim", claims }]]);
    }
    case "dismiss":
      if (!inView) return session;
      return decide(session, proposals, [dismissed(inView, action.kind, action.reason)]);
    case "dismiss_kind": {
      const meant = undecidedOf(session, proposals).filter(
        ({ figure }) => figure.kind === action.of,
      );
      if (meant.length === 0) return session;
      return decide(
        session,
        proposals,
        meant.map((proposal) => dismissed(proposal, action.kind, action.reason)),
      );
    }
    case "skip":
      if (!inView) return session;
      return { ...session, at: nextAfter(session, proposals, inView.key) };
    case "back": {
      const before = proposals.filter(({ key }) => session.at === null || key < session.at);
      return { ...session, at: before.at(-1)?.key ?? session.at };
    }
    case "go":
      return proposals.some(({ key }) => key === action.to)
        ? { ...session, at: action.to }
        : session;
    case "undo":
      return undo(session);
    case "describe":
      return { ...session, source: { ...session.source, ...action.source } };
    case "add":
      return {
        ...session,
        added: { ...session.added, [action.table]: [...session.added[action.table], action.cells] },
      };
    case "mark":
      return { ...session, marks: [...session.marks, action.mark] };
  }
}

/** How far the work has come, in numbers of figures. */
export interface Progress {
  readonly figures: number;
  readonly claimed: number;
  readonly dismissed: number;
  readonly undecided: number;
  /** Number of the figure in view, from 1; null when none is. */
  readonly position: number | null;
}

export function progressOf(session: Session, proposals: readonly Proposal[]): Progress {
  const verdicts = proposals.map(({ key }) => decisionOn(session, key)?.verdict ?? null);
  const position = proposals.findIndex(({ key }) => key === session.at);
  const countOf = (verdict: Decision["verdict"] | null): number =>
    verdicts.filter((one) => one === verdict).length;
  return {
    figures: proposals.length,
    claimed: countOf("claim"),
    dismissed: countOf("dismissal"),
    undecided: countOf(null),
    position: position < 0 ? null : position + 1,
  };
}
