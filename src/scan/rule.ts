import type { Token } from "./classify.ts";
import type { Bound, Kind, Language } from "./figure.ts";
import type { Reading } from "./reading.ts";

/** A figure before its offsets are counted. */
export interface Draft {
  readonly kind: Kind;
  readonly low?: number | null;
  readonly high?: number | null;
  readonly bound?: Bound;
  readonly unit?: string | null;
  /** Said when the single figure differs from its kind. */
  readonly claim?: boolean;
}

/** A pattern made ready: alternatives may name the same group, the engine wants each name once. */
export interface Pattern {
  readonly expression: RegExp;
  /** The engine's names of each group. */
  readonly groups: ReadonlyMap<string, readonly string[]>;
}

/** Makes the source of a pattern ready; `\k<group>` is the nearest group of the name before it. */
export function readyPattern(source: string): Pattern {
  const groups = new Map<string, string[]>();
  const expression = source.replace(
    /(\(\?|\\k)<([a-z]+)>/gu,
    (_, opening: string, group: string) => {
      const names = groups.get(group) ?? [];
      if (opening === "(?") groups.set(group, [...names, `${group}_${names.length}`]);
      return `${opening}<${groups.get(group)?.at(-1) ?? group}>`;
    },
  );
  return { expression: new RegExp(expression, "yd"), groups };
}

type Spans = Readonly<Record<string, readonly [number, number] | undefined>>;

/** What a pattern matched: groups as slices of the tokens. */
export class Match {
  readonly reading: Reading;
  readonly from: number;
  readonly to: number;
  readonly #spans: Spans;
  readonly #groups: Pattern["groups"];

  constructor(reading: Reading, found: RegExpExecArray, groups: Pattern["groups"]) {
    this.reading = reading;
    this.from = found.index;
    this.to = found.index + found[0].length;
    this.#spans = found.indices?.groups ?? {};
    this.#groups = groups;
  }

  /** The tokens of a group; none when it took no part. */
  tokens(group: string): readonly Token[] {
    for (const name of this.#groups.get(group) ?? []) {
      const span = this.#spans[name];
      if (span !== undefined && span[1] > span[0])
        return this.reading.tokens.slice(span[0], span[1]);
    }
    return [];
  }

  has(group: string): boolean {
    return this.tokens(group).length > 0;
  }

  /** The text of a group as printed, or null. */
  printed(group: string): string | null {
    const tokens = this.tokens(group);
    const [first] = tokens;
    const last = tokens.at(-1);
    return first && last ? this.reading.text.slice(first.start, last.end) : null;
  }

  /** Key of the token that stands `steps` before the match (negative) or after it. */
  keyAt(steps: number): string {
    return this.neighbour(steps)?.key ?? "";
  }

  /** Text from the neighbour on, or nothing. */
  printedAt(steps: number): string {
    const token = this.neighbour(steps);
    return token === undefined ? "" : this.reading.text.slice(token.start, token.end);
  }

  neighbour(steps: number): Token | undefined {
    return this.reading.tokens[steps < 0 ? this.from + steps : this.to + steps - 1];
  }

  /** Whether a word of the list stands in the same sentence, at most `reach` tokens away. */
  near(list: ReadonlySet<string>, reach: number): boolean {
    return this.follows(list, reach) || this.#goes(list, reach, 1, this.to);
  }

  /** Whether a word of the list stands before the match in the same sentence, at most `reach` tokens away. */
  follows(list: ReadonlySet<string>, reach: number): boolean {
    return this.#goes(list, reach, -1, this.from - 1);
  }

  #goes(list: ReadonlySet<string>, reach: number, step: 1 | -1, start: number): boolean {
    for (let at = start, left = reach; left > 0; at += step, left -= 1) {
      const token = this.reading.tokens[at];
      if (token === undefined || token.cls === "!" || (token.cls === ";" && token.key !== ";"))
        return false;
      if (list.has(token.key)) return true;
    }
    return false;
  }
}

/** One rule: where its pattern matches the class letters, `build` says what the figure is. */
export interface Rule {
  readonly name: string;
  /** Class letters with which a match can start. */
  readonly starts: string;
  /** Class letters with which a match can start when a numeral follows at once. */
  readonly startsBeforeNumeral?: string;
  /** Source of a pattern over class letters; groups "hedge" and "noun" go to the figure. */
  readonly pattern: (language: Language) => string;
  /** Null when the words say that the rule does not hold here. */
  readonly build: (match: Match) => Draft | null;
}
