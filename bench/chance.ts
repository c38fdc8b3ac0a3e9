import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** Draws that follow from a seed alone, so that every run measures the same. */
export interface Chance {
  /** From 0 up to, but not including, 1. */
  share(): number;
  /** A whole number from 0 up to, but not including, `count`. */
  below(count: number): number;
  /** True in this share of all draws. */
  happens(share: number): boolean;
  /** One of the words, each as often as its weight says. */
  weighted<Word>(words: readonly (readonly [Word, number])[]): Word;
  /** How often something happened before it failed to, each time with this share. */
  repeats(share: number): number;
  /** Half of all draws lie within a factor of `spread` of 1, as errors of estimates do. */
  factor(spread: number): number;
}

/** Draws from a seed. */
export function chanceFrom(seed: number): Chance {
  const generator = xoroshiro128plus(seed);
  const share = (): number => (generator.next() >>> 0) / 2 ** 32;
  const happens = (limit: number): boolean => share() < limit;
  return {
    share,
    happens,
    below: (count) => Math.floor(share() * count),
    weighted(words) {
      let left = share() * words.reduce((sum, [, weight]) => sum + weight, 0);
      const found = words.find(([, weight]) => (left -= weight) < 0) ?? words.at(-1);
      if (!found) throw new RangeError("a draw from nothing");
      return found[0];
    },
    repeats(limit) {
      let times = 0;
      while (happens(limit)) times += 1;
      return times;
    },
    factor: (spread) => spread ** ((share() - 0.5) * 4),
  };
}
