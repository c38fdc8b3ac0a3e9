/**
 * How time grows with size: the exponent e of size^e, by least squares through the
 * logarithms. 1 is linear.
 *
 * @param points Sizes and times, above 0.
 * @example slopeOf([[10, 3], [100, 30]]) // => 1
 */
export function slopeOf(points: readonly (readonly [number, number])[]): number {
  const logs = points.map(([size, time]) => [Math.log(size), Math.log(time)] as const);
  const mean = (at: 0 | 1): number => logs.reduce((sum, log) => sum + log[at], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  const above = logs.reduce((sum, log) => sum + (log[0] - x) * (log[1] - y), 0);
  return above / logs.reduce((sum, log) => sum + (log[0] - x) ** 2, 0);
}
