import { type Rule, byId } from "../draft.ts";
import { plainDigits } from "../numbers.ts";
import type { Claim } from "../tables.ts";

const ENDS = ["low", "best", "high"] as const;
const MINUTES_OF_A_DAY = 1440;

/** A number that a spreadsheet makes of printed digits, and the number that they mean. */
interface Mangling {
  readonly printed: string;
  readonly damaged: number;
  readonly meant: number;
}

/** 6.700 read with a decimal point; English prints decimals so, and groups with a comma. */
function findGroups(quote: string, isEnglish: boolean): readonly Mangling[] {
  const grouped = isEnglish
    ? /(?<![\d.,])[1-9]\d{0,2},\d{3}(?![\d,])/gu
    : /(?<![\d.,])[1-9]\d{0,2}\.\d{3}(?![\d.])/gu;
  return [...quote.matchAll(grouped)].map(([printed]) => ({
    printed,
    damaged: Number(printed.replace(",", ".")),
    meant: Number(printed.replaceAll(/\D/gu, "")),
  }));
}

/** 3:1 read as a time of day, which a spreadsheet stores as a share of the day. */
function findTimes(quote: string): readonly Mangling[] {
  return [...quote.matchAll(/(?<![\d:])(\d{1,2}):(\d{1,2})(?![\d:])/gu)]
    .filter(([, , second]) => Number(second) > 0)
    .map(([printed, first, second]) => ({
      printed,
      damaged: (Number(first) * 60 + Number(second)) / MINUTES_OF_A_DAY,
      meant: Number(first) / Number(second),
    }));
}

const isNear = (a: number, b: number): boolean => Math.abs(a - b) < 1e-4 * Math.max(1, Math.abs(b));

const manglingsIn = ({ quote }: Claim, language: string | undefined): readonly Mangling[] => [
  ...findGroups(quote, language?.startsWith("en") ?? false),
  ...findTimes(quote),
];

/** A number is not what a spreadsheet makes of the digits that its quote prints. */
export const checkMangled: Rule = (draft) => {
  const sources = byId(draft.tables.sources);
  return draft.tables.claims.rows.flatMap((row) => {
    const manglings = manglingsIn(row, sources.get(row.source)?.language);
    return ENDS.flatMap((end) => {
      const value = row[end];
      const hit = manglings.find(({ damaged }) => value !== null && isNear(value, damaged));
      if (value === null || !hit) return [];
      const meant = plainDigits(Number(hit.meant.toPrecision(12)));
      return [
        {
          ...draft.placeOf("claims", row, end),
          found: `"${plainDigits(value)}", what a spreadsheet makes of ${hit.printed}`,
          expected: `${meant}, which is what the quote prints`,
          mend: `format the column as text, then type ${meant}`,
        },
      ];
    });
  });
};
