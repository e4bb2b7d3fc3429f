/**
 * Amounts inside the means test are fen × S, so that rates in basis points leave no remainder and rounding happens once,
 * at the end (DOMAIN §0.2). The greatest sum, 20 items of 10⁹ fen over 12 months, stays below 2⁵³.
 */
export const S = 10_000;

/** W: the months before the application that are looked at (INC-8). */
export const WINDOW_MONTHS = 12;

/** The least whole number not below a ÷ b, exact for safe integers; a ≥ 0, b > 0. */
export function ceilDiv(a: number, b: number): number {
  const rest = a % b;
  return (a - rest) / b + (rest > 0 ? 1 : 0);
}
