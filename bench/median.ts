/**
 * The middle value; of two middle values their mean.
 *
 * @throws RangeError for an empty list.
 * @example medianOf([3, 1, 2]) // => 2
 */
export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  if (low === undefined || high === undefined) throw new RangeError("The median of nothing.");
  return (low + high) / 2;
}
