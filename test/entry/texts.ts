import fc from "fast-check";
import { codePoint } from "../fixtures/code-point.ts";

const PIECES = [
  ..."0 3 12 70 152 2024 6.700 6,7 4:1 - – + = @ . , : ; ! ? % € $ \n \r\n \t \u00a0 \u202f \u00ad \u0301 😀 \ufeff".split(
    " ",
  ),
  ..."etwa zwischen und bis Millionen Uhr Mai Dutzende Tausende zehn Kh -mm Container about half million dozens of per day first ten".split(
    " ",
  ),
];

/** Text as it comes, and text that is dense with what the scanner looks for. */
export const denseText = fc.oneof(
  fc.string({ unit: codePoint, maxLength: 120 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((parts) => parts.join("")),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((parts) => parts.join(" ")),
  fc.string({ unit: fc.constantFrom(...Array.from("0123456789.,")), maxLength: 200 }),
);

export const languageTag = fc.constantFrom("de", "en", "en-GB", "fr");
