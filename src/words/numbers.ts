const GROUPING = /\B(?=(\d{3})+$)/gu;

function plain(value: number): string {
  const [whole = "", decimals] = String(value).split(".");
  const grouped = whole.replace(GROUPING, ",");
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}

/** Words for what a number is counted in, and how many of it there are at most. */
const SCALES: readonly (readonly [size: number, word: string, below: number])[] = [
  [1, "", 1e6],
  [1e6, " million", 1000],
  [1e9, " billion", Infinity],
];

/**
 * Rounds a number to digits and says it, in millions where it has some.
 *
 * It is scaled first and rounded then, so that a number and its million-fold keep the same digits.
 */
function spoken(value: number, round: (scaled: number) => number): string {
  const scales = SCALES.map(([size, word, below]) => ({ said: round(value / size), word, below }));
  const fitting = scales.find(({ said, below }) => Math.abs(said) < below);
  return fitting === undefined ? String(value) : `${plain(fitting.said)}${fitting.word}`;
}

/**
 * A number in full, grouped by comma, at most two decimals.
 *
 * @example formatFull(4925373.134) // => "4,925,373.13"
 */
export function formatFull(value: number): string {
  return plain(Number(value.toFixed(2)));
}

/** In the hundreds three digits, so that a load of 448 is not also one of 450. */
const digitsOf = (value: number): number =>
  Math.abs(value) >= 100 && Math.abs(value) < 1000 ? 3 : 2;

/**
 * A number for prose: two significant digits, three in the hundreds, millions in words.
 *
 * @example formatNumber(4925373) // => "4.9 million"
 * @example formatNumber(447760000) // => "448 million"
 * @example formatNumber(447.76) // => "448"
 */
export function formatNumber(value: number): string {
  return spoken(value, (scaled) => Number(scaled.toPrecision(digitsOf(scaled))));
}

/**
 * A number as a document printed it: all its digits, millions in words.
 *
 * @example formatPrinted(1650000) // => "1.65 million"
 * @example formatPrinted(594000) // => "594,000"
 */
export function formatPrinted(value: number): string {
  return spoken(value, (scaled) => Number(scaled.toPrecision(6)));
}

/** How far rounding may move an end of ours before it takes one digit more. */
const TOLERANCE = 0.01;

/** What binary fractions add to a number that is whole in decimals. */
const EXACT = 1e-9;

function outward(value: number, digits: number, side: "low" | "high"): number {
  if (value === 0) return 0;
  const unit = 10 ** (Math.floor(Math.log10(Math.abs(value)) + EXACT) + 1 - digits);
  const steps = value / unit;
  const slack = EXACT * Math.abs(steps);
  const whole = side === "low" ? Math.floor(steps + slack) : Math.ceil(steps - slack);
  return Number((whole * unit).toPrecision(digits));
}

/**
 * An end of a range of ours, rounded outward, so that the words hold no less than the range.
 *
 * Two significant digits, three where two would move it by more than a hundredth.
 *
 * @example formatEnd(10492607, "high") // => "10.5 million"
 * @example formatEnd(9140742, "low") // => "9.1 million"
 */
export function formatEnd(value: number, side: "low" | "high"): string {
  return spoken(value, (scaled) => {
    const two = outward(scaled, 2, side);
    const moved = Math.abs(two - scaled);
    return moved > TOLERANCE * Math.abs(scaled) ? outward(scaled, 3, side) : two;
  });
}

const SMALL = "none one two three four five six seven eight nine ten eleven twelve".split(" ");

/**
 * A small whole number in letters, as prose prefers it; larger ones stay in digits.
 *
 * @example formatWord(5) // => "five"
 */
export function formatWord(value: number): string {
  return SMALL[value] ?? plain(value);
}

/** "1 report", "2 reports". */
export function formatCount(count: number, noun: string, plural = `${noun}s`): string {
  return `${plain(count)} ${count === 1 ? noun : plural}`;
}

/** The same in letters: "one report", "two reports". */
export function formatFew(count: number, noun: string, plural = `${noun}s`): string {
  return `${formatWord(count)} ${count === 1 ? noun : plural}`;
}

/**
 * A number at an axis, as short as it is exact.
 *
 * @example formatTick(2500000) // => "2.5m"
 * @example formatTick(20000) // => "20,000"
 */
export function formatTick(value: number): string {
  if (Math.abs(value) >= 1e9) return `${plain(value / 1e9)}bn`;
  return Math.abs(value) >= 1e6 ? `${plain(value / 1e6)}m` : plain(value);
}
