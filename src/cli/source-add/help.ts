import { PARTICULARS, flagOf } from "./particulars.ts";
import { wrap } from "../wrap.ts";

const MEASURES = 22;

const particulars = PARTICULARS.filter(({ name }) => name !== "language")
  .map(({ name, description, choices }) => {
    const words = choices ? ` (${choices.join(", ")})` : "";
    const explains = choices !== undefined && description.includes(`${choices[0] ?? ""}:`);
    const text = explains ? description : `${description}${words}`;
    return wrap(`  --${flagOf(name)}`.padEnd(MEASURES + 2), text);
  })
  .join("\n");

export const HELP = `npm run source:add -- FILE --lang de|en [more flags]

Adds a document to the tables: finds every figure in its text, and asks of each
whether it is a claim or none. Nothing is written before every figure is decided
and every rule of the tables holds; then all tables change, or none does.

  FILE                  the text in UTF-8; - reads standard input, which needs
                        --proposals or --from, as nobody can be asked then
  --lang CODE           language of the text: 6.700 differs between de and en.
                        In another language only digits are found.

What is asked in a terminal
  Each figure is shown with what stands around it. A key and Enter answer:
    a accept as a claim    d dismiss             k dismiss all of its kind
    s skip for now         b back to the last    u undo
    m mark a phrase that was not found           q quit; the work is kept
  Every decision is kept at once. After Ctrl-C, run the same command to go on.

Without a terminal: in two steps, with a spreadsheet between them
  --proposals OUT.csv   writes a row for each figure, then ends. In each row:
    decision            claim or dismiss
    a dismissal         needs dismissal_kind and dismissal_reason
    a claim             needs metric, origin, modality, time_basis and its days:
                        as_of_latest for a total or a level, period_start and
                        period_end for a rate. Numbers are suggested, in plain
                        digits: 6700, not 6.700. Fill in primary where the
                        document is the speaker's own or quotes it verbatim
    new metrics, origins, claimants
                        fill in the new_… cells in one row that uses them. Give
                        it an id (o_kcna_2024_11), and type that id wherever
                        else it is meant
    two readings        copy the row, and fill in alternative in both
    a further figure    add a row with its quote, start and end
  --from OUT.csv        reads the sheet back and adds its rows; each fault names
                        the line and column of the sheet
  A spreadsheet must open it with all columns as text (Excel: Data, From Text),
  and save it as CSV UTF-8; commas and semicolons are both read. The sheet holds
  passages of the article: keep it out of git.

What happens to the tables
  --dry-run             prints what would change as a diff, and writes nothing
  --keep-text           copies the text to the folder of article texts, where
                        npm run check finds it
  --start-over          forgets what an earlier run has kept for this text
  --insist-language     the language is right, whatever the words look like

The document (asked for in a terminal, where not given)
${particulars}
  A day of publication may be a month (2024-10) or a year. Without flags the
  collection is further, the translation unknown, and the id is suggested.

  DATA_DIR, ARTICLES_DIR  other folders of tables and texts, as for check

Exits 0; 1 when the text, the sheet or the rows have faults; 2 on wrong use;
130 when it was interrupted.
`;
