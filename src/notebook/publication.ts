import { assumptionsBlock, crosschecksBlock } from "./blocks/arithmetic.ts";
import { besideBlock } from "./blocks/beside.ts";
import { beyondBlock } from "./blocks/beyond.ts";
import { faredBlock } from "./blocks/fared.ts";
import { hangsBlock } from "./blocks/hangs.ts";
import {
  ledgerBlock,
  originsBlock,
  quantitiesBlock,
  supportBlock,
  unusedBlock,
} from "./blocks/ledger.ts";
import { disputesBlock, matrixBlock, statementsBlock } from "./blocks/matrix.ts";
import {
  conflictPairsBlock,
  conflictsBlock,
  disagreementsBlock,
  seemingBlock,
} from "./blocks/pairs.ts";
import { correctionsBlock, downloadsBlock, filesBlock, stampBlock } from "./blocks/record.ts";
import { mutationKindsBlock, mutationsBlock } from "./blocks/retellings.ts";
import {
  breakpointsBlock,
  gradesBlock,
  leadingBlock,
  solidityBlock,
  thresholdsBlock,
} from "./blocks/solidity.ts";
import { figuresBlock, sourceBlock, sourceTitle, sourcesBlock } from "./blocks/sources.ts";
import { sureBlock } from "./blocks/sure.ts";
import { swingsBlock } from "./blocks/swings.ts";
import { unlistedBlock } from "./blocks/unlisted.ts";
import { derivationsOf } from "./blocks/values.ts";
import { workbenchBlock } from "./blocks/workbench.ts";
import { whatIfBlock } from "./blocks/what-if.ts";
import { bundleModule, moduleNames } from "./bundle.ts";
import { charts } from "./charts.ts";
import { figureFiles, figureHtml, figureOfAllHtml } from "./figure.ts";
import { dataFolder } from "../ledger/data-folder.ts";
import { dataPackage } from "../ledger/package.ts";
import { type Html } from "./html.ts";
import { type Model, openModel } from "./model.ts";
import {
  type Figure,
  type PageContext,
  type Publication,
  UnknownReference,
} from "./publication-types.ts";
import { publishParquet, publishTables } from "./tables.ts";
import { PAGES, findUses } from "./uses.ts";
import { anchorOf } from "./reference.ts";
import { valueAt } from "./values.ts";

type Block = (argument: string, model: Model, context: PageContext) => Html;

/** What a page can put in with ```block NAME: see docs/architecture.md. */
const BLOCKS: Readonly<Record<string, Block>> = {
  assumptions: assumptionsBlock,
  beside: besideBlock,
  beyond: beyondBlock,
  breakpoints: breakpointsBlock,
  "conflict-pairs": conflictPairsBlock,
  conflicts: conflictsBlock,
  corrections: correctionsBlock,
  crosschecks: crosschecksBlock,
  disagreements: disagreementsBlock,
  derivations: (_, model) => derivationsOf(findUses(PAGES), model),
  disputes: disputesBlock,
  downloads: downloadsBlock,
  fared: faredBlock,
  figures: figuresBlock,
  files: filesBlock,
  grades: gradesBlock,
  hangs: hangsBlock,
  leading: leadingBlock,
  ledger: ledgerBlock,
  matrix: matrixBlock,
  mutations: mutationsBlock,
  "mutation-kinds": mutationKindsBlock,
  origins: originsBlock,
  quantities: quantitiesBlock,
  seeming: seemingBlock,
  solidity: solidityBlock,
  source: sourceBlock,
  sources: sourcesBlock,
  stamp: stampBlock,
  statements: statementsBlock,
  support: supportBlock,
  sure: sureBlock,
  swings: swingsBlock,
  thresholds: thresholdsBlock,
  unlisted: unlistedBlock,
  unused: unusedBlock,
  "what-if": whatIfBlock,
  workbench: workbenchBlock,
};

function chartHtml(argument: string, model: Model): Html {
  const [, name = "", all] = /^(.*?)(\s+all)?$/su.exec(argument) ?? [];
  const found = charts.get(name);
  if (!found)
    throw new UnknownReference(
      `the name of a chart: ${[...charts.keys()].join(", ")}`,
      `correct the name, or write src/charts/${name}.ts`,
    );
  return all === undefined ? figureHtml(found, model) : figureOfAllHtml(found, model);
}

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

/** A value that comes into being when it is first asked for. */
function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/**
 * Everything that the site shows, from one reading of the tables.
 *
 * @throws LedgerFaults when the tables break a rule.
 */
export function openPublication(): Publication {
  const model = openModel(dataFolder());
  const tables = lazy(() => publishTables(model));
  const parquet = lazy(() => publishParquet(model));
  const figures = lazy(
    (): ReadonlyMap<string, Figure> =>
      new Map([...charts.values()].flatMap((found) => figureFiles(found, model))),
  );
  const modules = lazy(
    (): ReadonlyMap<string, string> =>
      new Map(moduleNames.map((name) => [name, bundleModule(name)])),
  );
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
    get facts() {
      return new Map([
        ...model.files.map(({ file, text }) => [file, text] as const),
        ["datapackage.json", `${JSON.stringify(dataPackage(model.ledger), null, 2)}\n`],
      ]);
    },
    get tables() {
      return tables();
    },
    get parquet() {
      return parquet();
    },
    get figures() {
      return figures();
    },
    get modules() {
      return modules();
    },
  };
}
