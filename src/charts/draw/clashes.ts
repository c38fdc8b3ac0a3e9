import type { Published, PublishedClaim } from "../../published/tables.ts";
import type { Choice } from "../canvas.ts";
import { printedOf } from "./said.ts";

/** Two figures of one quantity that cannot both be right. */
export interface Clash {
  readonly from: string | null;
  readonly to: string | null;
  readonly claims: readonly string[];
  /** Both in words, the smaller first. */
  readonly printed: readonly string[];
  readonly factor: number;
  /** Whether they speak of the same period, so that a headline may hold one against the other. */
  readonly isSameTime: boolean;
}

const valueOf = ({ low, high }: PublishedClaim): number => high ?? low ?? 0;

/** Pairs of figures of an amount that exclude each other by what is stated, the farthest apart first. */
export function clashesIn(
  { claims, conflicts }: Pick<Published, "claims" | "conflicts">,
  { collection }: Choice,
  series: string,
): readonly Clash[] {
  const known = new Map(claims.map((row) => [row.claim, row]));
  return conflicts
    .filter((row) => row.series === series && row.collection === collection && row.gap > 0)
    .filter(({ assume, testimony }) => assume === "stated" && testimony.length === 2)
    .flatMap(({ testimony }): readonly Clash[] => {
      const pair = testimony.flatMap((ids) => known.get(ids.split("+")[0] ?? "") ?? []);
      const [one, other] = pair.toSorted((a, b) => valueOf(a) - valueOf(b));
      if (one?.metric !== other?.metric || one === undefined || other === undefined) return [];
      const { first_day: from, last_day: to } = one;
      const isSameTime = from === other.first_day && to === other.last_day;
      const both = { claims: [one.claim, other.claim], printed: [one, other].map(printedOf) };
      return [{ ...both, from, to, factor: valueOf(other) / valueOf(one), isSameTime }];
    })
    .toSorted((a, b) => b.factor - a.factor);
}
