import { fen } from '@minzheng/types';
import type { Fen } from '@minzheng/types';

const FEN_PER_YUAN = 100;

/** 见角进元 (DOMAIN §0.2 YUAN_CEIL, a [SAMPLE] mode): amount ÷ scale in fen, any part of a yuan a whole one. Exact for safe integers from 0. */
export function wholeYuan(amount: number, scale: number): Fen {
  if (!Number.isSafeInteger(amount)) throw new RangeError('the amount is too large to be reckoned exactly');
  const divisor = scale * FEN_PER_YUAN;
  const rest = amount % divisor;
  return fen.of(((amount - rest) / divisor + (rest > 0 ? 1 : 0)) * FEN_PER_YUAN);
}
