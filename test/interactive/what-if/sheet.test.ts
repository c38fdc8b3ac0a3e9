import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { fromQuery } from "../../../src/interactive/what-if/address.ts";
import { sheetOf } from "../../../src/interactive/what-if/sheet.ts";
import { readLedger } from "../../../src/ledger/read.ts";
import { publish } from "../../../src/reconcile/publish.ts";
import { answer } from "../../../src/reconcile/what-if/answers.ts";
import { choicesIn } from "../../../src/reconcile/what-if/choices.ts";
import { dialsIn } from "../../../src/reconcile/dials.ts";
import { asPublished } from "../../../src/reconcile/what-if/settings.ts";

const { ledger } = readLedger("data");
const settable = {
  ...{ ledger, version: "0123456789ab", asOf: "2024-10-03" },
  ...{ choices: choicesIn(ledger), dials: dialsIn(ledger) },
};
const asked = {
  ...{ ledger, claims: publish(ledger).all.claims },
  ...{ choices: settable.choices, drawn: [] },
};

type Cells = Readonly<Record<string, string>>;

function rowAt(query: string, id: string): Cells {
  const { settings } = fromQuery(query, settable);
  const told = {
    ...{ settings, answers: answer(asked, settings), address: query },
    published: answer(asked, asPublished(settings.asOf)),
  };
  const rows: readonly Cells[] = parse(sheetOf(told, settable, ledger.metrics), { columns: true });
  const row = rows.find((one) => one["id"] === id);
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
});
