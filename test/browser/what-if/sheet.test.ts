import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { bothWords } from "../../../src/browser/what-if/control.ts";
import { fromQuery } from "../../../src/browser/what-if/address.ts";
import { sheetOf } from "../../../src/browser/what-if/sheet.ts";
import { readLedger } from "../../../src/ledger/read.ts";
import { publish } from "../../../src/reconcile/publish.ts";
import { textOf } from "../../../src/notebook/what-if/text.ts";
import { answersTo } from "../../../src/reconcile/what-if/answers.ts";
import { contradictionsIn } from "../../../src/reconcile/what-if/contradictions.ts";
import { choicesIn } from "../../../src/reconcile/what-if/choices.ts";
import { dialsIn } from "../../../src/reconcile/dials.ts";
import { asPublished } from "../../../src/reconcile/what-if/settings.ts";

const { ledger } = readLedger("data");
const settable = {
  ...{ ledger, version: "0123456789ab", asOf: "2024-10-03" },
  ...{ choices: choicesIn(ledger), dials: dialsIn(ledger) },
};
const answerTo = answersTo({
  ...{ ledger, claims: publish(ledger).all.claims },
  ...{ choices: settable.choices, drawn: [], followed: ["x_days_of_fire_high"] },
});

type Cells = Readonly<Record<string, string>>;

function rowsAt(query: string): readonly Cells[] {
  const { settings } = fromQuery(query, settable);
  const answers = answerTo(settings);
  const about = { ledger, metric: "m_shells_delivered", asOf: settings.asOf };
  const told = {
    ...{ settings, answers, address: query, text: textOf(about, answers) },
    contradictions: contradictionsIn(settable, settings).map(bothWords),
    published: answerTo(asPublished(settings.asOf)),
  };
  return parse(sheetOf(told, settable, ledger.metrics), { columns: true });
}

function rowAt(query: string, id: string): Cells {
  const row = rowsAt(query).find((one) => one["id"] === id);
  if (!row) throw new Error(`the sheet has no ${id}`);
  return row;
}

describe("sheetOf(told, settable, metrics)", () => {
  test("gives the gap where claims conflict, so that nobody takes the ends for a range", () => {
    const row = rowAt("?documents=all&day=2023-12-31", "m_output_russia");
    const [low, high] = [Number(row["low"]), Number(row["high"])];
    expect(low).toBeGreaterThan(high);
    expect(Number(row["gap"])).toBe(low - high);
    expect(row["published_gap"]).toBe("");
  });

  test("says of a number that no core article states that it is not stated", () => {
    const core = rowAt("", "p_dud_rate");
    expect([core["setting"], core["published_setting"]]).toEqual(["not stated", "not stated"]);
    const all = rowAt("?documents=all", "p_dud_rate");
    // half of the shells, said by a further report
    expect([all["setting"], all["published_setting"]]).toEqual(["50", "not stated"]);
    const moved = rowAt("?p_dud_rate=20", "p_dud_rate");
    expect([moved["setting"], moved["published_setting"]]).toEqual(["20", "not stated"]);
  });

  test("holds the finding in words, sentence by sentence", () => {
    const words = rowsAt("?p_fire_russia=10000").flatMap((row) =>
      row["part"] === "finding" ? [row["label"]] : [],
    );
    // 2 and 6 million rounds at 10,000 a day
    expect(words).toEqual([
      "2 to 6 million rounds by 3 October 2024, if every report that counts is right.",
      "They equal 200 to 600 days of Russian fire, at 10,000 rounds a day.",
    ]);
  });

  test("says which documents spoke, and that settings contradict each other", () => {
    const query = "?documents=further&load=all_122&p_share_152=7";
    const row = rowAt(query, "m_shells_delivered");
    const further = new Set(
      ledger.sources.flatMap(({ id, collection }) => (collection === "further" ? [id] : [])),
    );
    const spoke = row["documents"]?.split(" ") ?? [];
    expect(spoke.length).toBeGreaterThan(0);
    expect(spoke.filter((id) => !further.has(id))).toEqual([]);
    expect(rowAt(query, "documents")["setting"]).toBe("further");
    expect(rowAt(query, "contradiction_1")["label"]).toBe(
      "“all of one kind: 122-mm rounds from North Korea to Russia” and 7 percent for “Share of containers that hold 152-mm shells” contradict each other.",
    );
    // the floor and the span of one article
    expect(rowAt("", "m_shells_delivered")["documents"]).toBe("s_002_fp");
  });
});
