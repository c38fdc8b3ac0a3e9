import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { findFigures } from "../src/scan/find.ts";
import { medianOf } from "./median.ts";
import { slopeOf } from "./slope.ts";

/** How fast figures are found, beside another recogniser in the same run. */
export interface ScanBench {
  readonly mb_per_s: number;
  readonly peer_mb_per_s: number;
  /** Slope of time over length on log axes, from 10 kB to 10 MB: 1 is linear. */
  readonly exponent: number;
  /** Milliseconds for 100 kB of each kind of text that is meant to hurt, in the slower language. */
  readonly adversarial_ms: Readonly<Record<string, number>>;
  /** Growth from 25 kB to 100 kB of each: 1 is linear, 2 quadratic. */
  readonly adversarial_exponent: Readonly<Record<string, number>>;
}

const CORPUS = new URL("../test/scan/corpus/", import.meta.url);
const FILES = ["en.development.tsv", "en.held-out.tsv"];

/** Text without figures between the sentences that have some, so that it reads like news. */
const FILLER =
  " The ministry gave no details and did not say when the talks would go on, but people who " +
  "know of them described the mood as calm. Nobody at the port wanted to speak about it. ";

/** Pieces of which a text is made that is meant to hurt. */
export const ADVERSARIAL: Readonly<Record<string, string>> = {
  digits: "7",
  dots: ".",
  spaces: " ",
  hyphens: "-",
  qualifiers: "etwa mindestens bis zu ",
  english_qualifiers: "at least up to about ",
  combining_marks: "\u0301",
  marked_letters: "e\u0301\u0301\u0301",
  soft_hyphens: "\u00ad",
  digits_and_dots: "1.",
  digits_and_spaces: "1 ",
  groups_of_digits: "100 ",
  digits_and_hyphens: "1-",
  digits_and_slashes: "1/",
  telephone_numbers: "+49 30 ",
  letters: "a",
  capitals: "A.",
  number_words: "hunderttausend",
  open_ranges: "zwischen 1 und ",
  halves: "a half ",
  addresses: "http://",
};

/** A text of that many characters, the piece again and again. */
export const repeatTo = (piece: string, length: number): string =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

function milliseconds(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

const medianTime = (runs: number, run: () => void): number =>
  medianOf(Array.from({ length: runs }, () => milliseconds(run)));

function newsOf(): string {
  const sentences = FILES.flatMap((file) =>
    readFileSync(new URL(file, CORPUS), "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => line.split("\t")[0] ?? ""),
  );
  return sentences.join(FILLER);
}

interface Peer {
  recognizeNumber(text: string, culture: string): readonly unknown[];
}

/** A development dependency without types of its own that fit; only this much of it is used. */
function loadPeer(): Peer {
  return createRequire(import.meta.url)("@microsoft/recognizers-text-number") as Peer;
}

const SIZES = [1e4, 1e5, 1e6, 1e7];
/** Both are measured on this much; the peer slows down as a text grows. */
const COMPARED = 1e6;

/** Sizes and times of a quarter and the whole of a hostile text. */
type Growth = readonly [readonly [number, number], readonly [number, number]];

function growthOf(piece: string): Growth {
  const point = (size: number): readonly [number, number] => {
    const text = repeatTo(piece, size);
    const times = (["de", "en"] as const).map((language) =>
      medianTime(3, () => findFigures(text, language)),
    );
    return [size, Math.max(...times)];
  };
  point(25_000); // warm
  return [point(25_000), point(100_000)];
}

const mapValues = <T, U>(record: Readonly<Record<string, T>>, map: (value: T) => U) =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));

/** Throughput in English, where the peer is at home; growth; and texts meant to hurt. */
export function benchScan(): ScanBench {
  const news = newsOf();
  const peer = loadPeer();
  // both warm
  findFigures(repeatTo(news, 3e5), "en");
  peer.recognizeNumber(repeatTo(news, 1e3), "en-us");
  const points = SIZES.map((size) => {
    const text = repeatTo(news, size);
    return [size, medianTime(size < 1e6 ? 9 : 1, () => findFigures(text, "en"))] as const;
  });
  const hostile = mapValues(ADVERSARIAL, growthOf);
  const sample = repeatTo(news, COMPARED);
  const ourTime = medianTime(5, () => findFigures(sample, "en"));
  const peerTime = medianTime(1, () => peer.recognizeNumber(sample, "en-us"));
  return {
    mb_per_s: COMPARED / 1e3 / ourTime,
    peer_mb_per_s: COMPARED / 1e3 / peerTime,
    exponent: slopeOf(points),
    adversarial_ms: mapValues(hostile, ([, whole]) => whole[1]),
    adversarial_exponent: mapValues(hostile, slopeOf),
  };
}
