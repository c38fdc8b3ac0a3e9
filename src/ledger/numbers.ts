/** The digits of a number and the power of ten of the first one; 6700 is "67" and 3. */
function digitsOf(value: number): { readonly digits: string; readonly power: number } {
  const [mantissa = "0", power = "0"] = Math.abs(value).toExponential().split("e");
  return { digits: mantissa.replace(".", ""), power: Number(power) };
}

/**
 * A number in plain digits, never with an exponent.
 *
 * @example plainDigits(1e21) // => "1000000000000000000000"
 */
export function plainDigits(value: number): string {
  const { digits, power } = digitsOf(value);
  const sign = value < 0 ? "-" : "";
  if (power < 0) return `${sign}0.${"0".repeat(-power - 1)}${digits}`;
  const whole = digits.slice(0, power + 1).padEnd(power + 1, "0");
  const rest = digits.slice(power + 1);
  return `${sign}${whole}${rest === "" ? "" : `.${rest}`}`;
}

/**
 * Half a unit of the last digit that is not a trailing zero: as far as a rounded number may be off.
 *
 * Nothing has no such digit: 0 is as it is.
 *
 * @example halfUnitOf(3_000_000) // => 500000
 * @example halfUnitOf(0) // => 0
 */
export function halfUnitOf(value: number): number {
  if (value === 0) return 0;
  const { digits, power } = digitsOf(value);
  const last = power - (digits.length - 1);
  return last >= 0 ? 0.5 * 10 ** last : 0.5 / 10 ** -last;
}
