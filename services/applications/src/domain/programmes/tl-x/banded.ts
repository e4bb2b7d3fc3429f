import { ratio, S } from '@minzheng/rules';
import type { Ratio } from '@minzheng/rules';

/** One band: up to which sum in fen, and at which rate in basis points; the last has no upper end. */
export interface Band {
  readonly upTo?: number;
  readonly rate: number;
}

/** TL-6: each part of the excess at the rate of its own band; exact, in fen. */
export function banded(excess: Ratio, bands: readonly Band[]): Ratio {
  let [granted, from] = [ratio.of(0), 0];
  for (const { upTo, rate } of bands) {
    const above = ratio.orZero(ratio.minus(excess, ratio.of(from)));
    const width = upTo === undefined ? above : ratio.of(upTo - from);
    const part = ratio.isBelow(above, width) ? above : width;
    granted = ratio.plus(granted, ratio.over(ratio.times(part, rate), S));
    from = upTo ?? from;
  }
  return granted;
}
