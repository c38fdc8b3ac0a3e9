import type { Cells, Records } from "../../entry/cells.ts";
import { idFor, rowsOf, idsOfSession } from "../../entry/rows.ts";
import { type Mark, type Proposal, proposalsOf } from "../../entry/proposals.ts";
import { type Action, type Session, act } from "../../entry/session.ts";
import type { RowTable, Rows } from "../parts/pick.ts";
import { type RowFault, findFaults } from "./check.ts";
import { type Known, idsOf } from "./known.ts";

/** The work on one document: its session, what the page shows of it, and what is done to it. */
export interface Desk {
  readonly text: string;
  readonly session: () => Session;
  readonly proposals: () => readonly Proposal[];
  /** Does one thing and tells the page. */
  readonly perform: (action: Action) => void;
  readonly rows: Rows;
  /** What would be wrong with the claims of the figure in view if they were accepted. */
  readonly faultsOf: (claims: readonly Cells[]) => readonly RowFault[];
  readonly result: () => Outcome;
}

/** The rows to append as a session stands, and all that is wrong with them. */
export interface Outcome {
  readonly records: Records;
  readonly faults: readonly RowFault[];
}

const PREFIXES = { claimants: "a", origins: "o", metrics: "m" } as const;

/** Sets up the work on a text; `changed` is told after every action. */
export function openDesk(
  known: Known,
  text: string,
  begun: Session,
  changed: (before: Session) => void,
): Desk {
  const ids = idsOf(known);
  const propose = (marks: readonly Mark[]): readonly Proposal[] =>
    proposalsOf(text, begun.language, marks);
  let session = begun;
  let proposals = propose(session.marks);

  const perform = (action: Action): void => {
    const before = session;
    session = act(session, proposals, action);
    if (session.marks !== before.marks) proposals = propose(session.marks);
    changed(before);
  };
  const rows: Rows = {
    list: (table: RowTable) => [...known[table], ...session.added[table]],
    add(table, cells) {
      const taken = new Set([...ids, ...idsOfSession(session)]);
      const id = cells["id"] || idFor(PREFIXES[table], cells, taken);
      perform({ do: "add", table, cells: { ...cells, id } });
      return id;
    },
  };
  return {
    text,
    session: () => session,
    proposals: () => proposals,
    perform,
    rows,
    faultsOf(claims) {
      const inView = proposals.find(({ key }) => key === session.at);
      const records = rowsOf(act(session, proposals, { do: "accept", claims }), ids);
      const meant = records.claims.map(({ start }) => start === inView?.cells["start"]);
      return findFaults(known, records).filter(
        ({ table, row }) => table === "claims" && meant[row],
      );
    },
    result() {
      const records = rowsOf(session, ids);
      return { records, faults: findFaults(known, records) };
    },
  };
}
