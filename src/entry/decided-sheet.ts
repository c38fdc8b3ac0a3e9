import type { Cells } from "./cells.ts";
import type { Proposal } from "./proposals.ts";
import { type Session, decisionOn } from "./session.ts";
import { NEW_ROWS, bracketed, formatRows, proposedRow } from "./sheet.ts";

type NewTable = keyof typeof NEW_ROWS;

/** The sheet of a session, and the ids of new rows that no row of it can bring. */
export interface DecidedSheet {
  readonly sheet: string;
  readonly left: readonly string[];
}

/** The cells of a new row as they stand in the row of a claim. */
const broughtCells = (table: NewTable, cells: Cells): Cells =>
  Object.fromEntries(
    Object.entries(cells).map(([column, cell]) => [`${NEW_ROWS[table]}${column}`, cell]),
  );

/** New rows that have to be brought, each once: by a claim that names them, a claimant by any. */
function bringer(added: Session["added"]) {
  const waiting = {
    metrics: [...added.metrics],
    origins: [...added.origins],
    claimants: [...added.claimants],
  };
  const take = (table: NewTable, id: string | undefined): Cells | null => {
    const at = waiting[table].findIndex((cells) => cells["id"] === id);
    return at < 0 ? null : (waiting[table].splice(at, 1)[0] ?? null);
  };
  const bring = (claim: Cells): Cells => {
    const metric = take("metrics", claim["metric"]);
    const origin = take("origins", claim["origin"]);
    const claimant =
      take("claimants", origin?.["claimant"]) ?? take("claimants", waiting.claimants[0]?.["id"]);
    return {
      ...(metric ? broughtCells("metrics", metric) : {}),
      ...(origin ? broughtCells("origins", origin) : {}),
      ...(claimant ? broughtCells("claimants", claimant) : {}),
    };
  };
  const left = (): readonly string[] =>
    Object.values(waiting).flatMap((rows) => rows.map(({ id = "" }) => id));
  return { bring, left };
}

/**
 * What a session holds as the sheet that `source:add --from` reads: the decided figures with
 * their decision, the others as they are proposed, for a person to go on in a spreadsheet.
 *
 * @param session With an id in each row that it has added, as `Session` asks for.
 */
export function decidedSheet(session: Session, proposals: readonly Proposal[]): DecidedSheet {
  const { bring, left } = bringer(session.added);
  const rows = proposals.flatMap((proposal): readonly Cells[] => {
    const proposed = proposedRow(proposal);
    const decision = decisionOn(session, proposal.key);
    if (decision === null) return [proposed];
    const decided = (cells: Cells): Cells => ({
      ...proposed,
      ...cells,
      quote: bracketed(cells["quote"] ?? ""),
    });
    if (decision.verdict === "claim")
      return decision.claims.map((claim) => ({
        ...decided(claim),
        ...bring(claim),
        decision: "claim",
      }));
    const { kind = "", reason = "", ...place } = decision.cells;
    return [
      {
        ...decided(place),
        decision: "dismiss",
        dismissal_kind: kind,
        dismissal_reason: reason,
      },
    ];
  });
  return { sheet: formatRows(rows), left: left() };
}
