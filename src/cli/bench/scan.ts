import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { findFigures } from "../../scan/find.ts";
import { medianOf } from "./median.ts";
import { slopeOf } from "./slope.ts";

/** How fast figures are found, beside another recogniser in the same run. */
export interface ScanBench {
  readonly mb_per_s: number;
  readonly peer_mb_per_s: number;
  /** Slope of time over length on log axes, from 10 kB to 10 MB: 1 is linear. */
  readonly exponent: number;
  /** Milliseconds for 100 kB of each kind of text that is meant to hurt. */
  readonly adversarial_ms: Readonly<Record<string, number>>;
}

const CORPUS = new URL("../../../test/scan/corpus/", import.meta.url);
const FILES = ["en.development.tsv", "en.held-out.tsv"];

/** Text without figures between the sentences that have some, so that it reads like news. */
const FILLER =
  " The ministry gave no details and did not say when the talks would go on, but people who " +
  "know of them described the mood as calm. Nobody at the port wanted to speak about it. ";

const ADVERSARIAL: Readonly<Record<string, string>> = {
  digits: "7",
  dots: ".",
  spaces: " ",
  hyphens: "-",
  qualifiers: "at least up to about ",
  combining_marks: "e\u0301\u0301\u0301",
  digits_and_dots: "1.",
};

const repeatTo = (piece: string, length: number): string =>
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
  const sample = repeatTo(news, COMPARED);
  const ourTime = medianTime(5, () => findFigures(sample, "en"));
  const peerTime = medianTime(1, () => peer.recognizeNumber(sample, "en-us"));
  return {
    mb_per_s: COMPARED / 1e3 / ourTime,
    peer_mb_per_s: COMPARED / 1e3 / peerTime,
    exponent: slopeOf(points),
    adversarial_ms: Object.fromEntries(
      Object.entries(ADVERSARIAL).map(([name, piece]) => {
        const text = repeatTo(piece, 1e5);
        return [name, medianTime(3, () => findFigures(text, "en"))];
      }),
    ),
  };
}
