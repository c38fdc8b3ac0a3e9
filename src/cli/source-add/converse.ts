import { mkdirSync } from "node:fs";
import { type Proposal, proposalsOf } from "../../entry/proposals.ts";
import { type Action, type Session, act, progressOf, startSession } from "../../entry/session.ts";
import { LedgerFaults, fileFault } from "../../ledger/faults.ts";
import { isStop } from "./ask.ts";
import { unwritable } from "./commit.ts";
import { askParticulars } from "./describe.ts";
import { type DraftFile, draftFileOf, dropDraft, keepDraft, readDraft } from "./draft.ts";
import type { Desk } from "./fill.ts";
import { withLock } from "./lock.ts";
import { findMissing } from "./particulars.ts";
import { walk } from "./walk.ts";
import type { Work } from "./work.ts";

/** What a shell reports of a process that Ctrl-C has ended. */
const INTERRUPTED = 130;

/** The draft of an earlier run, or a new session; what flags give wins. */
function openSession(work: Work, file: DraftFile): Session {
  const { document, language, source, given } = work;
  const kept = work.flags.has("start-over") ? null : readDraft(file);
  if (kept === null) {
    const proposals = proposalsOf(document.text, language);
    return startSession({ sha256: document.sha256, language, source }, proposals);
  }
  if (kept.language !== language)
    throw new LedgerFaults([
      fileFault(
        file.name,
        `a draft of this text with --lang ${kept.language}`,
        `decisions on the figures of --lang ${language}`,
        `write --lang ${kept.language}, or add --start-over to forget them`,
      ),
    ]);
  return { ...kept, source: { ...kept.source, ...given } };
}

/** The place where the work is done: every action is kept at once. */
function openDesk(work: Work, file: DraftFile): Desk {
  let session = openSession(work, file);
  let proposals = proposalsOf(work.document.text, work.language, session.marks);
  const decided = Object.keys(session.decisions).length;
  if (decided > 0)
    process.stdout.write(
      `Going on where you stopped: ${String(decided)} of ${String(proposals.length)} figures are decided\n`,
    );
  return {
    ...work,
    session: () => session,
    proposals: (): readonly Proposal[] => proposals,
    act: (action: Action) => {
      const next = act(session, proposals, action);
      keepDraft(file, next);
      if (next.marks !== session.marks)
        proposals = proposalsOf(work.document.text, work.language, next.marks);
      session = next;
    },
    drop: () => {
      dropDraft(file);
    },
  };
}

async function converseAt(desk: Desk): Promise<string> {
  try {
    if (findMissing(desk.session().source).length > 0) {
      const source = await askParticulars(desk.given, desk.session().source, desk.taken);
      desk.act({ do: "describe", source });
    }
    return await walk(desk);
  } catch (error) {
    if (!isStop(error)) throw error;
    process.exitCode = INTERRUPTED;
    const { figures, undecided } = progressOf(desk.session(), desk.proposals());
    return `\nStopped. ${String(figures - undecided)} of ${String(figures)} decisions are kept; nothing was written. Run the same command to go on.\n`;
  }
}

/** Asks in a terminal until every figure is decided and the rows are written, or the person stops. */
export async function converse(work: Work): Promise<string> {
  const file = draftFileOf(work.folder, work.document.sha256);
  try {
    mkdirSync(file.folder, { recursive: true });
  } catch (error) {
    throw unwritable(error, work.folder.name);
  }
  return withLock(
    `${file.path}.lock`,
    () => converseAt(openDesk(work, file)),
    ({ pid }) => {
      throw new LedgerFaults([
        fileFault(
          file.name,
          `another run that works on this text (process ${String(pid)})`,
          "one run for each text",
          `end it, or delete ${file.name}.lock if there is none`,
        ),
      ]);
    },
  );
}
