import { writeFileSync } from "node:fs";
import type { Proposal } from "../../entry/proposals.ts";
import { rowsOf } from "../../entry/rows.ts";
import { startSession } from "../../entry/session.ts";
import { LedgerFaults, fileFault } from "../../ledger/faults.ts";
import { pathFromUser } from "../../ledger/where-run.ts";
import { WrongUse } from "../wrong-use.ts";
import { unwritable } from "./commit.ts";
import { conclude } from "./conclude.ts";
import { findMissing, flagOf, placeOfSource } from "./particulars.ts";
import { formatSheet } from "../../entry/sheet.ts";
import { readSheet } from "./sheet-read.ts";
import type { Work } from "./work.ts";

/**
 * Writes the proposals for a person to fill in. A sheet that is there is never overwritten: there
 * may be an hour of work in it.
 */
export function writeSheet(out: string, proposals: readonly Proposal[]): string {
  try {
    writeFileSync(pathFromUser(out), formatSheet(proposals), { flag: "wx" });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST")
      throw new LedgerFaults([
        fileFault(
          out,
          "a file of this name",
          "a new file: the old one may be filled in",
          "give another name, or delete the old file",
        ),
      ]);
    throw unwritable(error, out);
  }
  const likely = proposals.filter(({ figure }) => figure.claim).length;
  return `Wrote ${String(proposals.length)} figures to ${out}: ${String(likely)} look like claims, ${String(proposals.length - likely)} do not.
Fill in the column decision in each row, then run the command with --from ${out}
It holds passages of the text: keep it out of git.
`;
}

function checkComplete({ source }: Work): void {
  const missing = findMissing(source).map((name) => `--${flagOf(name)}`);
  if (missing.length === 0) return;
  throw new WrongUse({
    place: missing.join(", "),
    found: "nothing",
    expected: "what sources.csv must know of every document",
    mend: `add ${missing.map((flag) => `${flag} …`).join(" ")}`,
  });
}

/** Reads a filled-in sheet, and adds its rows when all of them are sound. */
export async function addFromSheet(
  file: string,
  work: Work,
  proposals: readonly Proposal[],
): Promise<string> {
  checkComplete(work);
  const { document, language, source, taken, folder } = work;
  const start = startSession({ sha256: document.sha256, language, source }, proposals);
  const { session, placeOf } = readSheet(file, start, taken);
  const ofSource = placeOfSource(document);
  return conclude(work, {
    folder,
    document,
    records: rowsOf(session, taken),
    placeOf: (table, row, field) => placeOf(table, row, field) ?? ofSource(table, row, field),
  });
}
