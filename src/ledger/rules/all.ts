import type { Rule } from "../draft.ts";
import { checkAlternatives, checkOneOriginPerChoice } from "./alternatives.ts";
import { checkCircles } from "./circles.ts";
import { checkCoreStandsAlone } from "./collections.ts";
import { checkCorrections } from "./corrections.ts";
import { checkDerived } from "./derived.ts";
import { checkOneRowPerText, checkPublishedOn } from "./documents.ts";
import { checkFormulaIds } from "./formulas.ts";
import { checkUniqueIds } from "./ids.ts";
import { checkMangled } from "./mangled.ts";
import {
  checkCompared,
  checkMutationPlace,
  checkMutationWords,
  checkOneMutation,
} from "./mutations.ts";
import { checkPlans } from "./plans.ts";
import { checkOffsets, checkQuoteLength } from "./quotes.ts";
import { checkReferences } from "./references.ts";
import { checkOnePerPlace } from "./repeats.ts";
import { checkMeasures, checkParts, checkSeries } from "./series.ts";
import { checkOneStatement } from "./statements.ts";
import { checkDayOrder, checkPublication, checkTimes } from "./times.ts";
import {
  checkAssumptions,
  checkBounds,
  checkConstraints,
  checkExclusive,
  checkNotNegative,
  checkOrder,
  checkShares,
} from "./values.ts";
import { checkOneVerdict } from "./verdicts.ts";
import { checkVia } from "./via.ts";

/** Every cross-row rule; each is an error. */
export const rules: readonly Rule[] = [
  checkUniqueIds,
  checkReferences,
  checkFormulaIds,
  checkCircles,
  checkOneRowPerText,
  checkPublishedOn,
  checkMangled,
  checkOrder,
  checkNotNegative,
  checkShares,
  checkBounds,
  checkExclusive,
  checkAssumptions,
  checkConstraints,
  checkQuoteLength,
  checkOffsets,
  checkDayOrder,
  checkTimes,
  checkPublication,
  checkSeries,
  checkMeasures,
  checkParts,
  checkOnePerPlace,
  checkOneVerdict,
  checkOneStatement,
  checkVia,
  checkAlternatives,
  checkOneOriginPerChoice,
  checkPlans,
  checkDerived,
  checkCoreStandsAlone,
  checkCorrections,
  checkMutationPlace,
  checkMutationWords,
  checkOneMutation,
  checkCompared,
];
