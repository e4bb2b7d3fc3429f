import { wholeFen } from '@minzheng/rules';
import type { ParameterView } from '@minzheng/rules';
import { fen } from '@minzheng/types';
import type { MatterOf } from '../matter.ts';
import type { Answer } from './answer.ts';

const MONTHS_A_YEAR = 12;

/** VET-6: months of what the dead received. An old wound that relapsed is a death on duty, which has rules of its own. */
export function vet6(matter: MatterOf<'funeral-aid'>, view: ParameterView): Answer {
  if (matter.category === 'V01') {
    if (matter.cause !== 'illness') return nothing();
    const months = view.must('vet.funeral.disabled');
    // A twelfth of the year's sum is no whole number of fen, so it is multiplied first.
    return granted(wholeFen(matter.yearlyFen * months, MONTHS_A_YEAR), 'vet.funeral.disabled');
  }
  const key = matter.category === 'V07' || matter.category === 'V08' ? 'vet.funeral.subsidy' : 'vet.funeral.survivor';
  return granted(matter.monthlyFen * view.must(key), key);
}

const granted = (sum: number, key: string): Answer => {
  const oneOffFen = fen.of(sum);
  return { oneOffFen, trace: [{ rule: 'VET-6', value: oneOffFen, unit: 'fen', from: [], params: [key] }] };
};

const nothing = (): Answer => ({
  failed: ['VET-6'],
  trace: [{ rule: 'VET-6', value: false, unit: 'yes-no', from: [] }],
});
