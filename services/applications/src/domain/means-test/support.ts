import { detail, ratio, S } from '@minzheng/rules';
import type { Ratio, Trace } from '@minzheng/rules';
import type { MeansRuleId } from './rules.ts';
import type { Obligor } from './story.ts';

/** What INC-6 reads: the threshold in basis points of the standard, the share in basis points. */
export interface SupportParams {
  readonly std: number;
  readonly threshold: number;
  readonly rate: number;
}

interface Credited {
  /** A month, in scaled fen. */
  readonly value: Ratio;
  readonly at: number;
}

/**
 * 赡养、抚养、扶养费 (INC-6): what a court or an agreement says; else half of what the obligor's household has above the threshold,
 * shared by all whom it must support. Who receives assistance supports nobody.
 */
export const creditedSupport = (
  obligors: readonly Obligor[],
  p: SupportParams,
  trace?: Trace<MeansRuleId>,
): Credited[] =>
  obligors.map((obligor) => {
    const value = supportOf(obligor, p);
    const shown = { over: Number(value.den), params: ['support.threshold', 'support.rate', 'dibao.std'] };
    return { value, at: trace?.step('INC-6', Number(value.num), 'fen-scaled', [], shown) ?? 0 };
  });

/** What one obligor is held to give to the members of this story, a month, in scaled fen. */
export function supportOf(obligor: Obligor, p: SupportParams): Ratio {
  const agreedFen = detail(obligor, 'agreedFen');
  const { receives, householdSize, monthlyIncomeFen, supports, supportsOthers } = obligor;
  if (agreedFen !== undefined) return ratio.of(S * agreedFen);
  if (receives !== 'none') return ratio.of(0);
  const above = S * monthlyIncomeFen - p.threshold * p.std * householdSize;
  if (above <= 0) return ratio.of(0);
  const share = ratio.of(above, S);
  return ratio.over(ratio.times(share, p.rate * supports.length), supports.length + supportsOthers);
}
