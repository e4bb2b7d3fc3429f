import type { ParameterView } from '@minzheng/rules';
import type { Hardship } from './relief-facts.ts';

/** Every figure the programme reads, resolved once for a date and a day of knowledge; multiples are of the standard per person. */
export interface TlEParams {
  /** 最低生活保障标准 per person and month, in fen. */
  readonly std: number;
  /** What a tier grants; of special hardship, the cap. */
  readonly multiples: Readonly<Record<Hardship, number>>;
  readonly streetLimit: number;
}

/** Throws RangeError when a figure that must exist has no value on that day. */
export function compileTlE(view: ParameterView): TlEParams {
  return {
    std: view.must('dibao.std'),
    multiples: {
      'tier-1': view.must('tl.tier.first'),
      'tier-2': view.must('tl.tier.second'),
      'tier-3': view.must('tl.tier.third'),
      special: view.must('tl.special'),
    },
    streetLimit: view.must('tl.streetLimit'),
  };
}
