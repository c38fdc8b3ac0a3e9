import type { Cells, Records } from "./cells.ts";
import { type Prefix, claimWords, originWords, slugOf, sourceWords, suggestId } from "./ids.ts";
import type { Session } from "./session.ts";

const idOf = (cells: Cells): string => cells["id"] ?? "";

/** Rows in the order of the document. */
function decisionsOf({ decisions }: Session): readonly Session["decisions"][string][] {
  return Object.entries(decisions)
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([, decision]) => decision);
}

/** The ids that a cell holds, in a list joined by | too. */
const idsIn = (cell: string | undefined): readonly string[] =>
  (cell ?? "").split("|").filter((id) => id !== "");

/** The rows among `added` that others refer to, by way of each other too. */
function usedOf(added: Session["added"], claims: readonly Cells[]): Session["added"] {
  const used = new Set(
    claims.flatMap((cells) =>
      ["metric", "origin", "via"].flatMap((column) => idsIn(cells[column])),
    ),
  );
  const links = {
    claimants: ["part_of"],
    origins: ["claimant", "based_on"],
    metrics: ["part_of", "series"],
  } as const;
  const tables = ["claimants", "origins", "metrics"] as const;
  for (let before = -1; before < used.size;) {
    before = used.size;
    for (const table of tables)
      for (const cells of added[table])
        if (used.has(idOf(cells)))
          for (const column of links[table]) for (const id of idsIn(cells[column])) used.add(id);
  }
  const keep = (rows: readonly Cells[]): readonly Cells[] =>
    rows.filter((cells) => used.has(idOf(cells)));
  return {
    claimants: keep(added.claimants),
    origins: keep(added.origins),
    metrics: keep(added.metrics),
  };
}

/** What a claim has when nothing else is said: whoever adds a document has its text at hand. */
export const PLAIN: Cells = { quote_seen: "seen", repeats: "faithful", status: "active" };

/** Cells with what is plain in place of those that are empty. */
const withPlain = (cells: Cells): Cells => ({
  ...PLAIN,
  ...Object.fromEntries(Object.entries(cells).filter(([, cell]) => cell !== "")),
});

/**
 * The id for a row that a person has begun to fill in.
 *
 * @param taken Ids of the tables, and of the rows that the session has added.
 * @example idFor("a", { name: "Ministry of Defence" }, new Set()) // => "a_ministry_of_defence"
 */
export function idFor(prefix: Prefix, cells: Cells, taken: ReadonlySet<string>): string {
  const words: Readonly<Record<Prefix, string>> = {
    s: sourceWords(cells),
    a: cells["name"] ?? "",
    o: originWords(cells),
    m: cells["label"] ?? "",
    c: claimWords(cells, cells["source"] ?? ""),
  };
  return suggestId(prefix, slugOf(words[prefix]), taken);
}

/** Every id that rows of the session have already. */
export function idsOfSession(session: Session): readonly string[] {
  const claims = Object.values(session.decisions).flatMap((decision) =>
    decision.verdict === "claim" ? decision.claims : [],
  );
  return [session.source, ...Object.values(session.added).flat(), ...claims]
    .map(idOf)
    .filter((id) => id !== "");
}

/**
 * The rows that a session adds to the tables, in the order of the document. A row without an id
 * gets one; a row that was added for a claim that is none any more is left out.
 *
 * @param taken Every id that the tables hold.
 */
export function rowsOf(session: Session, taken: ReadonlySet<string>): Records {
  const ids = new Set([...taken, ...idsOfSession(session)]);
  const withId = (prefix: Prefix, cells: Cells): Cells => {
    if (idOf(cells) !== "") return cells;
    const id = idFor(prefix, cells, ids);
    ids.add(id);
    return { ...cells, id };
  };
  const document = withId("s", session.source);
  const source = idOf(document);
  const decisions = decisionsOf(session);
  const claims = decisions.flatMap((decision) =>
    decision.verdict === "claim"
      ? decision.claims.map((cells) => withId("c", { ...withPlain(cells), source }))
      : [],
  );
  return {
    sources: [document],
    ...usedOf(session.added, claims),
    claims,
    dismissals: decisions.flatMap((decision) =>
      decision.verdict === "dismissal" ? [{ ...decision.cells, source }] : [],
    ),
  };
}
