import { assumptionsBlock, crosschecksBlock } from "./blocks/arithmetic.ts";
import { conflictsBlock } from "./blocks/conflicts.ts";
import { ledgerBlock, originsBlock, quantitiesBlock, unusedBlock } from "./blocks/ledger.ts";
import { disputesBlock, matrixBlock, statementsBlock } from "./blocks/matrix.ts";
import { correctionsBlock, downloadsBlock, filesBlock, stampBlock } from "./blocks/record.ts";
import { mutationKindsBlock, mutationsBlock } from "./blocks/retellings.ts";
import {
  apparentBlock,
  sensitivityBlock,
  tippingPointsBlock,
  withoutBlock,
} from "./blocks/robustness.ts";
import { figuresBlock, sourceBlock, sourceTitle, sourcesBlock } from "./blocks/sources.ts";
import { summaryBlock } from "./blocks/summary.ts";
import { derivationsOf } from "./blocks/values.ts";
import { workbenchBlock } from "./blocks/workbench.ts";
import { whatIfBlock } from "./blocks/what-if.ts";
import { findChart } from "./charts.ts";
import { figureHtml } from "./figure.ts";
import { dataFolder } from "../ledger/data-folder.ts";
import { type Html } from "./html.ts";
import { type Model, openModel } from "./model.ts";
import { type PageContext, type Publication, UnknownReference } from "./publication-types.ts";
import { PAGES, findUses } from "./uses.ts";
import { anchorOf } from "./reference.ts";
import { valueAt } from "./values.ts";

type Block = (argument: string, model: Model, context: PageContext) => Html;

/** What a page can put in with ```block NAME: see docs/architecture.md. */
const BLOCKS: Readonly<Record<string, Block>> = {
  apparent: apparentBlock,
  assumptions: assumptionsBlock,
  conflicts: conflictsBlock,
  corrections: correctionsBlock,
  crosschecks: crosschecksBlock,
  derivations: (_, model) => derivationsOf(findUses(PAGES), model),
  disputes: disputesBlock,
  downloads: downloadsBlock,
  figures: figuresBlock,
  files: filesBlock,
  ledger: ledgerBlock,
  matrix: matrixBlock,
  mutations: mutationsBlock,
  "mutation-kinds": mutationKindsBlock,
  origins: originsBlock,
  quantities: quantitiesBlock,
  sensitivity: sensitivityBlock,
  source: sourceBlock,
  sources: sourcesBlock,
  stamp: stampBlock,
  statements: statementsBlock,
  summary: summaryBlock,
  "tipping-points": tippingPointsBlock,
  unused: unusedBlock,
  "what-if": whatIfBlock,
  without: withoutBlock,
  workbench: workbenchBlock,
};

const chartHtml = (argument: string, model: Model): Html =>
  figureHtml(findChart(argument, model), model);

function blockHtml(argument: string, model: Model, context: PageContext): Html {
  const [name = "", ...rest] = argument.split(/\s+/u);
  const block = BLOCKS[name];
  if (!block)
    throw new UnknownReference(
      `the name of a block: ${Object.keys(BLOCKS).join(", ")}`,
      "correct the name",
    );
  return block(rest.join(" "), model, context);
}

/**
 * Everything that the site shows, from one reading of the tables.
 *
 * @throws LedgerFaults when the tables break a rule.
 */
export function openPublication(): Publication {
  const model = openModel(dataFolder());
  return {
    value(reference, context) {
      if (reference === "source.title")
        return { text: sourceTitle(model, context), href: "", title: "" };
      const { text, label, full } = valueAt(reference, model);
      const title = full === "" ? label : `${label}: ${full}`;
      return { text, href: `/values#${anchorOf(reference)}`, title };
    },
    block(kind, argument, _body, context) {
      return (kind === "chart" ? chartHtml(argument, model) : blockHtml(argument, model, context))
        .html;
    },
    pages: model.ledger.sources.map(({ id }) => `/sources/${id}`),
  };
}
