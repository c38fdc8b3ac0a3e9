const LONGEST = 80;
const START = 5;

/** Fewest insertions, deletions and substitutions that turn `a` into `b` (Levenshtein 1966). */
function editDistance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const substitution = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(substitution, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    above = row;
  }
  return above[b.length] ?? 0;
}

/**
 * The candidate that `word` was most likely meant to be, or null when none is alike.
 *
 * Alike: at most half of the letters differ, or both start alike, as ids of one family do.
 *
 * @example findNearest("sorce", ["id", "source"]) // => "source"
 */
export function findNearest(word: string, candidates: Iterable<string>): string | null {
  if (word.length > LONGEST) return null;
  let nearest: string | null = null;
  let least = Infinity;
  for (const candidate of candidates) {
    if (candidate.length > LONGEST || Math.abs(candidate.length - word.length) >= least) continue;
    const distance = editDistance(word, candidate);
    const isAlike =
      distance <= Math.max(word.length, candidate.length) / 2 ||
      (word.length >= START && candidate.startsWith(word.slice(0, START)));
    if (isAlike && distance < least) {
      nearest = candidate;
      least = distance;
    }
  }
  return nearest;
}
