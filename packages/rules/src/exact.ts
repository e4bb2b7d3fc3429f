import { fen } from '@minzheng/types';
import type { Fen } from '@minzheng/types';

/**
 * Amounts inside a calculation are fen × S, so that rates in basis points leave no remainder and rounding happens once,
 * at the end (DOMAIN §0.2). The greatest sum, 20 items of 10⁹ fen over 12 months, stays below 2⁵³.
 */
export const S = 10_000;

const FEN_PER_YUAN = 100;

/** The least whole number not below a ÷ b, exact for safe integers; a ≥ 0, b > 0. */
export function ceilDiv(a: number, b: number): number {
  const rest = a % b;
  return (a - rest) / b + (rest > 0 ? 1 : 0);
}

/** 见角进元 (YUAN_CEIL, a [SAMPLE] mode): amount ÷ scale in fen, any part of a yuan a whole one. Exact for safe integers from 0. */
export function wholeYuan(amount: number, scale: number): Fen {
  if (!Number.isSafeInteger(amount)) throw new RangeError('the amount is too large to be reckoned exactly');
  return fen.of(ceilDiv(amount, scale * FEN_PER_YUAN) * FEN_PER_YUAN);
}

/** Amount ÷ scale to the nearest fen, a half upwards. Exact for safe integers from 0. */
export function wholeFen(amount: number, scale: number): Fen {
  if (!Number.isSafeInteger(amount)) throw new RangeError('the amount is too large to be reckoned exactly');
  const rest = amount % scale;
  return fen.of((amount - rest) / scale + (rest * 2 >= scale ? 1 : 0));
}

/** An exact fraction, for sums whose divisor is not known beforehand; `den` > 0. */
export interface Ratio {
  readonly num: bigint;
  readonly den: bigint;
}

function reduced({ num, den }: Ratio): Ratio {
  let [a, b] = [num < 0n ? -num : num, den];
  while (b > 0n) [a, b] = [b, a % b];
  return a > 1n ? { num: num / a, den: den / a } : { num, den };
}

export const ratio = {
  of: (whole: number, divisor = 1): Ratio => ({ num: BigInt(whole), den: BigInt(divisor) }),
  plus: (a: Ratio, b: Ratio): Ratio =>
    a.den === b.den ? { num: a.num + b.num, den: a.den } : { num: a.num * b.den + b.num * a.den, den: a.den * b.den },
  minus: (a: Ratio, b: Ratio): Ratio => ratio.plus(a, { num: -b.num, den: b.den }),
  times: ({ num, den }: Ratio, whole: number): Ratio => ({ num: num * BigInt(whole), den }),
  over: ({ num, den }: Ratio, whole: number): Ratio => reduced({ num, den: den * BigInt(whole) }),
  isBelow: (a: Ratio, b: Ratio): boolean => a.num * b.den < b.num * a.den,
  /** Nothing below zero. */
  orZero: (a: Ratio): Ratio => (a.num < 0n ? ratio.of(0) : a),
  /** 见角进元 of a ratio of fen: any part of a yuan a whole one; from 0. */
  wholeYuan({ num, den }: Ratio): Fen {
    const divisor = den * BigInt(FEN_PER_YUAN);
    const yuan = num / divisor + (num % divisor > 0n ? 1n : 0n);
    return fen.of(Number(yuan) * FEN_PER_YUAN);
  },
};
